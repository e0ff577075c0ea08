/** Reads a damaged fixture with its own reader, and says what does not hold that must hold for any file. */
import { headOf } from '../../core/importers/head.ts'
import { exportFormats } from '../../core/importers/index.ts'
import { readComments } from '../../core/importers/read.ts'
import { createRandom } from '../../core/random.ts'
import type { ImportedComment } from '../../core/records.ts'
import { AppError } from '../../core/result.ts'
import { allFixtures, type Fixture, sourceOf } from './fixtures.ts'
import { mutate } from './mutate.ts'

export interface Case {
  readonly format: string
  readonly seed: number
  readonly round: number
}

/** The fixture of a case, and what became of it. */
export function damagedOf({ format, seed, round }: Case): {
  readonly fixture: Fixture
  readonly text: string
  readonly size: number
} {
  const fixtures = allFixtures().filter(({ reading }) => reading.format === format)
  const fixture = fixtures[round % fixtures.length]
  if (fixture === undefined) throw new Error(`No fixture is taken for “${format}”.`)
  const random = createRandom(seed * 1_000_003 + round)
  const text = mutate(fixture.text, random)
  const size = random() < 0.5 ? Math.max(1, text.length) : 1 + Math.floor(random() * 3000)
  return { fixture, text, size }
}

/** @returns what is wrong, with the places in the code but without the file's text; null where all holds */
export async function checkCase(one: Case): Promise<string | null> {
  const { fixture, text, size } = damagedOf(one)
  const before = Object.getOwnPropertyNames(Object.prototype).length
  const wrong = new Set<string>()
  if (one.round % 4 === 0) for (const what of detectorsWrong(text)) wrong.add(what)
  const found = await readDamaged(fixture, text, { size, wrong })
  // Where the pieces of a file end must not matter.
  if (one.round % 6 === 0 && text.length < 50_000) {
    const again = await readDamaged(fixture, text, { size: 61, wrong })
    if (again !== found) wrong.add(`in pieces of ${size} and of 61 not the same is read`)
  }
  const isPolluted = Object.getOwnPropertyNames(Object.prototype).length !== before || 'polluted' in {}
  if (isPolluted) wrong.add('Object.prototype was changed')
  return wrong.size === 0 ? null : [...wrong].join('\n')
}

interface Reading {
  readonly size: number
  readonly wrong: Set<string>
}

/** @returns what was found, in short */
async function readDamaged(fixture: Fixture, text: string, { size, wrong }: Reading): Promise<string> {
  const tally = { comments: 0, leftOut: 0, rows: 0 }
  const keys: string[] = []
  try {
    const incomplete = await readComments(sourceOf(fixture, pieces(text, size)), {
      keepsRaw: true,
      async deliver({ comments, problems, rows }) {
        tally.comments += comments.length
        tally.rows += rows
        tally.leftOut += problems.filter(({ skipped }) => skipped).length
        for (const comment of comments) {
          keys.push(`${comment.row} ${comment.key}`)
          for (const what of commentWrong(comment)) wrong.add(what)
        }
        for (const { row, value } of problems) {
          if (!Number.isInteger(row) || row < 0) wrong.add('a problem without a row')
          if (value !== null && (typeof value !== 'string' || value.length > 200))
            wrong.add('a problem with a long value')
        }
      },
    })
    if (incomplete.some((sentence) => typeof sentence !== 'string' || sentence.length > 400))
      wrong.add('no sentence')
    keys.push(...incomplete)
  } catch (error) {
    if (!(error instanceof AppError))
      wrong.add(error instanceof Error ? (error.stack ?? error.message) : String(error))
    else return error.message
  }
  if (tally.comments + tally.leftOut !== tally.rows)
    wrong.add(`${tally.comments} comments and ${tally.leftOut} left out are not ${tally.rows} records`)
  return JSON.stringify([tally, keys])
}

/** A head must never make a reader throw, nor be more than sure. */
function detectorsWrong(text: string): readonly string[] {
  const head = headOf({ name: 'file', folder: '', text, isWhole: true })
  return exportFormats.flatMap(({ id, detect }) => {
    try {
      const sureness = detect(head)
      return sureness >= 0 && sureness <= 1 ? [] : [`${id} is ${sureness} sure`]
    } catch (error) {
      return [`${id} does not detect: ${error instanceof Error ? error.stack : String(error)}`]
    }
  })
}

function commentWrong(comment: ImportedComment): readonly string[] {
  const wrong: string[] = []
  if (typeof comment.raw !== 'string' || !comment.raw.isWellFormed()) wrong.push('raw is no text')
  if (typeof comment.text !== 'string' || !comment.text.isWellFormed()) wrong.push('text is no text')
  if (typeof comment.key !== 'string' || comment.key === '' || comment.key.length > 26)
    wrong.push('a bad key')
  if (!Number.isInteger(comment.row) || comment.row < 1) wrong.push('a bad row')
  for (const field of [
    'id',
    'parentId',
    'threadId',
    'threadTitle',
    'author',
    'authorId',
    'createdOriginal',
    'lang',
    'url',
  ] as const) {
    const value = comment[field]
    if (value !== null && (typeof value !== 'string' || !value.isWellFormed()))
      wrong.push(`${field} is no text`)
  }
  for (const field of ['likes', 'replies', 'reports'] as const)
    if (comment[field] !== null && !Number.isSafeInteger(comment[field])) wrong.push(`${field} is no count`)
  for (const field of ['createdAt', 'editedAt'] as const)
    if (!isTime(comment[field])) wrong.push(`${field} is no time: ${comment[field]}`)
  if (comment.parentId !== null && comment.parentId === comment.id) wrong.push('an answer to itself')
  for (const { coder, label, at, note } of comment.answers) {
    if ([coder, label].some((one) => typeof one !== 'string' || one.trim() === '' || !one.isWellFormed()))
      wrong.push('an answer without coder or label')
    if (!isTime(at)) wrong.push('an answer without a time')
    if (note !== null && (typeof note !== 'string' || !note.isWellFormed()))
      wrong.push('a note that is no text')
  }
  return wrong
}

function isTime(value: string | null): boolean {
  if (value === null) return true
  return (
    typeof value === 'string' && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString() === value
  )
}

const pieces = (text: string, size: number) =>
  async function* (): AsyncGenerator<string> {
    for (let from = 0; from < text.length; from += size) yield text.slice(from, from + size)
  }

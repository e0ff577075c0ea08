/** Another copy of a project, or a work package: taken as a copy of our own, and looked at before any of it is believed. */
import { copyFileSync, existsSync } from 'node:fs'
import path from 'node:path'
import { actKinds } from '../../../core/record/entry.ts'
import { uidOf } from './chain.ts'
import { openDatabase, type ReadableDB } from './database.ts'
import { contentOf, type DecisionRow } from './decision-rows.ts'
import { type EventRow, eventContent } from './events.ts'
import { openProjectFile, requireFile, whileLocked } from './project-file.ts'
import { brokenLink } from './record-check.ts'

/**
 * Copies the file, with what has not been put into it yet, and brings the copy up to date.
 *
 * @param folder of our own, for the copy
 * @returns the path of the copy; the file itself is as it was
 * @throws AppError as `openProjectFile`; project-busy where somebody works in it
 */
export function copyOfForeign(file: string, folder: string): string {
  requireFile(file)
  const copy = path.join(folder, path.basename(file))
  whileLocked(file, () => {
    copyFileSync(file, copy)
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`)
  })
  const project = openProjectFile(copy)
  try {
    // One file, which can be read without writing beside it.
    project.db.execute('pragma journal_mode = delete')
  } finally {
    project.close()
  }
  return copy
}

export function openForeign(copy: string): ReadableDB {
  return openDatabase(copy, { readOnly: true })
}

/**
 * @yields after each thousand rows that fit
 * @returns what is wrong with it, as part of a sentence; null when all is well
 */
export function* findEdited(db: ReadableDB): Generator<number, string | null> {
  const odd = oddRow(db)
  if (odd !== null) return odd
  const broken = brokenLink(db)
  if (broken !== null) return `row ${broken.id} of its record does not follow from the one before`
  let done = 0
  for (const { id, fits } of ownNames(db)) {
    if (!fits) return `row ${id} of its record is not what it was when it was written`
    done += 1
    if (done % 1000 === 0) yield done
  }
  return null
}

/** What no app of ours writes, though it would fit the tables. */
function oddRow(db: ReadableDB): string | null {
  const list = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ')
  const questions: readonly (readonly [string, string])[] = [
    [
      'a comment in it is of a kind that we do not know',
      `select 1 from comments where state not in (${list(states)}) or kind not in (${list(kinds)}) limit 1`,
    ],
    [
      'an import in it was read in a way that we do not know',
      `select 1 from imports where not json_valid(reading) or not json_valid(coalesce(ledger, '{}'))
         or not json_valid(incomplete) limit 1`,
    ],
    [
      'a decision in it says what no decision can say',
      `select 1 from decisions d left join comments c on c.id = d.comment_id
       where c.id is null or length(coder) not between 1 and 80 or decided_at not glob '????-??-??T*Z'
         or coalesce(clock, 1) not between 1 and ${latestClock} or not json_valid(coalesce(suggestion, '{}'))
         or (merge is null and passage_end > 2 * (select max(length(text)) from (
           select c.text union all select e.text from earlier_texts e where e.comment_id = c.id))) limit 1`,
    ],
    [
      'an event in it says what no event can say',
      `select 1 from events where kind not in (${list(actKinds)}) or not json_valid(body)
         or clock not between 1 and ${latestClock} or at not glob '????-??-??T*Z' limit 1`,
    ],
  ]
  return questions.find(([, sql]) => db.get(sql) !== undefined)?.[0] ?? null
}

const states = ['visible', 'held', 'spam', 'deleted-by-author', 'removed-by-moderator']
const kinds = ['comment', 'post', 'pingback', 'share', 'service']
/** A clock goes up by one with each row: nobody has so many. A higher one would run out of whole numbers. */
const latestClock = 2 ** 40

type NamedDecision = DecisionRow & {
  readonly commentKey: string
  readonly undoesUid: string | null
  readonly redoesUid: string | null
}

const namedDecisions = `select d.*, c.key as commentKey, coalesce(u.uid, substr(u.hash, 1, 32)) as undoesUid,
    coalesce(r.uid, substr(r.hash, 1, 32)) as redoesUid
  from decisions d join comments c on c.id = d.comment_id
  left join decisions u on u.id = d.undoes left join decisions r on r.id = d.redoes
  where d.uid is not null order by d.id`

/** Whether each row has the name that follows from what it says. */
function* ownNames(db: ReadableDB): Generator<{ readonly id: number; readonly fits: boolean }> {
  for (const row of db.iterate<NamedDecision>(namedDecisions)) {
    const { id, uid, commentKey: comment, undoesUid: undoes, redoesUid: redoes } = row
    yield {
      id,
      fits: isFromBeforeElsewhere(row) || uid === uidOf(contentOf(row, { comment, undoes, redoes })),
    }
  }
  const events = db.iterate<EventRow & { readonly commentKey: string | null }>(
    'select e.*, c.key as commentKey from events e left join comments c on c.id = e.comment_id order by e.id',
  )
  for (const row of events) yield { id: row.id, fits: row.uid === uidOf(eventContent(row, row.commentKey)) }
}

/**
 * Decisions from before the record are known by their hash, which only the copy that they were made in can make again.
 * Whoever brought them here from there has looked.
 */
const isFromBeforeElsewhere = ({ merge, independent, sitting, role }: DecisionRow): boolean =>
  merge !== null && independent === null && sitting === null && role === null

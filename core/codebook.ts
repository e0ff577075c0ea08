/** Makes a codebook of labels that somebody names: ids, keys and our "unsure" at the end. */
import type { CodebookDraft } from './contract/requests.ts'
import { type Codebook, type Label, needsGroundsByTone, type Reason, standardCodebook } from './labels.ts'
import { unsureBand } from './records.ts'
import { AppError } from './result.ts'
import { sentences } from './sentences.ts'

/**
 * @param id of the codebook; not that of our own, whose model is another
 * @throws AppError bad-request where two labels have the same name, or one has that of our "unsure"
 */
export function makeCodebook({ name, labels }: CodebookDraft, id: string): Codebook {
  const unsure = standardCodebook.labels.filter((label) => label.id === unsureBand)
  requireDifferent([...labels, ...unsure].map((label) => label.name.trim()))
  const ids = slugsOf(labels.map((label) => label.name))
  const letters = lettersOf(labels.map((label) => label.name))
  const own = labels.map(
    (label, place): Label => ({
      id: ids[place] ?? '',
      name: label.name.trim(),
      letter: letters[place] ?? '',
      shape: 'letter',
      tone: 'own',
      short: shortened(label.definition.trim()),
      definition: label.definition.trim(),
      examples: label.examples ?? [],
      reasons: reasonsOf(label.reasons ?? []),
      needsGrounds: false,
    }),
  )
  return { id, version: 1, name: name.trim(), labels: [...own, ...unsure], notGrounds: '' }
}

/** As it is kept in a project file. Codebooks from before had neither examples, reasons nor grounds. */
export function parseCodebook(json: string): Codebook {
  // Safe: written from a Codebook, of this version or an earlier one.
  const stored = JSON.parse(json) as Codebook & { readonly labels: readonly (Label & Partial<Label>)[] }
  return {
    ...stored,
    labels: stored.labels.map((label) => ({
      ...label,
      examples: label.examples ?? [],
      reasons: (label.reasons ?? []).map((reason) => ({
        ...reason,
        needsSentence: reason.needsSentence ?? false,
      })),
      needsGrounds: label.needsGrounds ?? needsGroundsByTone(label),
    })),
  }
}

function reasonsOf(reasons: readonly Pick<Reason, 'name' | 'sentence'>[]): readonly Reason[] {
  const ids = slugsOf(reasons.map(({ name }) => name))
  return reasons.map((reason, at) => ({ id: ids[at] ?? '', ...reason, needsSentence: false }))
}

function requireDifferent(names: readonly string[]): void {
  const plain = names.map((name) => name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' '))
  const again = names.find((_, at) => plain.indexOf(plain[at] ?? '') < at)
  if (again !== undefined) throw new AppError('bad-request', sentences.sameLabelTwice(again))
}

/** "unsure" is ours; the other is what every object has, and would be found where a label is looked up. */
const takenIds = [unsureBand, 'constructor']
/** Leaves room for a number behind it: an id has 64 characters at most. */
const longestSlug = 48

/** Letters, marks and digits of any script in lower case, with hyphens between; a number where that is taken. */
function slugsOf(names: readonly string[]): readonly string[] {
  const taken = new Set(takenIds)
  return names.map((name) => {
    const words =
      name
        .normalize('NFKC')
        .toLowerCase()
        .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
    const slug = cut(words.join('-'), longestSlug).replace(/-$/, '') || 'label'
    let free = slug
    for (let n = 2; taken.has(free); n += 1) free = `${slug}-${n}`
    taken.add(free)
    return free
  })
}

/** Keys that do something else while comments are read (see `renderer/src/keyboard`), and that of "unsure". */
const takenLetters = [...'UZJKSMOGEAPXR']
const latinLetters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/**
 * A key for each: the first letter of its name that is free, else its place in the row, else any letter. A digit always
 * stands for a place, so one in a name counts only where it is the label's own.
 */
function lettersOf(names: readonly string[]): readonly string[] {
  const taken = new Set(takenLetters)
  return names.map((name, at) => {
    const place = String(at + 1)
    const places = place.length === 1 ? [place] : []
    const signs = [...name.normalize('NFKC').toUpperCase()].filter(
      (sign) => isOneKey(sign) || places.includes(sign),
    )
    const free = [...signs, ...places, '0', ...latinLetters].find((sign) => !taken.has(sign)) ?? ''
    taken.add(free)
    return free
  })
}

/** No sign that only goes with a letter, and none that becomes two in the other case. */
const oneLetter = /^[\p{Lu}\p{Ll}\p{Lt}\p{Lo}]$/u
const isOneKey = (sign: string): boolean => oneLetter.test(sign) && oneLetter.test(sign.toLowerCase())

const longestShort = 48

/** What fits under the name on a button. */
function shortened(definition: string): string {
  const line = definition.replace(/\s+/gu, ' ')
  return line.length <= longestShort ? line : `${cut(line, longestShort - 1).trimEnd()}…`
}

/** At most so many UTF-16 units, and no half of a sign. */
function cut(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '')
}

/** Rows of the record as plain sentences, the same on the screen, in a file and on the command line. */
import type { Label } from '../labels.ts'
import type { ActKind, JudgedFacts, RecordEntry } from './entry.ts'

export type Body = Readonly<Record<string, unknown>>
type Labels = readonly Pick<Label, 'id' | 'name' | 'reasons'>[]

/** One sentence without its full stop's author: "Priya marked a comment troll (abuse of a person), blind." */
export function describeEntry(entry: RecordEntry, labels: Labels): string {
  const { kind, coder, judged, body } = entry
  const said = judged
    ? describeJudged(kind, judged, labels)
    : (acts[kind as ActKind] ?? (() => kind))(body ?? {}, labels)
  return `${coder} ${said}${entry.isMerged ? ', in another copy' : ''}.`
}

function describeJudged(kind: string, judged: JudgedFacts, labels: Labels): string {
  const { together, role, label, reason, mode, sawSuggestion } = judged
  const many = together > 1
  const what = many ? `${count(together, 'comment')} at once` : 'a comment'
  // Kept from whoever codes blind.
  if (label === null) return kind === 'undo' ? `took back a decision on ${what}` : `decided ${what}`
  const known = labels.find(({ id }) => id === label)
  const name = known?.name.toLowerCase() ?? label
  const rule = known?.reasons.find(({ id }) => id === reason)?.name.toLowerCase()
  const grounds = rule === undefined ? '' : ` (${rule})`
  if (kind === 'undo') return `took back ${name} on ${what}`
  if (kind === 'redo') return `gave ${name} again to ${what}${grounds}`
  if (role === 'adjudication') return `settled a dispute: ${name}${grounds}`
  if (role === 'appeal') return `decided an appeal: ${name}${grounds}`
  const seen = sawSuggestion ? ', with the suggestion in sight' : mode === null ? '' : ', blind'
  return `marked ${what} ${name}${grounds}${seen}`
}

const acts: Readonly<Record<ActKind, (body: Body, labels: Labels) => string>> = {
  upgrade: (body) => `took ${count(numberIn(body, 'decisions'), 'earlier row')} into the record`,
  setting: describeSetting,
  coder: () => 'began to work in this project',
  interest: (body) => `declared an interest in ${count(numberIn(body, 'phrases'), 'name')}`,
  codebook: (body) => `took up version ${numberIn(body, 'version')} of the codebook`,
  import: (body) => `brought in ${count(numberIn(body, 'added'), 'comment')} from ${textIn(body, 'name')}`,
  export: (body) => `exported ${count(numberIn(body, 'rows'), 'comment')} as ${textIn(body, 'format')}`,
  refit: (body) =>
    `learned from ${count(numberIn(body, 'decisions'), 'decision')}: model ${textIn(body, 'version')}`,
  package: (body) =>
    `made a work package of ${count(numberIn(body, 'comments'), 'comment')} for ${textIn(body, 'forCoder')}`,
  merge: (body) =>
    `merged another copy: ${count(numberIn(body, 'decisions'), 'decision')} came, ${count(numberIn(body, 'conflicts'), 'conflict')}`,
  opposite: (body) =>
    textIn(body, 'outcome') === 'changed'
      ? 'changed their mind in the opposite test'
      : 'would decide the same in the opposite test',
  letter: (body) => `made a letter, reference ${textIn(body, 'reference')}`,
  appeal: (body) => `recorded an appeal, reference ${textIn(body, 'reference')}`,
  outcome: (body) => `answered an appeal, reference ${textIn(body, 'reference')}: ${textIn(body, 'outcome')}`,
  expiry: () => 'let a label run out',
  disclosure: (body) => `made a disclosure folder of ${count(numberIn(body, 'files'), 'file')}`,
}

const settingNames: Readonly<Record<string, (value: unknown) => string>> = {
  twoPerson: (value) =>
    Array.isArray(value) && value.length > 0
      ? `two people needed for ${value.join(', ')}`
      : 'one person is enough',
  oppositeTest: (value) => `opposite test ${onOff(value)}`,
  expiresAfterDays: (value) =>
    value === null ? 'labels do not run out' : `labels run out after ${count(Number(value), 'day')}`,
  accusationLimit: (value) => `false-accusation limit ${Number((Number(value) * 100).toFixed(2))} %`,
  suggestions: (value) => `suggestions ${onOff(value)}`,
  sender: (value) => `letters are written by ${String(value) || 'nobody'}`,
  contact: () => 'where appeals are sent',
  appealDays: (value) => `${count(Number(value), 'day')} to appeal`,
  further: () => 'whom to turn to after an appeal',
  names: () => 'names of the body in comments',
  pseudonyms: (value) => `invented names ${onOff(value)}`,
}

/** Only what is not as it was before. */
/** "changed a setting: 14 days to appeal". @param body of such a row: the settings `now`, and `before` */
export function describeSetting(body: Body): string {
  const now = objectIn(body, 'now')
  const before = objectIn(body, 'before')
  const changes = Object.keys(now)
    .filter((name) => JSON.stringify(now[name]) !== JSON.stringify(before[name]))
    .map((name) => settingNames[name]?.(now[name]) ?? name)
  return `changed a setting: ${changes.join('; ') || 'nothing'}`
}

const onOff = (value: unknown): string => (value ? 'on' : 'off')
const count = (n: number, one: string): string => `${n.toLocaleString('en-GB')} ${one}${n === 1 ? '' : 's'}`
/** A list counts as many as are in it. */
function numberIn(body: Body, name: string): number {
  const value = body[name]
  return Array.isArray(value) ? value.length : typeof value === 'number' ? value : 0
}
const textIn = (body: Body, name: string): string => {
  const value = body[name]
  return typeof value === 'string' ? value : ''
}
const objectIn = (body: Body, name: string): Body => {
  const value = body[name]
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

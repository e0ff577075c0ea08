/**
 * doccano: labelled texts as JSON Lines, a list, or a table.
 * @source doccano.github.io/doccano, "Export dataset"; its table joins labels by "#"
 */
import type { Answer } from '../../records.ts'
import type { ExportFormat, Found, Source } from '../export-format.ts'
import type { Head } from '../head.ts'
import { plainName } from '../names.ts'
import { anyOf, readAnyJson } from '../parts/json-any.ts'
import { at, isObject, listAt, textAt } from '../parts/json-exact.ts'
import type { JsonRecord } from '../parts/json-records.ts'
import { answersOf, coderIn, contextIn, labelsIn } from '../parts/labelled.ts'
import { type TableRow, tableExport } from '../parts/table-export.ts'

const shared = { id: 'doccano', title: 'doccano export', platform: 'doccano', idsWithin: 'text' } as const

export const doccano: ExportFormat = {
  ...shared,
  detect: (head) => Math.max(rateTable(head), ...[sureOf(head, 0.95), sureOf(head, 0.9), sureOf(head, 0.7)]),
  async parse(source, sink) {
    const coder = coderOf(source)
    if (await isTable(source)) return tableOf(coder).parse(source, sink)
    await readAnyJson(source, sink, {
      places: [],
      onRecord: (record) => {
        if (isObject(record.value)) sink.comment(foundOf(record, coder))
        else sink.leaveOut(record.row, 'not-an-object', record.raw)
      },
    })
  },
}

/** All keys of a record that is nothing but a labelled text. */
const bareKeys = new Set(['id', 'text', 'data', 'label', 'labels', 'meta', 'metadata', 'comments', 'user'])

function sureOf(head: Head, sureness: number): number {
  return anyOf(head, (value) => rateRecord(value) >= sureness) ? sureness : 0
}

function rateRecord(value: unknown): number {
  if (!isObject(value) || (textAt(value, 'text') ?? textAt(value, 'data')) === null) return 0
  // These are Prodigy's.
  if (['answer', '_input_hash', '_task_hash'].some((key) => at(value, key) !== undefined)) return 0
  if (at(value, 'annotation_approver') !== undefined && Array.isArray(at(value, 'annotations'))) return 0.95
  // Before 1.0 there was nobody who approves.
  const annotations = at(value, 'annotations')
  if (Array.isArray(annotations) && annotations.length > 0 && annotations.every(isAnnotation)) return 0.9
  const labels = at(value, 'label') ?? at(value, 'labels') ?? at(value, 'cats')
  const isListed = Array.isArray(labels) && labels.every(isLabel)
  if (isListed && (at(value, 'id') !== undefined || Array.isArray(at(value, 'Comments')))) return 0.9
  if (Array.isArray(at(value, 'entities')) && Array.isArray(at(value, 'relations') ?? labels)) return 0.9
  if (isListed) return 0.9
  const isBare = Object.keys(value).every((key) => bareKeys.has(key.toLowerCase()))
  return isBare && typeof labels === 'string' ? 0.7 : 0
}

const isAnnotation = (value: unknown): boolean =>
  at(value, 'label') !== undefined && at(value, 'user') !== undefined

const isLabel = (value: unknown): boolean =>
  typeof value === 'string' ||
  typeof value === 'number' ||
  (Array.isArray(value) && value.length >= 3 && typeof value[0] === 'number') ||
  (at(value, 'label') !== undefined && at(value, 'user_id') === undefined)

function foundOf({ value, raw, row }: JsonRecord, coder: string): Found {
  const text = textAt(value, 'text') ?? textAt(value, 'data') ?? ''
  return {
    row,
    ...contextIn(value, at(value, 'meta'), at(value, 'metadata')),
    id: textAt(value, 'id'),
    text,
    answers: answersIn(value, { text, coder }),
    raw,
  }
}

function answersIn(
  value: unknown,
  { text, coder }: { readonly text: string; readonly coder: string },
): readonly Answer[] {
  const named = coderIn(at(value, 'annotator')) ?? coder
  const note = noteOf(listAt(value, 'Comments'))
  const kinds = ['label', 'labels', 'cats', 'entities'].map((key) => at(value, key))
  const own = answersOf(
    { coder: named, at: null, note },
    kinds.flatMap((kind) => labelsIn(kind, text)),
  )
  // Before 1.1, and in tables of that time, each annotation names its user by number.
  const byUser = new Map<string, unknown[]>()
  for (const annotation of listAt(value, 'annotations')) {
    const user = coderIn(at(annotation, 'user')) ?? named
    byUser.set(user, [...(byUser.get(user) ?? []), annotation])
  }
  const others = [...byUser].flatMap(([user, given]) =>
    answersOf({ coder: user, at: null, note }, labelsIn(given, text)),
  )
  return [...own, ...others]
}

function noteOf(comments: readonly unknown[]): string | null {
  const texts = comments.flatMap((comment) =>
    typeof comment === 'string' ? [comment] : [textAt(comment, 'text') ?? textAt(comment, 'comment') ?? ''],
  )
  const said = texts.filter((text) => text.trim() !== '')
  return said.length === 0 ? null : said.join('\n')
}

const tableNames = [
  ['id', 'data', 'label'],
  ['id', 'text', 'label'],
] as const

/** A table that has more columns than a labelled text needs may be anybody's, and be better read by its columns. */
function rateTable({ rows }: Pick<Head, 'rows'>): number {
  const names = (rows[0] ?? []).map(plainName)
  const has = (wanted: readonly string[]) => wanted.every((name) => names.includes(name))
  if (has(tableNames[0])) return 0.85
  return has(tableNames[1]) && names.every((name) => bareKeys.has(name)) ? 0.7 : 0
}

async function isTable(source: Source): Promise<boolean> {
  let start = ''
  for await (const chunk of source.text()) {
    start += chunk
    if (start.trimStart() !== '') break
  }
  return !/^\s*[[{]/.test(start)
}

const tableOf = (coder: string): ExportFormat =>
  tableExport({ ...shared, names: tableNames, open: () => (row) => rowFound(row, coder) })

function rowFound({ get, row, raw }: TableRow, coder: string): Found {
  const text = get('data') ?? get('text') ?? ''
  const labels = get('label')?.split('#') ?? []
  const columns = {
    author: get('author'),
    time: get('time') ?? get('created at'),
    thread_id: get('thread id') ?? get('thread'),
    parent_id: get('parent id'),
    url: get('url'),
  }
  const by = { coder: get('user') ?? get('annotator') ?? coder, at: null, note: get('comments') }
  return {
    row,
    ...contextIn(columns),
    id: get('id'),
    text,
    answers: answersOf(by, labelsIn(labels, text)),
    raw,
  }
}

/**
 * Where each works alone, the export is an archive of a file for each, called by their names. Taken out of it and chosen
 * one by one they are told by their names all the same: two people must not become one.
 */
function coderOf({ name, beside }: Source): string {
  const own = name
    .replace(/\.(jsonl?|csv)$/i, '')
    .replace(/\s?\(\d+\)$/, '')
    .trim()
  if (own === '' || /^(all|unknown)$/i.test(own)) return 'doccano'
  const isOneOfSeveral = beside(/\.(jsonl?|csv)$/i) !== null
  return isOneOfSeveral || mayBeUser(own) ? own : 'doccano'
}

/** Names of users have no blanks; those of files mostly say what is in them. */
const mayBeUser = (name: string): boolean =>
  /^[\p{L}\p{N}@.+_-]{1,150}$/u.test(name) &&
  (name.includes('@') || wordsOf(name).every((word) => !wordsOfFiles.has(word)))

const wordsOf = (name: string): readonly string[] => name.toLowerCase().split(/[^\p{L}]+/u)

const wordsOfFiles = new Set(
  `doccano file data dataset train training test dev valid validation eval export exports exported download output
  result results project label labels labeled labelled annotation annotations annotated comment comments text texts
  sentence sentences review reviews tweet tweets post posts message messages sample samples example examples fixture
  old new final part batch v json jsonl csv`.split(/\s+/),
)

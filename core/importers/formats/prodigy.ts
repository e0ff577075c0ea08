/** Prodigy: a task a line, with what was shown, and accept, reject or ignore. @source prodi.gy/docs/api-interfaces */
import type { Answer } from '../../records.ts'
import type { ExportFormat, Found, Sink } from '../export-format.ts'
import { textOfHtml } from '../parts/html-text.ts'
import { anyOf, readAnyJson } from '../parts/json-any.ts'
import { at, isObject, listAt, textAt } from '../parts/json-exact.ts'
import type { JsonRecord } from '../parts/json-records.ts'
import { answersOf, coderIn, contextIn, labelsIn, type Marked, timeIn } from '../parts/labelled.ts'

export const prodigy: ExportFormat = {
  id: 'prodigy',
  title: 'Prodigy annotations',
  platform: 'prodigy',
  idsWithin: 'text',
  detect: (head) => (anyOf(head, isHashed) ? 0.97 : anyOf(head, isAnswered) ? 0.85 : 0),
  parse: (source, sink) =>
    readAnyJson(source, sink, {
      places: [],
      onRecord: (record) => {
        if (isObject(record.value)) sink.comment(foundOf(record, sink))
        else sink.leaveOut(record.row, 'not-an-object', record.raw)
      },
    }),
}

const isHashed = (value: unknown): boolean =>
  at(value, '_task_hash') !== undefined && at(value, '_input_hash') !== undefined

const isAnswered = (value: unknown): boolean =>
  /^(accept|reject|ignore)$/.test(textAt(value, 'answer') ?? '') &&
  ['label', 'accept', 'spans', 'options'].some((key) => at(value, key) !== undefined)

function foundOf({ value, raw, row }: JsonRecord, sink: Sink): Found {
  const text = textAt(value, 'text') ?? textOfHtml(textAt(value, 'html') ?? '')
  const own = givenIn(value, { text, coder: coderOf(value) })
  // A review holds what each coder had said, and then the reviewer's own answer.
  const versions = listAt(value, 'versions').flatMap((version) => {
    const coders = listAt(version, 'sessions').flatMap((session) => coderIn(session) ?? [])
    return coders.map((coder) => givenIn(version, { text, coder: named(coder) }))
  })
  const given = [own, ...versions]
  for (const { unsaid } of given)
    if (unsaid !== null && text.trim() !== '') sink.repaired(row, 'no-answer', unsaid)
  return {
    row,
    ...contextIn(at(value, 'meta')),
    // The same for the same text, whoever was asked about it.
    id: textAt(value, '_input_hash') ?? textAt(value, 'id'),
    text,
    answers: given.flatMap(({ answers }) => answers),
    raw,
  }
}

interface Given {
  readonly answers: readonly Answer[]
  /** Why an answer gives no label. */
  readonly unsaid: string | null
}

function givenIn(task: unknown, { text, coder }: { readonly text: string; readonly coder: string }): Given {
  const shown = shownIn(task, text)
  const said = textAt(task, 'answer')
  // Whoever rejects says what it is not, and not what it is.
  if (said === 'reject') {
    const names = [...new Set(shown.map(({ label }) => label))].join(', ')
    return { answers: [], unsaid: names === '' ? `${coder}: rejected` : `${coder}: not ${names}` }
  }
  if (said === 'ignore') return { answers: [], unsaid: `${coder}: ignored` }
  // Without an answer it is a task that nobody was asked about; its label is a guess of the model.
  if (said !== 'accept') return { answers: [], unsaid: null }
  return { answers: answersOf({ coder, at: timeIn(at(task, '_timestamp')) }, shown), unsaid: null }
}

function shownIn(task: unknown, text: string): readonly Marked[] {
  const options = listAt(task, 'options')
  const chosen = [at(task, 'accept') ?? []].flat().map((id) => optionName(options, id))
  const spans = listAt(task, 'spans').filter((span) => at(span, 'label') !== undefined)
  // With options, the label is a heading over them.
  const label = options.length > 0 || chosen.length > 0 ? null : at(task, 'label')
  return [...labelsIn(chosen, text), ...labelsIn(label, text), ...labelsIn(spans, text)]
}

/** An option goes by its id, unless that is only a number. */
function optionName(options: readonly unknown[], id: unknown): unknown {
  if (typeof id !== 'number') return id
  return (
    textAt(
      options.find((option) => at(option, 'id') === id),
      'text',
    ) ?? id
  )
}

const coderOf = (task: unknown): string =>
  named(textAt(task, '_annotator_id') ?? textAt(task, '_session_id') ?? '')

/** A session without a name goes by the time when it began. */
const named = (session: string): string =>
  session.trim() === '' || /^\d{4}-\d{2}-\d{2}_\d{2}-\d{2}-\d{2}$/.test(session) ? 'prodigy' : session

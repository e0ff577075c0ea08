/** Label Studio: tasks with every annotator's annotations, as its JSON export has them. @source labelstud.io/guide/export */
import type { Answer } from '../../records.ts'
import type { ExportFormat, Found, Sink } from '../export-format.ts'
import { anyOf, readAnyJson } from '../parts/json-any.ts'
import { at, isObject, listAt, textAt } from '../parts/json-exact.ts'
import type { JsonRecord } from '../parts/json-records.ts'
import { flatRecord, isFlat, isFlatTable, readFlatTable } from '../parts/label-studio-flat.ts'
import { answersOf, coderIn, contextIn, labelsIn, textKeyOf, timeIn } from '../parts/labelled.ts'

export const labelStudio: ExportFormat = {
  id: 'label-studio',
  title: 'Label Studio export',
  platform: 'label-studio',
  idsWithin: 'text',
  detect: (head) => {
    if (anyOf(head, isTask)) return 0.96
    return anyOf(head, isFlat) || head.rows.slice(0, 1).some(isFlatTable) ? 0.93 : 0
  },
  async parse(source, sink) {
    let start = ''
    for await (const chunk of source.text()) {
      start += chunk
      if (start.trimStart() !== '') break
    }
    if (!/^\s*[[{]/.test(start)) return readFlatTable(source, sink)
    await readAnyJson(source, sink, {
      places: ['tasks.*'],
      onRecord: (record) => {
        if (!isObject(record.value)) sink.leaveOut(record.row, 'not-an-object', record.raw)
        else if (isObject(at(record.value, 'data'))) sink.comment(foundOf(record, sink))
        else sink.comment(flatRecord(record.value, record))
      },
    })
  },
}

const isTask = (value: unknown): boolean => isObject(at(value, 'data')) && annotationsOf(value) !== null

/** Before 1.0 annotations were called completions. */
function annotationsOf(task: unknown): readonly unknown[] | null {
  const found = at(task, 'annotations') ?? at(task, 'completions')
  return Array.isArray(found) ? found : null
}

function foundOf({ value, raw, row }: JsonRecord, sink: Sink): Found {
  const data = at(value, 'data')
  const text = textOf(data)
  const answers: Answer[] = []
  for (const annotation of annotationsOf(value) ?? []) {
    const coder = coderOf(annotation)
    const isSkipped = [at(annotation, 'was_cancelled'), at(annotation, 'skipped')].includes(true)
    const given = isSkipped ? [] : answersIn(annotation, { coder, text })
    answers.push(...given)
    if (given.length === 0 && text.trim() !== '')
      sink.repaired(row, 'no-answer', `${coder}: ${isSkipped ? 'skipped' : 'no label'}`)
  }
  return {
    row,
    ...contextIn(data, at(value, 'meta'), at(data, 'meta')),
    id: textAt(value, 'id'),
    text,
    answers,
    raw,
  }
}

/** A conversation is a list of turns. */
function textOf(data: unknown): string {
  const key = textKeyOf(data)
  if (key !== null) return textAt(data, key) ?? ''
  const turns = Object.values(isObject(data) ? data : {}).find(
    (value) => Array.isArray(value) && value.some((turn) => textAt(turn, 'text') !== null),
  )
  return listAt({ turns }, 'turns')
    .flatMap((turn) => {
      const said = textAt(turn, 'text')
      const who = textAt(turn, 'author')
      return said === null ? [] : [who === null ? said : `${who}: ${said}`]
    })
    .join('\n')
}

function coderOf(annotation: unknown): string {
  const by = coderIn(at(annotation, 'completed_by')) ?? textAt(annotation, 'created_username')
  return by?.trim() || 'label-studio'
}

function answersIn(
  annotation: unknown,
  { coder, text }: { readonly coder: string; readonly text: string },
): readonly Answer[] {
  const results = listAt(annotation, 'result')
  const questions = new Set(
    results
      .filter((result) => labelsIn(at(result, 'value'), text).length > 0)
      .map((result) => textAt(result, 'from_name')),
  )
  const written = results
    .flatMap((result) => listAt(result, 'value', 'text'))
    .filter((one) => typeof one === 'string')
  const when = timeIn(at(annotation, 'created_at'))
  return results.flatMap((result) => {
    const value = at(result, 'value')
    // What was written into a box is a remark on the labels; relations join others and are no labels.
    if (Array.isArray(at(value, 'text')) || !isObject(value)) return []
    const question = textAt(result, 'from_name')
    const remarks = [
      ...(questions.size > 1 && question !== null ? [`Question: ${question}`] : []),
      ...written,
    ]
    return answersOf(
      { coder, at: when, note: remarks.length === 0 ? null : remarks.join('\n') },
      labelsIn(value, text),
    )
  })
}

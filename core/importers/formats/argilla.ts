/**
 * Argilla: records with every user's responses, in the shapes of its versions 0, 1 and 2 and of the datasets made of them.
 * @source docs.argilla.io, "Importing and exporting datasets and records"
 */
import type { Answer } from '../../records.ts'
import type { ExportFormat, Found, Sink } from '../export-format.ts'
import { anyOf, readAnyJson } from '../parts/json-any.ts'
import { at, isObject, type JsonObject, listAt, textAt } from '../parts/json-exact.ts'
import type { JsonRecord } from '../parts/json-records.ts'
import { answersOf, coderIn, contextIn, labelsIn, textKeyOf, timeIn } from '../parts/labelled.ts'

export const argilla: ExportFormat = {
  id: 'argilla',
  title: 'Argilla records',
  platform: 'argilla',
  idsWithin: 'text',
  detect: (head) => (anyOf(head, isRecord) || isRecord(listAt(head.json, 'items')[0]) ? 0.95 : 0),
  parse: (source, sink) =>
    readAnyJson(source, sink, {
      places: ['items.*', 'records.*'],
      onRecord: (record) => {
        if (isObject(record.value)) sink.comment(foundOf(record.value, record, sink))
        else sink.leaveOut(record.row, 'not-an-object', record.raw)
      },
    }),
}

function isRecord(value: unknown): boolean {
  if (!isObject(value)) return false
  if (
    isObject(at(value, 'fields')) &&
    ['responses', 'suggestions'].some((key) => at(value, key) !== undefined)
  )
    return true
  if (at(value, 'annotation_agent') !== undefined && at(value, 'annotation') !== undefined) return true
  return questionsOf(value).length > 0
}

/** One response of one user to one question. */
interface Response {
  readonly coder: string
  readonly value: unknown
  readonly status: string
  readonly at: string | null
}

function foundOf(value: JsonObject, { raw, row }: JsonRecord, sink: Sink): Found {
  const fields = fieldsOf(value)
  const key = textKeyOf(fields)
  const text = (key === null ? null : textAt(fields, key)) ?? ''
  const responses = responsesOf(value)
  const submitted = responses.filter(({ status }) => status === 'submitted' || status === '')
  const unsaid = new Set(
    responses
      .filter(({ status }) => status === 'draft' || status === 'discarded' || status === 'pending')
      .map(({ coder, status }) => `${coder}: ${status}`),
  )
  if (text.trim() !== '') for (const one of unsaid) sink.repaired(row, 'no-answer', one)
  return {
    row,
    ...contextIn(metadataOf(value), fields),
    id: textAt(value, 'external_id') ?? textAt(value, 'id') ?? textAt(value, '_server_id'),
    text,
    answers: byCoder(submitted, text),
    raw,
  }
}

function byCoder(responses: readonly Response[], text: string): readonly Answer[] {
  return responses.flatMap(({ coder, value, at: when }) => {
    const others = responses.filter((other) => other.coder === coder && isWrittenOut(other.value))
    const note = others.map((other) => String(other.value)).join('\n')
    return answersOf(
      { coder, at: when, note: note === '' ? null : note },
      isWrittenOut(value) ? [] : labelsIn(value, text),
    )
  })
}

/** Questions for a text are answered in sentences, which are remarks and not labels. */
const isWrittenOut = (value: unknown): boolean =>
  typeof value === 'string' && (value.length > 60 || value.includes('\n') || /\S+(\s+\S+){5}/.test(value))

/** In the rows of a dataset the fields stand beside the rest. */
function fieldsOf(value: JsonObject): JsonObject {
  const fields = at(value, 'fields') ?? at(value, 'inputs')
  if (isObject(fields)) return fields
  const isOther = (key: string) =>
    /^(id|status|_server_id|external_id|metadata|inserted_at|updated_at)$|[.-](suggestion|responses)/.test(
      key,
    )
  return Object.fromEntries(Object.entries(value).filter(([key]) => !isOther(key)))
}

/** The datasets of version 1 hold it as JSON in a text. */
function metadataOf(value: unknown): unknown {
  const metadata = at(value, 'metadata')
  if (typeof metadata !== 'string') return metadata
  try {
    return JSON.parse(metadata)
  } catch {
    return null
  }
}

function responsesOf(value: JsonObject): readonly Response[] {
  const responses = at(value, 'responses')
  if (Array.isArray(responses)) return responses.flatMap(valuesOf)
  if (isObject(responses))
    return Object.values(responses).flatMap((given) => listAt({ given }, 'given').map(responseOf))
  const old = at(value, 'annotation')
  if (old !== undefined && old !== null) {
    const coder = coderIn(at(value, 'annotation_agent')) ?? 'argilla'
    const status = /discarded/i.test(textAt(value, 'status') ?? '') ? 'discarded' : 'submitted'
    return [{ coder, value: old, status, at: timeIn(at(value, 'event_timestamp')) }]
  }
  return questionsOf(value).flatMap((question) => columnsOf(value, question))
}

/** Version 1: one response of a user with the values of all questions. */
function valuesOf(response: unknown): readonly Response[] {
  const values = at(response, 'values')
  // Discarded ones have no values.
  if (!isObject(values)) return [responseOf(response)]
  return Object.values(values).map((one) => ({
    ...responseOf(response),
    value: isObject(one) ? at(one, 'value') : one,
  }))
}

function responseOf(response: unknown): Response {
  return {
    coder: coderIn(at(response, 'user_id')) ?? coderIn(at(response, 'user')) ?? 'argilla',
    value: at(response, 'value'),
    status: textAt(response, 'status') ?? '',
    at: timeIn(at(response, 'updated_at')) ?? timeIn(at(response, 'inserted_at')),
  }
}

/** The questions of a row of a dataset: "label.responses" of version 2, or a list of responses by itself of version 1. */
function questionsOf(value: JsonObject): readonly string[] {
  return Object.keys(value).filter(
    (key) =>
      (key.endsWith('.responses') && key.length > '.responses'.length) ||
      listAt(value, key).some((one) => at(one, 'user_id') !== undefined && at(one, 'value') !== undefined),
  )
}

function columnsOf(value: JsonObject, question: string): readonly Response[] {
  if (!question.endsWith('.responses')) return listAt(value, question).map(responseOf)
  const users = listAt(value, `${question}.users`)
  const statuses = listAt(value, `${question}.status`)
  return listAt(value, question).map((one, place) => ({
    coder: coderIn(users[place]) ?? 'argilla',
    value: one,
    status: String(statuses[place] ?? ''),
    at: null,
  }))
}

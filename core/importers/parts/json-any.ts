/**
 * Reads JSON exports that come in several wrappings: a list, lines, values one after another, an object that
 * holds lists, one record alone.
 */
import type { Sink, Source } from '../export-format.ts'
import { at, isObject } from './json-exact.ts'
import { readJsonLines } from './json-lines.ts'
import { type JsonRecord, readJsonRecords } from './json-records.ts'
import { asList, isSequence } from './json-sequence.ts'
import { peek } from './peek.ts'

export interface AnyJsonOptions {
  /** Where records are in an object around them, such as "data.*"; an object without these lists is a record. */
  readonly places: readonly string[]
  /** Called for each record; a list's own items are at the path of their index, a record alone at []. */
  readonly onRecord: (record: JsonRecord) => void
}

/** Takes nothing: for a first look through a file, whose problems the second look tells. */
export const silent: Sink = { comment() {}, leaveOut() {}, repaired() {}, incomplete() {} }

export async function readAnyJson(source: Source, sink: Sink, options: AnyJsonOptions): Promise<void> {
  const { places, onRecord } = options
  const { text, json, lines } = await peek(source)
  const start = text.trimStart()
  if (start.startsWith('[') && !startsLikeLines(start)) {
    return readJsonRecords(source, sink, { places: ['*'], onRecord })
  }
  if (isSequence(text)) return readJsonRecords(asList(source), sink, { places: ['*'], onRecord })
  const isAround = places.some((place) => isThere(json, place))
  if (isAround) return readJsonRecords(source, sink, { places, onRecord })
  // A damaged line must not cost the lines after it.
  if (lines.length > 0 && /^[^\n]*\}\s*\n/.test(start)) return readJsonLines(source, sink, { onRecord })
  return readJsonRecords(source, sink, { places: [''], onRecord })
}

/** Whether the list or the object that a place is about is in a file that begins so. */
function isThere(json: unknown, place: string): boolean {
  const found = at(json, ...(place.split('.*', 1)[0]?.split('.') ?? []))
  return place.includes('*') ? Array.isArray(found) : isObject(found) || Array.isArray(found)
}

/** A list a line, as of a listing of Reddit's, is not one list. */
const startsLikeLines = (start: string): boolean => /^\[[^\n]*\]\s*\n\s*\[/.test(start)

/** Whether an object, or one of the first of a list or of lines, is one that `fits`. */
export function anyOf(
  head: { readonly json: unknown; readonly lines: readonly unknown[] },
  fits: (value: unknown) => boolean,
): boolean {
  const first = Array.isArray(head.json) ? head.json.slice(0, 20) : [head.json, ...head.lines.slice(0, 20)]
  return first.some(fits)
}

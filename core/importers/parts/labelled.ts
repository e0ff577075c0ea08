/** What the files of labelling tools have in common: labels in many shapes, coders, and the text that was labelled. */
import type { Answer } from '../../records.ts'
import { parseTime } from '../../time.ts'
import type { Found } from '../export-format.ts'
import { at, isObject, textAt } from './json-exact.ts'

/** A label as the file writes it. */
export interface Marked {
  readonly label: string
  /** The passage that it was set on, where it was not set on the whole text. */
  readonly passage: string | null
}

export interface GivenBy {
  readonly coder: string
  /** UTC, ISO 8601. */
  readonly at: string | null
  readonly note?: string | null
}

/** Answers written out at length are no labels: summaries, translations, remarks. */
const longestLabel = 100
const longestNote = 400
const mostLabels = 200
const deepest = 5

/**
 * The labels in a value: a text, a figure, `["a", "b"]`, `[0, 4, "a"]`, `{"choices": […]}`, `{"start", "end", "labels"}`,
 * and lists of these. Offsets count characters as Python does.
 */
export function labelsIn(value: unknown, text: string): readonly Marked[] {
  const found: Marked[] = []
  collect({ found, text }, value, { depth: 0, passage: null })
  return found
}

interface Collecting {
  readonly found: Marked[]
  readonly text: string
}

interface Place {
  readonly depth: number
  readonly passage: string | null
}

function collect(into: Collecting, value: unknown, { depth, passage }: Place): void {
  if (into.found.length >= mostLabels || depth > deepest) return
  const next = { depth: depth + 1, passage }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    const label = String(value).trim().toWellFormed()
    if (label !== '' && label.length <= longestLabel) into.found.push({ label, passage })
  } else if (Array.isArray(value)) {
    const [start, end, label] = value as readonly unknown[]
    const isSpan = value.length >= 3 && typeof start === 'number' && typeof end === 'number'
    if (isSpan) collect(into, label, { ...next, passage: passageOf(into.text, start, end) })
    else for (const one of value.slice(0, mostLabels)) collect(into, one, next)
  } else if (isObject(value)) {
    const inner = ['choices', 'labels', 'label', 'taxonomy', 'rating', 'number', 'value', 'ranking']
      .map((key) => at(value, key))
      .find((one) => one !== undefined && one !== null)
    collect(into, inner, { ...next, passage: passage ?? passageIn(into.text, value) })
  }
}

function passageIn(text: string, span: unknown): string | null {
  const start = at(span, 'start') ?? at(span, 'start_offset')
  const end = at(span, 'end') ?? at(span, 'end_offset')
  if (typeof start !== 'number' || typeof end !== 'number') return null
  return textAt(span, 'text') ?? passageOf(text, start, end)
}

function passageOf(text: string, start: number, end: number): string | null {
  if (!(start >= 0 && end > start && start < text.length)) return null
  const passage =
    /\p{Cs}/v.test(text) || !hasPairs(text) ? text.slice(start, end) : inCharacters(text, start, end)
  return passage.trim() === '' ? null : passage
}

const hasPairs = (text: string): boolean => /[\u{10000}-\u{10ffff}]/u.test(text)

const inCharacters = (text: string, start: number, end: number): string =>
  Array.from(text).slice(start, end).join('')

/** One answer for each label, however often it was set. */
export function answersOf(
  { coder, at: when, note = null }: GivenBy,
  marked: readonly Marked[],
): readonly Answer[] {
  const passages = new Map<string, string[]>()
  for (const { label, passage } of marked) {
    const known = passages.get(label) ?? []
    if (passage !== null) known.push(`“${passage}”`)
    passages.set(label, known)
  }
  return [...passages].map(([label, on]) => {
    const notes = [...(on.length === 0 ? [] : [`On ${on.join(', ')}`]), ...(note === null ? [] : [note])]
    return {
      coder: coder.trim().toWellFormed() || 'unknown',
      label,
      at: when,
      note: notes.length === 0 ? null : notes.join('\n').slice(0, longestNote).toWellFormed(),
    }
  })
}

/** The name of whoever labelled, told by a name, a number, or an object with an e-mail address, a name, or a number. */
export function coderIn(value: unknown): string | null {
  if (!isObject(value)) return textAt({ value }, 'value')?.trim() ?? null
  const names = [textAt(value, 'first_name'), textAt(value, 'last_name')].filter((name) => name !== null)
  return (
    textAt(value, 'email') ??
    textAt(value, 'username') ??
    textAt(value, 'name') ??
    (names.length > 0 ? names.join(' ') : textAt(value, 'id'))
  )
}

/** When something was labelled: ISO 8601 or since 1970. */
export const timeIn = (value: unknown): string | null => {
  const written = textAt({ value }, 'value')
  return written === null ? null : parseTime(written, 'ymd')
}

const textNames =
  'text data comment comment_text body content message review post tweet sentence document'.split(' ')

/** The key of the text that was labelled: by its name, else the longest that is no address. */
export function textKeyOf(data: unknown, isData: (key: string) => boolean = () => true): string | null {
  const named = textNames.find((name) => isData(name) && textAt(data, name) !== null)
  if (named !== undefined || !isObject(data)) return named ?? null
  let best: { readonly key: string; readonly length: number } | null = null
  for (const [key, value] of Object.entries(data)) {
    if (typeof value !== 'string' || !isData(key) || /^(https?|s3|gs):\/\//i.test(value)) continue
    if (value.trim() !== '' && value.length > (best?.length ?? 0)) best = { key, length: value.length }
  }
  return best?.key ?? null
}

/** What a labelled record still says of the comment that it was. The first place that says a thing is believed. */
export function contextIn(
  ...places: readonly unknown[]
): Pick<Found, 'author' | 'time' | 'parentId' | 'threadId' | 'threadTitle' | 'url' | 'lang'> {
  const first = (...names: readonly string[]): string | null => {
    for (const place of places) {
      for (const name of names) {
        const found = textAt(place, name)
        if (found !== null) return found
      }
    }
    return null
  }
  return {
    author: first('author', 'author_name', 'username', 'user_name'),
    time: first('time', 'created_utc', 'timestamp', 'date', 'published_at'),
    parentId: first('parent_id', 'parent', 'reply_to'),
    threadId: first('thread_id', 'thread', 'conversation_id'),
    threadTitle: first('thread_title'),
    url: first('url', 'permalink', 'comment_url'),
    lang: first('lang', 'language'),
  }
}

/** Lays objects out as rows: values inside objects are columns by their path, such as "author.name". */
import type { Reading } from '../../records.ts'
import { isObject, type JsonObject } from './json-exact.ts'

export interface JsonColumns {
  /** Those met so far; only ever grows, at its end. */
  readonly names: readonly string[]
  /** One value a column, in that order; absent where the object has none. */
  readonly valuesOf: (record: JsonObject) => readonly (string | undefined)[]
}

/** Files that name a new key in every record must not fill the memory: further keys stay in the original only. */
const mostColumns = 400
const deepest = 6
const longestPath = 200

export function createJsonColumns(reading: Pick<Reading, 'columns'>): JsonColumns {
  const state: State = {
    names: [],
    places: new Map(),
    wanted: new Set(Object.values(reading.columns)),
  }
  return {
    names: state.names,
    valuesOf(record) {
      const values: (string | undefined)[] = []
      collect({ state, values, path: '', depth: 0 }, record)
      return values
    },
  }
}

interface State {
  readonly names: string[]
  readonly places: Map<string, number>
  /** Columns that the reading uses: these are kept however many others there are. */
  readonly wanted: ReadonlySet<string>
}

interface Collecting {
  readonly state: State
  readonly values: (string | undefined)[]
  readonly path: string
  readonly depth: number
}

/** A key "author.name" at the top comes before a `name` inside `author`: what is met first stands. */
function collect(at: Collecting, object: JsonObject): void {
  const nested: [string, JsonObject][] = []
  for (const [key, value] of Object.entries(object)) {
    const path = at.path === '' ? key : `${at.path}.${key}`
    if (isObject(value)) nested.push([path, value])
    else if (value !== null) put(at, path, valueText(value))
  }
  if (at.depth >= deepest) return
  for (const [path, value] of nested) collect({ ...at, path, depth: at.depth + 1 }, value)
}

function put({ state, values }: Collecting, path: string, text: string): void {
  const place = state.places.get(path) ?? newPlace(state, path)
  if (place !== null && values[place] === undefined) values[place] = text
}

function newPlace(state: State, path: string): number | null {
  if (!state.wanted.has(path) && (state.names.length >= mostColumns || path.length > longestPath)) return null
  state.places.set(path, state.names.length)
  return state.names.push(path) - 1
}

/** A list of words or figures as its JSON; of a list that holds more than that only how long it is. */
function valueText(value: unknown): string {
  if (!Array.isArray(value)) return String(value)
  return value.every((part) => typeof part !== 'object' || part === null)
    ? JSON.stringify(value)
    : `[${value.length}]`
}

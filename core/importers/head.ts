/** The beginning of a file, looked at in the ways that tell formats apart. Each is done once, and only when asked for. */
import type { Delimiter } from '../records.ts'
import { rowsOf, separatorLine, toldOrGuessed } from './csv-layout.ts'
import { parseJsonPrefix } from './parts/json-prefix.ts'

export interface Head {
  readonly name: string
  readonly folder: string
  /** At most 64 Ki UTF-16 units, without a byte order mark. */
  readonly text: string
  /** Whether `text` is the whole file. */
  readonly isWhole: boolean
  /** The text as JSON as far as it goes, brackets that are still open closed; undefined where it does not begin as JSON. */
  readonly json: unknown
  /** The first lines as JSON, one each; those that are none, or are cut off, are left out. */
  readonly lines: readonly unknown[]
  /** The first rows as a table, by the delimiter that fits best; at most 60. */
  readonly rows: readonly (readonly string[])[]
  readonly delimiter: Delimiter
}

export const headLength = 64 * 1024
const linesLookedAt = 50

export function headOf(of: {
  readonly name: string
  readonly folder: string
  readonly text: string
  readonly isWhole: boolean
}): Head {
  const text = of.text.slice(0, headLength)
  const delimiter = once(() => toldOrGuessed(text))
  const json = once(() => parseJsonPrefix(text))
  const lines = once(() => jsonLines(text))
  const rows = once(() => rowsOf(text.slice(separatorLine(text)?.length ?? 0), delimiter()))
  return {
    name: of.name,
    folder: of.folder,
    text,
    isWhole: of.isWhole && of.text.length <= headLength,
    get json() {
      return json()
    },
    get lines() {
      return lines()
    },
    get rows() {
      return rows()
    },
    get delimiter() {
      return delimiter()
    },
  }
}

function jsonLines(text: string): readonly unknown[] {
  const lines = text.split(/\r\n|\n|\r/, linesLookedAt)
  return lines.flatMap((line) => {
    if (!/^\s*[{[]/.test(line)) return []
    try {
      return [JSON.parse(line) as unknown]
    } catch {
      return []
    }
  })
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

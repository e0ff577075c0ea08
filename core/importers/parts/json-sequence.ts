/** JSON values one after another, each over several lines, or several in one: as jq and some backups write them. */
import type { Source } from '../export-format.ts'

interface Scan {
  depth: number
  isInString: boolean
  isEscaped: boolean
}

const newScan = (): Scan => ({ depth: 0, isInString: false, isEscaped: false })

/** Where in a chunk an object or a list begins that is in no other. */
function startsIn(scan: Scan, chunk: string): readonly number[] {
  const starts: number[] = []
  for (let at = 0; at < chunk.length; at += 1) {
    const unit = chunk.charCodeAt(at)
    if (scan.isInString) {
      if (scan.isEscaped) scan.isEscaped = false
      else if (unit === 92) scan.isEscaped = true
      else if (unit === 34) scan.isInString = false
    } else if (unit === 34) scan.isInString = true
    else if (unit === 123 || unit === 91) {
      if (scan.depth === 0) starts.push(at)
      scan.depth += 1
    } else if (unit === 125 || unit === 93) scan.depth = Math.max(0, scan.depth - 1)
  }
  return starts
}

const valuesLookedAt = 4

/**
 * Whether a file that begins so holds several values that are not one a line. A damaged line does not make it one: all
 * values that are looked at are whole.
 */
export function isSequence(beginning: string): boolean {
  const starts = startsIn(newScan(), beginning)
  if (starts.length < 2 || beginning.slice(0, starts[0]).trim() !== '') return false
  const values = starts
    .slice(0, valuesLookedAt)
    .flatMap((from, place) => beginning.slice(from, starts[place + 1] ?? from))
    .filter((value) => value !== '')
  return values.every(isJson) && values.some((value) => !/^[^\n]*[\]}][ \t\r]*\n\s*$/.test(value))
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** The same values as one list. */
export function asList(source: Source): Source {
  return {
    ...source,
    async *text() {
      const scan = newScan()
      let isFirst = true
      yield '['
      for await (const chunk of source.text()) {
        let from = 0
        let parts = ''
        for (const start of startsIn(scan, chunk)) {
          parts += `${chunk.slice(from, start)}${isFirst ? '' : ','}`
          isFirst = false
          from = start
        }
        yield parts + chunk.slice(from)
      }
      if (scan.depth === 0) yield ']'
    },
  }
}

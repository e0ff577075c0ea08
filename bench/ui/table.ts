/** What was asked, what was found, side by side. */
import { quantile } from '../support.ts'

export interface Finding {
  readonly what: string
  /** In words: "50 ms at 95 %, 16 ms median". */
  readonly asked: string
  /** In milliseconds, one a try. */
  readonly times: readonly number[]
  /** Whether the times are what was asked. */
  readonly holds: boolean
}

export function finding(
  what: string,
  times: readonly number[],
  most: { readonly median?: number; readonly high?: number },
): Finding {
  const { median = Number.POSITIVE_INFINITY, high = Number.POSITIVE_INFINITY } = most
  const asked = [
    ...(most.median === undefined ? [] : [`median ${most.median}`]),
    ...(most.high === undefined ? [] : [`95 % ${most.high}`]),
  ].join(', ')
  const holds = quantile(times, 0.5) <= median && quantile(times, 0.95) <= high
  return { what, asked: asked === '' ? '' : `${asked} ms`, times, holds }
}

/** Lines of one width, the numbers under each other. */
export function table(findings: readonly Finding[]): readonly string[] {
  const rows = findings.map(({ what, asked, times, holds }) => [
    what,
    String(times.length),
    ...[0, 0.5, 0.95].map((share) => quantile(times, share).toFixed(0)),
    asked,
    asked === '' ? '' : holds ? 'holds' : 'MISSED',
  ])
  const all = [['', 'tries', 'least', 'median', '95 %', 'asked', ''], ...rows]
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? []
  return all.map((row) =>
    row
      .map((cell, column) =>
        column > 0 && column < 5 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
}

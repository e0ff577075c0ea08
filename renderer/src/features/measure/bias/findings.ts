/** What of a report stands out, and its numbers for a spreadsheet. */
import type {
  BiasDimension,
  BiasDimensionReport,
  BiasGroup,
  BiasMeasure,
  BiasReport,
} from '../../../../../core/contract/bias-report.ts'
import type { ExportValue } from '../../../../../core/exporters/columns.ts'
import { en } from '../../../copy/en.ts'
import type { Finding } from '../../../copy/en-bias.ts'
import { exact } from '../progress/figure.tsx'

const words = en.bias

// Safe: the keys of such a record are exactly its measures.
export const measures = Object.keys(words.measures) as BiasMeasure[]

/** The surest first; what is so little likely that it counts as 0 goes by how much it differs. */
export function findingsOf({ dimensions }: BiasReport, stands: 'clear' | 'perhaps'): readonly Finding[] {
  return dimensions
    .flatMap(({ id, of, groups, left }) => {
      // Of two groups one has more and the other less: that is said once.
      const isOnce = groups.length === 2 && left === 0 && id !== 'topic'
      return groups.flatMap((group) =>
        measures.flatMap((measure): readonly Finding[] => {
          const { comparison } = group.rates[measure]
          if (comparison?.stands !== stands || (isOnce && comparison.difference < 0)) return []
          return [{ id, of, measure, group, comparison }]
        }),
      )
    })
    .toSorted(
      ({ comparison: one }, { comparison: other }) =>
        one.p - other.p ||
        Math.abs(other.difference) - Math.abs(one.difference) ||
        other.difference - one.difference,
    )
}

/** A line for each group and measure, names of the columns first. */
export function dataOf(dimensions: readonly BiasDimensionReport[]): readonly (readonly ExportValue[])[] {
  return [
    Object.values(words.inData),
    ...dimensions.flatMap(({ id, groups }) =>
      groups.flatMap((group) => measures.map((measure) => line(id, group, measure))),
    ),
  ]
}

function line(id: BiasDimension, group: BiasGroup, measure: BiasMeasure): readonly ExportValue[] {
  const { hits, of, share, comparison } = group.rates[measure]
  return [
    words.dimensions[id],
    words.groupName(id, group),
    words.measures[measure],
    hits,
    of,
    ...(share === null ? [null, null, null] : [hits / of, share.low, share.high].map(exact)),
    ...(comparison === null
      ? [null, null, null, null]
      : [comparison.difference, comparison.low, comparison.high, comparison.p].map(exact)),
    verdict(group, measure),
  ]
}

export function verdict(group: BiasGroup, measure: BiasMeasure): string {
  const { comparison } = group.rates[measure]
  return comparison === null ? words.tooFewShort : words.stands[comparison.stands]
}

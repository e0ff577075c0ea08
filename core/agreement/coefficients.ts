/** How far coders agree: from the sums of `addUnit`, and for two coders from their table. Null where it has no value. */
import { heads, marginAt, shareAt } from './sums.ts'

type Sums = ArrayLike<number>

/** Chance agreement this close to 1 is 1, but for the last digits: then nothing is left to agree on. */
const allByChance = 1 - 1e-12

/** Beyond chance: 1 is all, 0 is as chance has it. */
const beyond = (observed: number, chance: number): number | null =>
  chance >= allByChance ? null : (observed - chance) / (1 - chance)

/** The mean share of pairs of coders that agree on a unit, in [0, 1]; null where no unit has two coders. */
export function percentAgreement(sums: Sums): number | null {
  const paired = sums[heads.paired] ?? 0
  return paired === 0 ? null : (sums[heads.agreeing] ?? 0) / paired
}

/**
 * For any number of coders and missing labels; labels are only alike or not.
 *
 * @returns at most 1; null where no unit has two coders, and where all of them gave one label
 * @source Krippendorff (2011), Computing Krippendorff's alpha-reliability, University of Pennsylvania
 */
export function krippendorffAlpha(sums: Sums, labels: number): number | null {
  const n = sums[heads.ratings] ?? 0
  if (n < 2) return null
  let squares = 0
  for (let label = 0; label < labels; label += 1) squares += (sums[marginAt(label)] ?? 0) ** 2
  return beyond((sums[heads.same] ?? 0) / n, (squares - n) / (n * (n - 1)))
}

/**
 * Holds where one label is much commoner than the others, as kappa and alpha do not.
 *
 * @param labels how many there are to choose from, used or not
 * @returns at most 1; null where no unit has two coders, or with fewer than two labels
 * @source Gwet (2008), Computing inter-rater reliability and its variance in the presence of high agreement, British
 * Journal of Mathematical and Statistical Psychology 61, 29-48
 */
export function gwetAc1(sums: Sums, labels: number): number | null {
  const observed = percentAgreement(sums)
  const units = sums[heads.units] ?? 0
  if (observed === null || labels < 2) return null
  let spread = 0
  for (let label = 0; label < labels; label += 1) {
    const share = (sums[shareAt(label, labels)] ?? 0) / units
    spread += share * (1 - share)
  }
  return beyond(observed, spread / (labels - 1))
}

/**
 * For two coders.
 *
 * @param table how often the first gave the row's label and the second the column's; `labels` rows, one after another
 * @returns at most 1; null where the table is empty, and where both gave one and the same label to all
 * @source Cohen (1960), A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20,
 * 37-46
 */
export function cohenKappa(table: Sums, labels: number): number | null {
  let n = 0
  let same = 0
  const rows = new Float64Array(labels)
  const columns = new Float64Array(labels)
  for (let row = 0; row < labels; row += 1) {
    for (let column = 0; column < labels; column += 1) {
      const count = table[row * labels + column] ?? 0
      n += count
      if (row === column) same += count
      rows[row] = (rows[row] ?? 0) + count
      columns[column] = (columns[column] ?? 0) + count
    }
  }
  if (n === 0) return null
  const chance = rows.reduce((sum, count, label) => sum + count * (columns[label] ?? 0), 0) / n ** 2
  return beyond(same / n, chance)
}

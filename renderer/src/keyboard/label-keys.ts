/** Which keys decide for which label, so that no label ever takes a key that does something else on the desk. */
import type { Label } from '../../../core/labels.ts'

/** So many labels have a number. */
const numbered = 9
const alphabet = [...'abcdefghijklmnopqrstuvwxyz']

/**
 * The keys of each label, letter before number, in the order of the labels.
 *
 * A label has its own letter, for which a 0 may stand, unless that is a key of the desk or a label before it has the
 * same. Then one of the first nine has its number alone, unless somebody gave that to something else; one without a
 * number takes the first free letter of its name, or else of the alphabet. Empty where nothing is left, which cannot be with 12 labels and the keys that the desk has.
 *
 * @param taken keys that are not to be had, as `KeyboardEvent.key` names them
 */
export function labelKeys(
  labels: readonly Pick<Label, 'letter' | 'name'>[],
  taken: ReadonlySet<string>,
): readonly (readonly string[])[] {
  const used = new Set(taken)
  const take = (wanted: Iterable<string>): string | null => {
    for (const letter of wanted) {
      if (!/^[\p{L}0]$/u.test(letter) || used.has(letter)) continue
      used.add(letter)
      return letter
    }
    return null
  }
  // All own letters first, so that a label that has to look for one takes it from nobody.
  const own = labels.map(({ letter }) => take([letter.toLowerCase()]))
  return labels.map(({ name }, at) => {
    const number = String(at + 1)
    const hasNumber = at < numbered && !taken.has(number)
    const letter = own[at] ?? (hasNumber ? null : take([...name.toLowerCase(), ...alphabet]))
    return [...(letter === null ? [] : [letter]), ...(hasNumber ? [number] : [])]
  })
}

/** Invented decisions of a project, as many as wanted. */
import type { Taught } from '../../../core/classifier/classifier.ts'
import { createRandom } from '../../../core/random.ts'

const subjects = [
  'the bins',
  'your office',
  'this bus',
  'that letter',
  'the new form',
  'the crossing',
  'our street',
]
const faults = [
  'is late again',
  'is broken',
  'costs too much',
  'was never answered',
  'helps nobody',
  'is a disgrace',
]
const insults = [
  'you idiot',
  'you pathetic clown',
  'shut up moron',
  'you lying piece of filth',
  'nobody likes you',
]
const plain = [
  'thanks for that',
  'when does it open',
  'see you on Monday',
  'it was on the news',
  'is there a map',
]

/**
 * Troll, critic and neither by chance, most of them critics; no two the same.
 *
 * @param trollShare in [0, 1]
 */
export function inventDecisions(
  count: number,
  {
    seed = 1,
    trollShare = 0.2,
    measures = true,
  }: { seed?: number; trollShare?: number; measures?: boolean } = {},
): readonly Taught[] {
  const random = createRandom(seed)
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? ''
  return Array.from({ length: count }, (_, at) => {
    const draw = random()
    const label = draw < trollShare ? 'troll' : draw < trollShare + 0.5 ? 'critic' : 'neither'
    const said = { troll: insults, critic: faults, neither: plain }[label]
    const text = `${pick(subjects)} ${pick(said)} ${pick(subjects)} number ${at} of ${seed}`
    return { commentId: at + 1, text, label, measures }
  })
}

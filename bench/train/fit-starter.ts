/** From labelled examples to the bytes of a starter: two heads, calibrated, with thresholds. */
import { fitLogistic, type LogisticFit } from '../../core/classifier/logistic.ts'
import { compactColumns, readRows } from '../../core/classifier/sparse-rows.ts'
import { type Head, writeStarter } from '../../core/classifier/starter-file.ts'
import type { Scored } from '../../core/evaluation/metrics.ts'
import { fitPlatt } from '../../core/evaluation/platt.ts'
import { bucketCount, Vectorizer } from '../../core/text/features.ts'
import { bandLimits } from './band-limits.ts'
import { ownSource } from './own-comments.ts'
import { rarityOf, scaled } from './rarity.ts'
import type { Example } from './read-examples.ts'

/** What counts as yes and as no for a head; null: the example says nothing about it. */
type Question = (example: Example) => boolean | null

export const questions = {
  troll: ({ label }) => label === 'troll',
  /** Given not troll. `nontroll` may be either, so it is silent here: that is the partial-label loss. */
  critic: ({ label }) => (label === 'critic' ? true : label === 'neither' ? false : null),
} satisfies Record<string, Question>

/** Inverse of the penalty's strength. */
const inversePenalty = 2
/**
 * How much a source may count: at most so many examples of each, and how often each comment of our own. Few sets
 * have critics, so there the largest may count for more.
 */
const shares = {
  troll: { sourceCap: 4000, own: 1 },
  critic: { sourceCap: 8000, own: 2 },
} as const
/**
 * The sets have few critics; places where people complain have many. And to take a critic for neither buries a
 * complaint, while the reverse costs a look: so it counts this many times as much.
 */
const missedCritic = 1.5
type Shares = (typeof shares)[keyof typeof shares]

/** @param examples those that may be learned from; `train` fits the weights, `dev` the calibration and thresholds */
export function fitStarter(examples: readonly Example[]): Uint8Array {
  const train = examples.filter(({ split }) => split === 'train')
  const dev = examples.filter(({ split }) => split === 'dev')
  const vectorizer = new Vectorizer()
  const troll = fitHead({
    train,
    dev,
    question: questions.troll,
    vectorizer,
    shares: shares.troll,
    calibrationWeights: equalSets,
  })
  const critic = fitHead({
    train,
    dev,
    question: questions.critic,
    vectorizer,
    shares: shares.critic,
    calibrationWeights: balanced,
  })
  const scores = logitsBy(troll, dev, vectorizer)
  return writeStarter(troll, critic, bandLimits(dev, scores))
}

interface HeadTask {
  readonly train: readonly Example[]
  readonly dev: readonly Example[]
  readonly question: Question
  readonly vectorizer: Vectorizer
  readonly shares: Shares
  /** How much each example counts in the calibration: that says how common a yes is in the place it is made for. */
  readonly calibrationWeights: (examples: readonly Example[], question: Question) => Float32Array
}

/** The calibration is put into the weights, so that the file's log-odds are the calibrated ones. */
function fitHead({ train, dev, question, vectorizer, shares: given, calibrationWeights }: HeadTask): Head {
  const asked = train.filter((example) => question(example) !== null)
  const raw = spread(asked, { question, vectorizer, shares: given })
  const known = dev.filter((example) => question(example) !== null)
  const weights = calibrationWeights(known, question)
  const scored = logitsBy(raw, known, vectorizer).map((score, at): Scored => {
    const example = known[at]
    return { score, isPositive: example ? question(example) === true : false, weight: weights[at] ?? 0 }
  })
  const { slope, offset } = fitPlatt(scored)
  return { weights: raw.weights.map((weight) => weight * slope), bias: raw.bias * slope + offset }
}

function spread(
  examples: readonly Example[],
  { question, vectorizer, shares: given }: Pick<HeadTask, 'question' | 'vectorizer' | 'shares'>,
): Head {
  const texts = examples.map(({ text }) => text)
  const { rows, kept } = compactColumns(readRows(texts, vectorizer, bucketCount))
  const rarity = rarityOf(rows)
  const fit: LogisticFit = fitLogistic({
    rows: scaled(rows, rarity),
    targets: Uint8Array.from(examples, (example) => (question(example) ? 1 : 0)),
    rowWeights: capWeights(examples, given),
    priorLogits: null,
    penalty: { weights: 1 / inversePenalty, slope: 0, bias: 0 },
    tolerance: 1e-4,
    maxIterations: 200,
  })
  const weights = new Float64Array(bucketCount)
  kept.forEach((bucket, column) => {
    weights[bucket] = (fit.weights[column] ?? 0) * (rarity[column] ?? 0)
  })
  return { weights, bias: fit.bias }
}

function capWeights(examples: readonly Example[], { sourceCap, own }: Shares): Float32Array {
  const bySource = Map.groupBy(examples, ({ source }) => source)
  return Float32Array.from(examples, ({ source }) =>
    source === ownSource ? own : Math.min(1, sourceCap / (bySource.get(source)?.length ?? 1)),
  )
}

/** Every set weighs the same: by their sizes, a place would have as few trolls as the largest sets, which have the fewest. */
function equalSets(examples: readonly Example[]): Float32Array {
  const bySource = Map.groupBy(examples, ({ source }) => source)
  return Float32Array.from(examples, ({ source }) => 1 / (bySource.get(source)?.length ?? 1))
}

/** As if yes and no were equally common: all yes weigh `missedCritic` times what all no weigh. */
function balanced(examples: readonly Example[], question: Question): Float32Array {
  const yes = examples.filter((example) => question(example)).length
  return Float32Array.from(examples, (example) =>
    question(example) ? missedCritic / yes : 1 / (examples.length - yes),
  )
}

function logitsBy(head: Head, examples: readonly Example[], vectorizer: Vectorizer): readonly number[] {
  return examples.map(({ text }) => {
    vectorizer.read(text)
    const { count, buckets, values } = vectorizer
    let logit = head.bias
    for (let at = 0; at < count; at++) logit += (values[at] ?? 0) * (head.weights[buckets[at] ?? 0] ?? 0)
    return logit
  })
}

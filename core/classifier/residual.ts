/** What a project has learned on top of the starter: how it fits, how it is added, how it is kept in a file. */
import { AppError } from '../result.ts'
import type { Vectorizer } from '../text/features.ts'
import { bucketCount } from '../text/features.ts'
import { hexOf, seal, unseal } from './bytes.ts'
import type { LabelledText } from './classifier.ts'
import { fitLogistic } from './logistic.ts'
import { mergeExclusive } from './merge-exclusive.ts'
import { compactColumns, readRows } from './sparse-rows.ts'
import { headCount, type Logits, logitsOf, type Weights } from './weights.ts'

/** One head's part: logit = slope * starter logit + bias + weights . features */
export interface HeadResidual {
  readonly slope: number
  readonly bias: number
  /** Ascending; `weights[i]` belongs to `buckets[i]`. */
  readonly buckets: Int32Array
  readonly weights: Float32Array
}

export interface Residual {
  readonly decisions: number
  readonly troll: HeadResidual
  readonly critic: HeadResidual
}

const magic = 'FHMODEL\n'
const formatVersion = 1
/**
 * Weights are pulled to 0, the slope to 1, the bias to 0. Slope and bias are held fast because people decide what
 * they are shown, often the likeliest trolls first: with a weak pull (1 and 0.1), 200 such decisions on Wikipedia
 * comments made a model that called 96 % of the rest trolls. Held like this it calls 0.4 %, and ranks as well.
 */
const penalty = { weights: 1, slope: 50, bias: 10 } as const
/**
 * However many trolls were decided, together they count at most this many times as much as the others: a few
 * critics must be able to hold their ground among many trolls.
 */
const mostTrollsPerOther = 3
const unchanged: HeadResidual = {
  slope: 1,
  bias: 0,
  buckets: new Int32Array(0),
  weights: new Float32Array(0),
}

/**
 * Fits both heads on all decisions. The order does not matter: they are sorted first, so that even rounding is
 * the same.
 *
 * @returns null when all labels are the same or there are none: nothing then says where a line should be
 */
export function fitResidual(
  starter: Weights,
  decisions: readonly LabelledText[],
  vectorizer: Vectorizer,
): Residual | null {
  if (new Set(decisions.map(({ label }) => label)).size < 2) return null
  const sorted = decisions.toSorted(
    (one, other) => compare(one.text, other.text) || compare(one.label, other.label),
  )
  const rest = sorted.filter(({ label }) => label !== 'troll')
  const canTellCritics = new Set(rest.map(({ label }) => label)).size === 2
  return {
    decisions: decisions.length,
    troll: fitHead({ starter, rows: sorted, head: 'troll', vectorizer }),
    critic: canTellCritics ? fitHead({ starter, rows: rest, head: 'critic', vectorizer }) : unchanged,
  }
}

/** By UTF-16 units: the same on every machine, which a locale's order is not. */
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

interface HeadTask {
  readonly starter: Weights
  readonly rows: readonly LabelledText[]
  readonly head: keyof Logits
  readonly vectorizer: Vectorizer
}

function fitHead({ starter, rows: decisions, head, vectorizer }: HeadTask): HeadResidual {
  const texts = decisions.map(({ text }) => text)
  const priorLogits = Float64Array.from(texts, (text) => {
    vectorizer.read(text)
    return logitsOf(starter, vectorizer)[head]
  })
  const { rows: ownRows, kept } = compactColumns(readRows(texts, vectorizer, bucketCount))
  const { rows, spread } = mergeExclusive(ownRows)
  const targets = Uint8Array.from(decisions, ({ label }) => (label === head ? 1 : 0))
  const fit = fitLogistic({
    rows,
    targets,
    priorLogits,
    rowWeights: head === 'troll' ? evenWeights(targets) : null,
    penalty,
    tolerance: 1e-4,
    maxIterations: 300,
  })
  return { slope: fit.slope, bias: fit.bias, buckets: kept, weights: Float32Array.from(spread(fit.weights)) }
}

function evenWeights(isTroll: Uint8Array): Float32Array {
  const trolls = isTroll.reduce((sum, target) => sum + target, 0)
  const each = Math.min(1, (mostTrollsPerOther * (isTroll.length - trolls)) / trolls)
  return Float32Array.from(isTroll, (target) => (target === 1 ? each : 1))
}

/** The starter's weights with the project's part added. */
export function addResidual(starter: Weights, residual: Residual): Weights {
  const perBucket = Float32Array.from(starter.perBucket)
  const heads = [residual.troll, residual.critic] as const
  heads.forEach(({ slope, buckets, weights }, head) => {
    for (let at = head; at < perBucket.length; at += headCount) perBucket[at] = (perBucket[at] ?? 0) * slope
    buckets.forEach((bucket, at) => {
      const place = bucket * headCount + head
      perBucket[place] = (perBucket[place] ?? 0) + (weights[at] ?? 0)
    })
  })
  const bias = {
    troll: residual.troll.slope * starter.bias.troll + residual.troll.bias,
    critic: residual.critic.slope * starter.bias.critic + residual.critic.bias,
  }
  return { ...starter, perBucket, bias }
}

/** @param starterFingerprint the starter it stands on; it means nothing on another */
export function writeResidual(residual: Residual, starterFingerprint: string): Uint8Array {
  const heads = [residual.troll, residual.critic]
  const length = 8 + heads.reduce((sum, head) => sum + 20 + head.buckets.length * 8, 0)
  const body = new DataView(new ArrayBuffer(length))
  body.setUint32(0, Number.parseInt(starterFingerprint, 16), true)
  body.setUint32(4, residual.decisions, true)
  let at = 8
  for (const head of heads) {
    body.setFloat64(at, head.slope, true)
    body.setFloat64(at + 8, head.bias, true)
    body.setUint32(at + 16, head.buckets.length, true)
    at += 20
    head.buckets.forEach((bucket, row) => {
      body.setUint32(at + row * 8, bucket, true)
      body.setFloat32(at + row * 8 + 4, head.weights[row] ?? 0, true)
    })
    at += head.buckets.length * 8
  }
  return seal(magic, formatVersion, new Uint8Array(body.buffer))
}

/** The residual and the eight hexadecimal digits that name it. */
export interface NamedResidual {
  readonly residual: Residual
  readonly fingerprint: string
}

const refusals = {
  foreign: 'This is not a model that Fair Hearing has learned.',
  newer: 'The model of this project was learned by a newer Fair Hearing. Please install the newer version.',
  damaged: 'The model of this project is damaged. Your decisions are safe: learn again from them.',
} as const

/** @throws AppError `bad-request` when the bytes are not a model learned on this starter */
export function readResidual(bytes: Uint8Array, starterFingerprint: string): NamedResidual {
  const envelope = unseal(magic, formatVersion, bytes)
  if (envelope.kind !== 'sound') throw refuse(refusals[envelope.kind])
  const { body, checksum } = envelope
  if (body.byteLength < 8) throw damaged()
  if (hexOf(body.getUint32(0, true)) !== starterFingerprint) {
    throw refuse('This model was learned on another starter. Your decisions are safe: learn again from them.')
  }
  const troll = readHead(body, 8)
  const critic = readHead(body, troll.end)
  if (critic.end !== body.byteLength) throw damaged()
  const decisions = body.getUint32(4, true)
  return {
    residual: { decisions, troll: troll.head, critic: critic.head },
    fingerprint: hexOf(checksum),
  }
}

function readHead(body: DataView, from: number): { readonly head: HeadResidual; readonly end: number } {
  if (from + 20 > body.byteLength) throw damaged()
  const slope = body.getFloat64(from, true)
  const bias = body.getFloat64(from + 8, true)
  const count = body.getUint32(from + 16, true)
  const rows = from + 20
  const end = rows + count * 8
  if (end > body.byteLength || !Number.isFinite(slope) || !Number.isFinite(bias)) throw damaged()
  const buckets = Int32Array.from({ length: count }, (_, row) => body.getUint32(rows + row * 8, true))
  const weights = Float32Array.from({ length: count }, (_, row) => body.getFloat32(rows + row * 8 + 4, true))
  const isSound =
    buckets.every((bucket) => bucket >= 0 && bucket < bucketCount) && weights.every(Number.isFinite)
  if (!isSound) throw damaged()
  return { head: { slope, bias, buckets, weights }, end }
}

const refuse = (sentence: string): AppError => new AppError('bad-request', sentence)
const damaged = (): AppError => refuse(refusals.damaged)

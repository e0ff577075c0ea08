/** The starter's file: thresholds, then one scale and bias a head, then a signed byte for every bucket of a head. */
import { AppError } from '../result.ts'
import { bucketCount, featureVersion } from '../text/features.ts'
import { hexOf, seal, unseal } from './bytes.ts'
import { headCount, type Thresholds, type Weights, weightCount } from './weights.ts'

const magic = 'FHSTART\n'
const formatVersion = 1
const largestByte = 127
/** Feature version, buckets, three thresholds, scale and bias of two heads. */
const prefixLength = 4 + 4 + 3 * 8 + 2 * 2 * 8
const bodyLength = prefixLength + weightCount

export interface Head {
  /** One a bucket. */
  readonly weights: Float64Array
  readonly bias: number
}

export interface StarterModel {
  readonly weights: Weights
  /** Eight hexadecimal digits that name these weights. */
  readonly fingerprint: string
}

/** Rounds each head to signed bytes with one scale, the largest weight being 127: clipping costs accuracy. */
export function writeStarter(troll: Head, critic: Head, thresholds: Thresholds): Uint8Array {
  const body = new DataView(new ArrayBuffer(bodyLength))
  body.setUint32(0, featureVersion, true)
  body.setUint32(4, bucketCount, true)
  ;[thresholds.troll, thresholds.unsure, thresholds.margin].forEach((value, at) => {
    body.setFloat64(8 + at * 8, value, true)
  })
  ;[troll, critic].forEach((head, at) => {
    const scale = head.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / largestByte
    body.setFloat64(32 + at * 16, scale, true)
    body.setFloat64(40 + at * 16, head.bias, true)
    for (let bucket = 0; bucket < bucketCount; bucket++) {
      const steps = scale === 0 ? 0 : Math.round((head.weights[bucket] ?? 0) / scale)
      body.setInt8(prefixLength + at * bucketCount + bucket, steps)
    }
  })
  return seal(magic, formatVersion, new Uint8Array(body.buffer))
}

const refusals = {
  foreign: 'This file is not a Fair Hearing starter model.',
  older: 'The starter model belongs to an earlier Fair Hearing. Please install the app again.',
  newer: 'The starter model was made for a newer Fair Hearing. Please install the newer version.',
  damaged: 'The starter model is damaged. Please install Fair Hearing again; your projects are safe.',
} as const

/** @throws AppError `bad-request` when the bytes are not a starter that this version of the app can use */
export function readStarter(bytes: Uint8Array): StarterModel {
  const envelope = unseal(magic, formatVersion, bytes)
  if (envelope.kind !== 'sound') throw refuse(refusals[envelope.kind])
  const { body, checksum } = envelope
  if (body.byteLength !== bodyLength) throw damaged()
  if (body.getUint32(0, true) !== featureVersion || body.getUint32(4, true) !== bucketCount) {
    throw refuse(
      'The starter model belongs to another version of Fair Hearing. Please install the app again.',
    )
  }
  return { weights: readWeights(body), fingerprint: hexOf(checksum) }
}

function readWeights(body: DataView): Weights {
  const numbers = Array.from({ length: 7 }, (_, at) => body.getFloat64(8 + at * 8, true))
  if (!numbers.every(Number.isFinite)) throw damaged()
  const [troll = 0, unsure = 0, margin = 0, trollScale = 0, trollBias = 0, criticScale = 0, criticBias = 0] =
    numbers
  const perBucket = new Float32Array(weightCount)
  for (let bucket = 0; bucket < bucketCount; bucket++) {
    const place = bucket * headCount
    perBucket[place] = trollScale * body.getInt8(prefixLength + bucket)
    perBucket[place + 1] = criticScale * body.getInt8(prefixLength + bucketCount + bucket)
  }
  const bias = { troll: trollBias, critic: criticBias }
  return { perBucket, bias, thresholds: { troll, unsure, margin } }
}

const refuse = (sentence: string): AppError => new AppError('bad-request', sentence)
const damaged = (): AppError => refuse(refusals.damaged)

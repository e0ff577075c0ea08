/** The file of a project's own model: its heads, their calibration, and the scores that its threshold comes from. */
import { AppError } from '../result.ts'
import { bucketCount } from '../text/features.ts'
import { hexOf, seal, unseal } from './bytes.ts'
import type { Calibration } from './calibration.ts'
import type { HeadResidual, Residual } from './residual.ts'
import type { Scheme } from './scheme.ts'

export interface ProjectModel {
  /** How many it has learned from. */
  readonly decisions: number
  /** Before calibration. */
  readonly residual: Residual
  readonly calibration: Calibration
}

/** The model and the eight hexadecimal digits that name it. */
export interface NamedModel {
  readonly model: ProjectModel
  readonly fingerprint: string
}

const magic = 'FHMODEL\n'
/** 1 had no calibration and no scores. */
const formatVersion = 2
/** Fingerprint of what it stands on, and decisions. */
const beginLength = 4 + 4
const lineLength = 8 + 8
/** Slope, bias, how many weights; then a bucket and a weight each. */
const headPrefixLength = 8 + 8 + 4

/** @param scheme what it stands on; it means nothing on another */
export function writeModel(model: ProjectModel, scheme: Scheme): Uint8Array {
  const { lines, nonTrolls } = model.calibration
  const headsLength = model.residual.reduce(
    (sum, { buckets }) => sum + headPrefixLength + buckets.length * 8,
    0,
  )
  const linesEnd = beginLength + lines.length * lineLength
  const scores = linesEnd + 4
  const body = new DataView(new ArrayBuffer(scores + nonTrolls.length * 8 + headsLength))
  body.setUint32(0, Number.parseInt(scheme.fingerprint, 16), true)
  body.setUint32(4, model.decisions, true)
  lines.forEach(({ slope, offset }, at) => {
    body.setFloat64(beginLength + at * lineLength, slope, true)
    body.setFloat64(beginLength + at * lineLength + 8, offset, true)
  })
  body.setUint32(linesEnd, nonTrolls.length, true)
  nonTrolls.forEach((score, at) => {
    body.setFloat64(scores + at * 8, score, true)
  })
  model.residual.reduce((at, head) => writeHead(body, at, head), scores + nonTrolls.length * 8)
  return seal(magic, formatVersion, new Uint8Array(body.buffer))
}

/** @returns where the head ends */
function writeHead(body: DataView, at: number, { slope, bias, buckets, weights }: HeadResidual): number {
  body.setFloat64(at, slope, true)
  body.setFloat64(at + 8, bias, true)
  body.setUint32(at + 16, buckets.length, true)
  const rows = at + headPrefixLength
  for (let row = 0; row < buckets.length; row++) {
    body.setUint32(rows + row * 8, buckets[row] ?? 0, true)
    body.setFloat32(rows + row * 8 + 4, weights[row] ?? 0, true)
  }
  return rows + buckets.length * 8
}

const refusals = {
  foreign: 'This is not a model that Fair Hearing has learned.',
  older:
    'The model of this project was learned by an earlier Fair Hearing. Your decisions are safe: learn again from them.',
  newer: 'The model of this project was learned by a newer Fair Hearing. Please install the newer version.',
  damaged: 'The model of this project is damaged. Your decisions are safe: learn again from them.',
  otherStarter: 'This model was learned on another starter. Your decisions are safe: learn again from them.',
  otherLabels: 'This model was learned for other labels. Your decisions are safe: learn again from them.',
} as const

/** @throws AppError `bad-request` when the bytes are not a model that stands on this */
export function readModel(bytes: Uint8Array, scheme: Scheme): NamedModel {
  const envelope = unseal(magic, formatVersion, bytes)
  if (envelope.kind !== 'sound') throw refuse(refusals[envelope.kind])
  const { body, checksum } = envelope
  if (body.byteLength < beginLength) throw damaged()
  if (hexOf(body.getUint32(0, true)) !== scheme.fingerprint) {
    throw refuse(scheme.knowsBeforehand ? refusals.otherStarter : refusals.otherLabels)
  }
  const { calibration, end } = readCalibration(body, scheme.heads.length)
  const residual: HeadResidual[] = []
  let at = end
  for (const _ of scheme.heads) {
    const read = readHead(body, at)
    residual.push(read.head)
    at = read.end
  }
  if (at !== body.byteLength) throw damaged()
  const decisions = body.getUint32(4, true)
  return { model: { decisions, residual, calibration }, fingerprint: hexOf(checksum) }
}

function readCalibration(
  body: DataView,
  heads: number,
): { readonly calibration: Calibration; readonly end: number } {
  const linesEnd = beginLength + heads * lineLength
  const scores = linesEnd + 4
  if (scores > body.byteLength) throw damaged()
  const lines = Array.from({ length: heads }, (_, at) => ({
    slope: body.getFloat64(beginLength + at * lineLength, true),
    offset: body.getFloat64(beginLength + at * lineLength + 8, true),
  }))
  const count = body.getUint32(linesEnd, true)
  const end = scores + count * 8
  if (end > body.byteLength) throw damaged()
  const nonTrolls = Float64Array.from({ length: count }, (_, at) => body.getFloat64(scores + at * 8, true))
  const isAscending = nonTrolls.every((score, at) => at === 0 || score >= (nonTrolls[at - 1] ?? score))
  const areLines = lines.every(({ slope, offset }) => slope > 0 && Number.isFinite(slope + offset))
  if (!areLines || !isAscending || !nonTrolls.every(Number.isFinite)) throw damaged()
  return { calibration: { lines, nonTrolls }, end }
}

function readHead(body: DataView, from: number): { readonly head: HeadResidual; readonly end: number } {
  const rows = from + headPrefixLength
  if (rows > body.byteLength) throw damaged()
  const slope = body.getFloat64(from, true)
  const bias = body.getFloat64(from + 8, true)
  const count = body.getUint32(from + 16, true)
  const end = rows + count * 8
  if (end > body.byteLength || !Number.isFinite(slope) || !Number.isFinite(bias)) throw damaged()
  const buckets = new Int32Array(count)
  const weights = new Float32Array(count)
  for (let row = 0; row < count; row++) {
    const bucket = body.getUint32(rows + row * 8, true)
    const weight = body.getFloat32(rows + row * 8 + 4, true)
    if (bucket >= bucketCount || !Number.isFinite(weight)) throw damaged()
    buckets[row] = bucket
    weights[row] = weight
  }
  return { head: { slope, bias, buckets, weights }, end }
}

const refuse = (sentence: string): AppError => new AppError('bad-request', sentence)
const damaged = (): AppError => refuse(refusals.damaged)

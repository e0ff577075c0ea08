/** The file of a project's own model: two heads, their calibration, and the scores that its threshold comes from. */
import { AppError } from '../result.ts'
import { bucketCount } from '../text/features.ts'
import { hexOf, seal, unseal } from './bytes.ts'
import type { Calibration } from './calibration.ts'
import type { HeadResidual, Residual } from './residual.ts'

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
/** Starter's fingerprint and decisions; then slope and offset of two lines; then how many scores. */
const prefixLength = 4 + 4 + 4 * 8 + 4
/** Slope, bias, how many weights; then a bucket and a weight each. */
const headPrefixLength = 8 + 8 + 4

/** @param starterFingerprint the starter it stands on; it means nothing on another */
export function writeModel(model: ProjectModel, starterFingerprint: string): Uint8Array {
  const { troll, critic, nonTrolls } = model.calibration
  const heads = [model.residual.troll, model.residual.critic]
  const headsLength = heads.reduce((sum, { buckets }) => sum + headPrefixLength + buckets.length * 8, 0)
  const body = new DataView(new ArrayBuffer(prefixLength + nonTrolls.length * 8 + headsLength))
  body.setUint32(0, Number.parseInt(starterFingerprint, 16), true)
  body.setUint32(4, model.decisions, true)
  ;[troll.slope, troll.offset, critic.slope, critic.offset].forEach((value, at) => {
    body.setFloat64(8 + at * 8, value, true)
  })
  body.setUint32(40, nonTrolls.length, true)
  nonTrolls.forEach((score, at) => {
    body.setFloat64(prefixLength + at * 8, score, true)
  })
  heads.reduce((at, head) => writeHead(body, at, head), prefixLength + nonTrolls.length * 8)
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
} as const

/** @throws AppError `bad-request` when the bytes are not a model learned on this starter */
export function readModel(bytes: Uint8Array, starterFingerprint: string): NamedModel {
  const envelope = unseal(magic, formatVersion, bytes)
  if (envelope.kind !== 'sound') throw refuse(refusals[envelope.kind])
  const { body, checksum } = envelope
  if (body.byteLength < prefixLength) throw damaged()
  if (hexOf(body.getUint32(0, true)) !== starterFingerprint) {
    throw refuse('This model was learned on another starter. Your decisions are safe: learn again from them.')
  }
  const { calibration, end } = readCalibration(body)
  const troll = readHead(body, end)
  const critic = readHead(body, troll.end)
  if (critic.end !== body.byteLength) throw damaged()
  const residual = { troll: troll.head, critic: critic.head }
  const decisions = body.getUint32(4, true)
  return { model: { decisions, residual, calibration }, fingerprint: hexOf(checksum) }
}

function readCalibration(body: DataView): { readonly calibration: Calibration; readonly end: number } {
  const numbers = Array.from({ length: 4 }, (_, at) => body.getFloat64(8 + at * 8, true))
  const count = body.getUint32(40, true)
  const end = prefixLength + count * 8
  if (end > body.byteLength || !numbers.every(Number.isFinite)) throw damaged()
  const [trollSlope = 1, trollOffset = 0, criticSlope = 1, criticOffset = 0] = numbers
  const nonTrolls = Float64Array.from({ length: count }, (_, at) =>
    body.getFloat64(prefixLength + at * 8, true),
  )
  const isAscending = nonTrolls.every((score, at) => at === 0 || score >= (nonTrolls[at - 1] ?? score))
  const isSound = nonTrolls.every(Number.isFinite) && isAscending && trollSlope > 0 && criticSlope > 0
  if (!isSound) throw damaged()
  const troll = { slope: trollSlope, offset: trollOffset }
  const critic = { slope: criticSlope, offset: criticOffset }
  return { calibration: { troll, critic, nonTrolls }, end }
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

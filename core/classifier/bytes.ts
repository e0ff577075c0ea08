/** The envelope of both model files: what it is, its version, and a checksum over the rest. Little-endian. */

const magicLength = 8
const headerLength = magicLength + 4 + 4

export type Envelope =
  | { readonly kind: 'sound'; readonly body: DataView; readonly checksum: number }
  | { readonly kind: 'foreign' | 'older' | 'newer' | 'damaged' }

/** @param magic eight ASCII characters */
export function seal(magic: string, version: number, body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(headerLength + body.length)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < magicLength; at++) view.setUint8(at, magic.charCodeAt(at))
  view.setUint32(magicLength, version, true)
  view.setUint32(magicLength + 4, checksumOf(body), true)
  bytes.set(body, headerLength)
  return bytes
}

/** Looks inside only when everything is as it should be. */
export function unseal(magic: string, version: number, bytes: Uint8Array): Envelope {
  const found = String.fromCharCode(...bytes.subarray(0, magicLength))
  if (found !== magic) return { kind: 'foreign' }
  if (bytes.length < headerLength) return { kind: 'damaged' }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const fileVersion = view.getUint32(magicLength, true)
  if (fileVersion > version) return { kind: 'newer' }
  if (fileVersion < version) return { kind: 'older' }
  const checksum = checksumOf(bytes.subarray(headerLength))
  if (checksum !== view.getUint32(magicLength + 4, true)) return { kind: 'damaged' }
  const body = new DataView(bytes.buffer, bytes.byteOffset + headerLength, bytes.length - headerLength)
  return { kind: 'sound', checksum, body }
}

/** Eight hexadecimal digits. */
export const hexOf = (checksum: number): string => checksum.toString(16).padStart(8, '0')

/** 32-bit FNV-1a: finds damage and tells versions apart; no protection against forgery. */
function checksumOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5
  // By index: ten times faster than an iterator over a model of a megabyte.
  for (let at = 0; at < bytes.length; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193)
  return hash >>> 0
}

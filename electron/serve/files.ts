/** Files on their way between the browser and the service: uploads into a temporary folder, downloads out of it. */
import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { AppError } from '../../core/result.ts'
import { safeFileName } from '../files/names.ts'
import type { Refusal } from './guards.ts'
import { attachmentHeader } from './names.ts'
import { newSecret } from './secrets.ts'

export interface UploadLimits {
  readonly maxBytes: number
  /** The line is cut when nothing arrives for this long. */
  readonly idleMs: number
}

export interface Uploads {
  /**
   * Writes the body of a request to a file of its own and gives its path; the name is made safe.
   *
   * @throws AppError `disk-full`, or `cancelled` when the sender breaks off; nothing is left behind then
   */
  receive(request: IncomingMessage, name: string): Promise<{ readonly path: string } | Refusal>
  /** A new folder of its own among the uploads. */
  newPlace(): Promise<string>
  /** Removes every upload. Also done when the process ends by itself. */
  dispose(): Promise<void>
}

/** Uploads live in one folder that only this user can read, made when the first one comes. */
export function createUploads(limits: UploadLimits): Uploads {
  let folder: Promise<string> | null = null
  let removeAtExit = () => {}
  const tooLarge = tooLargeFor('file', limits)
  const makeFolder = async () => {
    const made = await mkdtemp(path.join(os.tmpdir(), 'fair-hearing-'))
    removeAtExit = () => rmSync(made, { recursive: true, force: true })
    process.once('exit', removeAtExit)
    return made
  }
  const newPlace = async () => {
    folder ??= makeFolder()
    const place = path.join(await folder, newSecret())
    await mkdir(place)
    return place
  }
  return {
    newPlace,
    async receive(request, name) {
      if (announcedBytes(request) > limits.maxBytes) return tooLarge
      const place = await newPlace()
      const file = path.join(place, safeFileName(name))
      let left = limits.maxBytes
      const take = (bytes: number) => {
        left -= bytes
        return left >= 0
      }
      try {
        if (await write(request, file, { idleMs: limits.idleMs, take })) return { path: file }
      } catch (error) {
        await rm(place, { recursive: true, force: true })
        throw described(error)
      }
      await rm(place, { recursive: true, force: true })
      return tooLarge
    },
    async dispose() {
      if (!folder) return
      await rm(await folder, { recursive: true, force: true })
      process.off('exit', removeAtExit)
    },
  }
}

export function tooLargeFor(what: 'file' | 'folder', { maxBytes }: Pick<UploadLimits, 'maxBytes'>): Refusal {
  const size = (maxBytes / 1024 ** 3).toLocaleString('en')
  return {
    status: 413,
    message: `The ${what} is larger than ${size} GB, the most that a browser can hand over. Import it with the command line.`,
  }
}

/** What the sender says it will send; 0 where it says nothing. */
export const announcedBytes = (request: IncomingMessage): number =>
  Number(request.headers['content-length'] ?? 0)

/** Sends a file to be saved under its name. False when it is not there (any more). */
export async function sendFile(
  response: ServerResponse,
  file: { readonly path: string; readonly name: string },
): Promise<boolean> {
  const handle = await open(file.path).catch(() => null)
  if (!handle) return false
  try {
    const { size } = await handle.stat()
    response.writeHead(200, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': attachmentHeader(file.name),
      'Content-Length': size,
    })
    if (size === 0) response.end()
    else await pipeline(handle.createReadStream({ end: size - 1, autoClose: false }), response)
  } catch (error) {
    // The person may stop a download at any time; that is no fault.
    if (!response.destroyed) throw error
  } finally {
    await handle.close()
  }
  return true
}

interface WriteLimits {
  readonly idleMs: number
  /** Counts bytes that have come; false when they are too many. */
  readonly take: (bytes: number) => boolean
}

/**
 * Writes a body to a new file that only this user can read.
 *
 * @returns false when the body is longer than allowed: then the rest is unread and the line still open for the answer
 */
export async function write(request: IncomingMessage, file: string, limits: WriteLimits): Promise<boolean> {
  const handle = await open(file, 'wx', 0o600)
  const cut = () => request.destroy()
  request.setTimeout(limits.idleMs, cut)
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      // An IncomingMessage without an encoding gives Buffers.
      const buffer = chunk as Buffer
      if (!limits.take(buffer.length)) return false
      await handle.writeFile(buffer)
    }
    return true
  } finally {
    request.socket.off('timeout', cut)
    await handle.close()
  }
}

/** What went wrong while a file came in, for the person. */
export function described(error: unknown): AppError {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new AppError(
      'disk-full',
      'The disk is full, so the file could not be taken over. Free some space and try again.',
      { cause: error },
    )
  return new AppError('cancelled', 'The file did not arrive whole. Choose it again.', { cause: error })
}

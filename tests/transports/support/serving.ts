/** A running server for a test, a window of three files, and requests written by hand. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { type Served, type ServeOptions, startServer } from '../../../electron/serve/http.ts'
import { type TestDoor, testDoor } from './test-door.ts'

export interface Serving {
  readonly served: Served
  readonly door: TestDoor
  readonly rendererDir: string
  readonly projectsDir: string
}

/** Everything is gone when the test ends. */
export async function serving(options: Partial<ServeOptions> = {}): Promise<Serving> {
  const door = await testDoor()
  const rendererDir = await mkdtemp(path.join(os.tmpdir(), 'fair-hearing-test-window-'))
  await writeFile(path.join(rendererDir, 'index.html'), '<!doctype html><title>Window</title>')
  await writeFile(path.join(rendererDir, 'app.js'), 'export {}')
  await writeFile(path.join(rendererDir, 'notes.secret'), 'not for the window')
  const projectsDir = path.join(rendererDir, 'projects')
  const served = await startServer({ door, rendererDir, projectsDir, port: 0, ...options })
  onTestFinished(async () => {
    await served.close()
    await door.close()
    await rm(rendererDir, { recursive: true })
  })
  return { served, door, rendererDir, projectsDir }
}

export interface Asked {
  readonly method?: string
  readonly path: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string | Uint8Array
}

export interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: Buffer
  readonly text: string
  /** The body read as JSON; throws where it is none. */
  json(): unknown
}

/** One request exactly as written: no header is added but Host and the length. */
export function ask(served: Served, asked: Asked): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: served.port,
        method: asked.method ?? 'GET',
        path: asked.path,
        headers: asked.headers ?? {},
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const bytes = Buffer.concat(chunks)
          const text = bytes.toString('utf8')
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes,
            text,
            json: () => JSON.parse(text),
          })
        })
      },
    )
    sent.on('error', reject)
    sent.end(asked.body)
  })
}

export const json = { 'content-type': 'application/json' }

/** Posts JSON. */
export function post(served: Served, path: string, value: unknown, headers: OutgoingHttpHeaders = {}) {
  return ask(served, { method: 'POST', path, headers: { ...json, ...headers }, body: JSON.stringify(value) })
}

/** The key of a link, as the window takes it out of the address. */
export const keyOf = (link: string): string => link.split('#k=')[1] ?? ''

/** Does what the window does first; gives the header for everything after. */
export async function signIn(served: Served): Promise<{ readonly authorization: string }> {
  const answered = await post(served, '/session', { key: keyOf(served.newLink()) })
  const { token } = answered.json() as { token: string }
  return { authorization: `Bearer ${token}` }
}

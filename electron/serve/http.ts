/** Browser mode: the service's door over HTTP, on this machine only. The guards are in guards.ts. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AppError } from '../../core/result.ts'
import type { Door } from '../service/door.ts'
import { answer, type Desk } from './answer.ts'
import { createUploads } from './files.ts'
import { isRefusal, needsToken, type Refusal, refuseContentType, refuseStranger, routeOf } from './guards.ts'
import { createHands } from './hands.ts'
import { type Limits, standardLimits } from './limits.ts'
import { oneUse } from './secrets.ts'
import { bearerToken, createSession } from './session.ts'
import { securityHeaders } from './static.ts'
import { createUploadFolders } from './upload-folders.ts'

export interface ServeOptions {
  readonly door: Door
  /** The built window: index.html and what it loads. */
  readonly rendererDir: string
  /** Projects that are picked in the browser are kept here. */
  readonly projectsDir: string
  /** 0 takes a free one. */
  readonly port: number
  /** Lets a second start ask for a link of its own; none by default. */
  readonly againSecret?: string
  readonly limits?: Partial<Limits>
}

export interface Served {
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  readonly port: number
  /** A link that opens once, within ten minutes. */
  newLink(): string
  /** Ends every connection and removes uploads. The door stays open. */
  close(): Promise<void>
}

/**
 * Serves the window and the door on 127.0.0.1.
 *
 * @throws AppError `busy` when the port is taken
 */
export async function startServer(options: ServeOptions): Promise<Served> {
  const limits = { ...standardLimits, ...options.limits }
  const server = createServer({
    headersTimeout: limits.patienceMs,
    // Bodies are timed one by one, as a large upload may take long; 0 leaves that to us.
    requestTimeout: 0,
    connectionsCheckingInterval: Math.min(limits.patienceMs, 5_000),
  })
  server.maxConnections = 100
  const port = await listen(server, options.port)
  const url = `http://127.0.0.1:${port}`
  const session = createSession()
  const hands = createHands(limits.graceMs)
  const newLink = () => `${url}/#k=${session.newKey()}`
  const uploadLimits = { maxBytes: limits.uploadBytes, idleMs: limits.patienceMs }
  const uploads = createUploads(uploadLimits)
  const desk: Desk = {
    door: options.door,
    rendererDir: options.rendererDir,
    projectsDir: options.projectsDir,
    againSecret: options.againSecret ?? null,
    limits,
    session,
    hands,
    uploads,
    folders: createUploadFolders(uploads, uploadLimits),
    newLink,
    targetNames: new Map(),
    tickets: oneUse({ lifeMs: 2 * 60_000, now: Date.now }),
  }
  server.on('request', (request, response) => {
    void handle({ request, response, desk, port })
  })
  return {
    url,
    port,
    newLink,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
      await uploads.dispose()
    },
  }
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly desk: Desk
  readonly port: number
}

async function handle({ request, response, desk, port }: Exchange): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
  try {
    const head = { method: request.method ?? '', url: request.url ?? '', headers: request.headers }
    const refusal = refuseStranger(head, port)
    if (refusal) return refuse(response, refusal)
    const route = routeOf(head)
    if (isRefusal(route)) return refuse(response, route)
    if (needsToken(route) && !desk.session.isToken(bearerToken(request.headers.authorization) ?? ''))
      return refuse(response, { status: 401, message: 'Open the link that was printed at the start.' })
    const wrongType = refuseContentType(route, request.headers['content-type'])
    if (wrongType) return refuse(response, wrongType)
    const refused = await answer(route, { request, response, desk })
    if (refused) refuse(response, refused)
  } catch (error) {
    // A bug: named in the log without the body, which may be somebody's comment.
    console.error(`${request.method} ${request.url?.split('?')[0]} failed:`, error)
    if (response.headersSent) response.destroy()
    else sendJson(response, 500, failureOf('unexpected', 'Something went wrong on our side.'))
  }
}

function refuse(response: ServerResponse, refusal: Refusal): void {
  sendJson(response, refusal.status, failureOf('bad-request', refusal.message))
}

const failureOf = (code: 'bad-request' | 'unexpected', message: string) => ({
  ok: false,
  failure: { code, message },
})

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value))
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES')
        reject(new AppError('busy', `Port ${port} is in use or not allowed. Choose another with --port.`))
      else reject(error)
    })
    // A TCP server's address is always of this kind.
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

/** What each route of browser mode does once its request was let in. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PickedFile } from '../../core/contract/contract.ts'
import { writing } from '../../core/contract/requests.ts'
import { AppError, type Result } from '../../core/result.ts'
import { safeFileName } from '../files/names.ts'
import type { Door } from '../service/door.ts'
import { readJson, textField } from './body.ts'
import { streamEvents } from './events.ts'
import { sendFile, type Uploads } from './files.ts'
import type { Refusal, Route } from './guards.ts'
import type { Hands } from './hands.ts'
import { isProject, keepProject } from './keep-project.ts'
import type { Limits } from './limits.ts'
import { isSameSecret, type OneUse } from './secrets.ts'
import { bearerToken, type Session } from './session.ts'
import { readStatic } from './static.ts'
import type { UploadFolders } from './upload-folders.ts'

/** Everything a route may need. */
export interface Desk {
  readonly door: Door
  readonly rendererDir: string
  readonly projectsDir: string
  readonly againSecret: string | null
  readonly limits: Limits
  readonly session: Session
  readonly hands: Hands
  readonly uploads: Uploads
  readonly folders: UploadFolders
  readonly newLink: () => string
  /** The names asked for, by the reference of the target. */
  readonly targetNames: Map<string, string>
  readonly tickets: OneUse<{ readonly path: string; readonly name: string }>
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly desk: Desk
}

const notFound: Refusal = { status: 404, message: 'There is nothing at this address.' }

/** Answers; or gives the refusal to answer with. */
export async function answer(route: Route, exchange: Exchange): Promise<Refusal | null> {
  const { response, desk } = exchange
  switch (route.kind) {
    case 'static': {
      const file = await readStatic(desk.rendererDir, route.pathname)
      if (!file) return notFound
      response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': file.bytes.length })
      response.end(file.bytes)
      return null
    }
    case 'download': {
      const file = desk.tickets.redeem(route.ticket)
      return file && (await sendFile(response, file)) ? null : notFound
    }
    case 'events':
      streamEvents(response, desk.door.subscribe, {
        heartbeatMs: desk.limits.heartbeatMs,
        hands: desk.hands,
        token: tokenOf(exchange.request),
      })
      return null
    case 'upload':
      return take(
        exchange,
        () => desk.uploads.receive(exchange.request, route.name),
        route.isToRead ? registerAsItIs : register,
      )
    case 'upload-part':
      return take(
        exchange,
        () => desk.folders.receive(exchange.request, route.folder, route.path),
        async () => null,
      )
    default: {
      const body = await readJson(exchange.request, {
        maxBytes: desk.limits.jsonBytes,
        timeoutMs: desk.limits.patienceMs,
      })
      if (!('value' in body)) return body
      const reply = await replyTo(route, body.value, exchange)
      if (isRefused(reply)) return reply
      send(response, reply)
      return null
    }
  }
}

type JsonRoute = Exclude<Route, { kind: 'static' | 'download' | 'events' | 'upload' | 'upload-part' }>
type Reply = Result<unknown> | { readonly token: string } | { readonly link: string }

async function replyTo(
  route: JsonRoute,
  body: unknown,
  { request, desk }: Exchange,
): Promise<Reply | Refusal> {
  switch (route.kind) {
    case 'session': {
      const token = desk.session.exchange(textField(body, 'key') ?? '')
      return token
        ? { token }
        : {
            status: 401,
            message: 'This link was used already or is too old. Start Fair Hearing again for a new one.',
          }
    }
    case 'again': {
      const isOurs =
        desk.againSecret !== null && isSameSecret(textField(body, 'secret') ?? '', desk.againSecret)
      return isOurs ? { link: desk.newLink() } : { status: 401, message: 'This is not the secret.' }
    }
    case 'rpc':
      if (!isWriting(route.method)) return desk.door.dispatch(route.method, body)
      return asResult(() => desk.hands.require(tokenOf(request))).then((mine) =>
        mine.ok ? desk.door.dispatch(route.method, body) : mine,
      )
    case 'hands':
      return asResult(() => desk.hands.take(tokenOf(request)))
    case 'folder':
      return asResult(() => desk.folders.begin(textField(body, 'name') ?? ''))
    case 'folder-end':
      return asResult(async () => desk.door.registerFile(desk.folders.end(textField(body, 'folder') ?? '')))
    case 'target':
      return asResult(() => target(textField(body, 'name') ?? '', desk))
    case 'deliver':
      return asResult(() => deliver(textField(body, 'target') ?? '', desk))
  }
}

async function target(name: string, desk: Desk): Promise<string> {
  const ref = await desk.door.registerDownload(safeFileName(name))
  desk.targetNames.set(ref, name)
  return ref
}

async function deliver(ref: string, desk: Desk): Promise<{ readonly ticket: string }> {
  const name = desk.targetNames.get(ref)
  // Only what was asked for as a download can be fetched as one.
  if (name === undefined) throw new AppError('not-found', 'There is no such export. Export again.')
  return { ticket: desk.tickets.issue({ path: await desk.door.pathOf(ref), name }) }
}

/** Takes a body over, and answers with what became of the file. */
async function take(
  { response, desk }: Exchange,
  receive: () => Promise<{ readonly path: string } | Refusal>,
  done: (file: string, desk: Desk) => Promise<PickedFile | null>,
): Promise<Refusal | null> {
  let refused: Refusal | null = null
  const result = await asResult<PickedFile | null>(async () => {
    const received = await receive()
    if ('path' in received) return done(received.path, desk)
    refused = received
    return null
  })
  if (!refused) send(response, result)
  return refused
}

const register = async (file: string, { door, projectsDir }: Desk): Promise<PickedFile> =>
  door.registerFile((await isProject(file)) ? await keepProject(file, projectsDir) : file)

const registerAsItIs = (file: string, { door }: Desk): Promise<PickedFile> => door.registerFile(file)

/** Failures that a room meant for the person cross the door as values; bugs stay thrown. */
async function asResult<T>(work: () => T | Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { ok: false, failure: { code: error.code, message: error.message } }
  }
}

const isWriting = (method: string) => [...writing].some((one) => one === method)

const tokenOf = (request: IncomingMessage) => bearerToken(request.headers.authorization) ?? ''

const isRefused = (reply: Reply | Refusal): reply is Refusal => 'status' in reply

function send(response: ServerResponse, value: Reply): void {
  // The sender may be gone, as after an upload that was cut off.
  if (!response.destroyed)
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(value))
}

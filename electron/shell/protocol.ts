/** `app://`: serves the built screens and nothing else. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Protocol, protocol } from 'electron'
import { appScheme, isOurAddress } from './channels.ts'

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** `connect-src 'none'`: the screens speak through the preload only. `style-src` needs no inline: React sets styles by script. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
}

/** Must run before the app is ready. `standard` and `secure` give our pages an origin of their own. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** @param root absolute path of the built screens */
export function serveScreens(target: Pick<Protocol, 'handle'>, root: string): void {
  target.handle(appScheme, (request) => answer(request, root))
}

/** The answer to one request: 200, 404 for what is not there or not ours, 405 for anything but reading. */
export async function answer(request: Pick<Request, 'method' | 'url'>, root: string): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405)
  const file = fileFor(request.url, root)
  const mimeType = file === null ? undefined : mimeTypes[path.extname(file).toLowerCase()]
  if (file === null || mimeType === undefined) return refusal(404)
  const bytes = await readFile(file).catch(missing)
  if (bytes === null) return refusal(404)
  const body = request.method === 'HEAD' ? null : new Uint8Array(bytes)
  return new Response(body, { status: 200, headers: { ...headers, 'Content-Type': mimeType } })
}

/** The file an address stands for; null when it is not an address of ours or would leave `root`. */
export function fileFor(address: string, root: string): string | null {
  if (!isOurAddress(address)) return null
  const wanted = decoded(new URL(address).pathname)
  if (wanted === null || /[\\\0]/.test(wanted)) return null
  const file = path.resolve(root, `.${wanted === '/' ? '/index.html' : wanted}`)
  return file.startsWith(path.resolve(root) + path.sep) ? file : null
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** A file that is not there, or is a folder, is an answer; anything else is a bug or a broken disk. */
function missing(error: unknown): null {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return null
  throw error
}

function refusal(status: number): Response {
  return new Response(null, { status, headers })
}

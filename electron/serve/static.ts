/** The files of the window: which path is which file, and what each is sent with. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** Scripts and styles from here only, no frames, no forms, nothing from any other place. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** On every answer, whatever it is. */
export const securityHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
} as const

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

export interface StaticFile {
  readonly type: string
  readonly bytes: Buffer
}

/** The file at a (decoded) path of the window; null when there is none, or none that a window needs. */
export async function readStatic(rendererDir: string, pathname: string): Promise<StaticFile | null> {
  const file = staticPath(rendererDir, pathname)
  const type = file ? types[path.extname(file)] : undefined
  if (!file || !type) return null
  try {
    return { type, bytes: await readFile(file) }
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** Where a path of the window lies on disk; null when it would leave the folder. */
export function staticPath(rendererDir: string, pathname: string): string | null {
  if (/[\0\\]/.test(pathname) || pathname.split('/').some((part) => part.startsWith('.'))) return null
  const file = path.join(rendererDir, pathname === '/' ? 'index.html' : pathname)
  return file.startsWith(path.join(rendererDir, path.sep)) ? file : null
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR' || code === 'ENAMETOOLONG'
}

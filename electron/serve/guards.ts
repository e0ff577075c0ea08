/** Which requests browser mode lets in: pure decisions over the head of a request, tested one by one. */

/** A request that is not answered, with the HTTP status and a sentence for the person who looks. */
export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 408 | 413 | 415 | 421
  readonly message: string
}

/** What the guards look at. Header names in lower case, as Node gives them. */
export interface RequestHead {
  readonly method: string
  readonly url: string
  readonly headers: {
    readonly host?: string | undefined
    readonly origin?: string | undefined
    readonly 'content-type'?: string | undefined
  }
}

export type Route =
  | { readonly kind: 'static'; readonly pathname: string }
  | { readonly kind: 'download'; readonly ticket: string }
  | { readonly kind: 'events' }
  | { readonly kind: (typeof plainRoutes)[number] }
  | { readonly kind: 'rpc'; readonly method: string }
  /** `isToRead`: a project in it is read once, and not kept. */
  | { readonly kind: 'upload'; readonly name: string; readonly isToRead: boolean }
  /** A file of a folder that was begun. */
  | { readonly kind: 'upload-part'; readonly folder: string; readonly path: string }

/** Routes that read JSON and are named by their address alone. */
const plainRoutes = ['session', 'again', 'folder', 'folder-end', 'target', 'deliver', 'hands'] as const
/** Routes without the token. The page itself holds no data; keys, secrets and tickets are their own. */
const openRoutes: readonly Route['kind'][] = ['static', 'download', 'session', 'again']
const jsonRoutes: readonly Route['kind'][] = ['rpc', ...plainRoutes]

export const needsToken = (route: Route): boolean => !openRoutes.includes(route.kind)
export const takesJson = (route: Route): boolean => jsonRoutes.includes(route.kind)

/**
 * Refuses what did not come from our own page on this machine.
 *
 * An exact Host keeps out pages whose name was pointed at 127.0.0.1 (DNS rebinding); Origin is absent where a
 * person opens the link or a program asks, and must be ours where a page asks.
 */
export function refuseStranger(head: RequestHead, port: number): Refusal | null {
  const own = `127.0.0.1:${port}`
  if (head.headers.host !== own)
    return { status: 421, message: `This address answers as ${own} only. Open the printed link as it is.` }
  const { origin } = head.headers
  if (origin !== undefined && origin !== `http://${own}`)
    return { status: 403, message: 'Another website asked for this, so it was refused.' }
  return null
}

/** Where a request goes, or why it goes nowhere: 400 for a malformed address, 404 for an unknown one. */
export function routeOf(head: RequestHead): Route | Refusal {
  const address = readAddress(head.url)
  if (!address) return { status: 400, message: 'This address is malformed.' }
  const { pathname, query } = address
  if (head.method === 'GET') {
    if (pathname === '/events') return { kind: 'events' }
    const ticket = /^\/download\/([A-Za-z0-9_-]{1,200})$/.exec(pathname)?.[1]
    return ticket ? { kind: 'download', ticket } : { kind: 'static', pathname }
  }
  if (head.method === 'POST') {
    const method = /^\/rpc\/([A-Za-z]{1,40}\.[A-Za-z]{1,40})$/.exec(pathname)?.[1]
    if (method) return { kind: 'rpc', method }
    if (pathname === '/upload') {
      const folder = query.get('folder')
      if (folder !== null) return { kind: 'upload-part', folder, path: query.get('path') ?? '' }
      return { kind: 'upload', name: query.get('name') ?? '', isToRead: query.get('to') === 'read' }
    }
    const plain = plainRoutes.find((name) => pathname === `/${name}`)
    if (plain) return { kind: plain }
  }
  return { status: 404, message: 'There is nothing at this address.' }
}

/** JSON only where JSON is read: a web form cannot send it, so no foreign page can post here unasked. */
export function refuseContentType(route: Route, contentType: string | undefined): Refusal | null {
  if (!takesJson(route) || /^application\/json *(;|$)/i.test(contentType ?? '')) return null
  return { status: 415, message: 'This address reads application/json only.' }
}

export const isRefusal = (value: Route | Refusal): value is Refusal => 'status' in value

function readAddress(url: string): { readonly pathname: string; readonly query: URLSearchParams } | null {
  if (!url.startsWith('/')) return null
  const [raw = '', search = ''] = url.split('?', 2)
  try {
    // Not `new URL`: it would fold away "..", and the guard of static files should see it.
    const pathname = decodeURIComponent(raw)
    decodeURIComponent(search.replaceAll('+', ' '))
    return { pathname, query: new URLSearchParams(search) }
  } catch {
    return null
  }
}

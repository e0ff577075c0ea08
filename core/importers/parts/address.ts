/** Ids of a file as part of an address, and what an address says of its site. */

/** `encodeURIComponent` throws at half a surrogate pair, and files hold such. */
export function inAddress(id: string): string {
  return encodeURIComponent(id.toWellFormed())
}

/**
 * The site that an address belongs to, the same however the address is written: "lowgate.example/blog".
 *
 * @param address of a page of it; `isHome` where it is that of the site itself, whose path then belongs to it
 * @returns null for what is no address of the web
 */
export function siteOf(address: string | null | undefined, isHome = false): string | null {
  const found = /^\s*(?:https?:)?\/\/(?:www\.)?([^/?#\s]{1,255})([^?#\s]{0,500})/i.exec(address ?? '')
  const [, host, path] = found ?? []
  if (host === undefined) return null
  return `${host.toLowerCase()}${isHome ? (path ?? '').replace(/\/+$/, '') : ''}`
}

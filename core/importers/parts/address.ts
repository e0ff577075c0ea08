/** Ids of a file as part of an address. */

/** `encodeURIComponent` throws at half a surrogate pair, and files hold such. */
export function inAddress(id: string): string {
  return encodeURIComponent(id.toWellFormed())
}

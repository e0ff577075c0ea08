/** Names of files that come from outside, made safe for any disk. */

/** What some system forbids in a name, control characters, and the marks that turn text round ("gpj.exe"). */
const forbidden = /[\p{Cc}<>:"/\\|?*\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
const maxBytes = 200

/**
 * A name that every system can keep in any folder: never a path, never empty, at most 200 bytes of UTF-8, and
 * with its ending where it had one.
 */
export function safeFileName(name: string): string {
  const kept = name
    .toWellFormed()
    .normalize('NFC')
    .replace(forbidden, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
  const safe = reserved.test(kept) ? `_${kept}` : kept
  return shortened(safe) || 'file'
}

function shortened(name: string): string {
  if (Buffer.byteLength(name) <= maxBytes) return name
  const ending = /\.[A-Za-z0-9]{1,12}$/.exec(name)?.[0] ?? ''
  let stem = ''
  for (const char of name.slice(0, name.length - ending.length)) {
    if (Buffer.byteLength(stem + char + ending) > maxBytes) break
    stem += char
  }
  return stem + ending
}

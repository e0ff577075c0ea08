/** How a download is named in its head. */
import { safeFileName } from '../files/names.ts'

/**
 * The `Content-Disposition` of a download: plain ASCII for old programs, the full name for the others.
 *
 * @source RFC 6266, section 4.3; RFC 5987, section 3.2
 */
export function attachmentHeader(name: string): string {
  const safe = safeFileName(name)
  const ascii = safe.replace(/[^\x20-\x7e]|%/gu, '_')
  const full = encodeURIComponent(safe).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${ascii}"; filename*=UTF-8''${full}`
}

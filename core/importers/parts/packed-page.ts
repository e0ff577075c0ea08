/** Pages that a browser saved as one file (.mht, .mhtml): a message whose parts are the page and its frames. @source RFC 2557 */
import PostalMime from 'postal-mime'
import type { Source } from '../export-format.ts'
import { messageBytes } from './mail-bytes.ts'

const startLength = 2000

export const isPackedPage = (text: string): boolean => {
  const start = text.slice(0, startLength)
  return (
    /^[\w-]{1,60}: ?/.test(start.trimStart()) &&
    /^(From: "?<?Saved by|Snapshot-Content-Location:)/im.test(start) &&
    /^Content-Type: ?(multipart\/related|text\/html)/im.test(start)
  )
}

/** The text of a page, unpacked where it is packed: then all of it is held, pictures too. */
export async function* pageText({ text }: Pick<Source, 'text'>): AsyncGenerator<string> {
  let start: string | null = ''
  let packed: string[] | null = null
  for await (const chunk of text()) {
    if (start === null) {
      if (packed === null) yield chunk
      else packed.push(chunk)
      continue
    }
    start += chunk
    if (start.length < startLength) continue
    if (isPackedPage(start)) packed = [start]
    else yield start
    start = null
  }
  if (start !== null) {
    if (isPackedPage(start)) packed = [start]
    else yield start
  }
  if (packed !== null) yield await unpacked(packed.join(''))
}

async function unpacked(text: string): Promise<string> {
  const lines = text.trimStart().split(/\r?\n/)
  try {
    const { html = '' } = await PostalMime.parse(messageBytes(lines, 'utf-8'))
    return html
  } catch {
    return ''
  }
}

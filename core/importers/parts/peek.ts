/** The beginning of a source, for readers of formats that come in several shapes. */
import type { Source } from '../export-format.ts'
import { type Head, headLength, headOf } from '../head.ts'

/** Reads no further than the head is long; the source can be read from its beginning again afterwards. */
export async function peek({ name, folder, text }: Pick<Source, 'name' | 'folder' | 'text'>): Promise<Head> {
  let read = ''
  for await (const chunk of text()) {
    read += chunk
    if (read.length > headLength) return headOf({ name, folder, text: read, isWhole: false })
  }
  return headOf({ name, folder, text: read, isWhole: true })
}

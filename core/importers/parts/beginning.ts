/** The beginning of a file, for readers whose exports come in several wrappings. */
import type { Source } from '../export-format.ts'
import { type Head, headLength, headOf } from '../head.ts'

/** Reads no more than the head; the text can be read from its beginning again. */
export async function beginningOf({ name, folder, text }: Source): Promise<Head> {
  let read = ''
  for await (const chunk of text()) {
    read += chunk
    if (read.length > headLength) return headOf({ name, folder, text: read, isWhole: false })
  }
  return headOf({ name, folder, text: read, isWhole: true })
}

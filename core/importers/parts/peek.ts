<<<<<<< HEAD

/** Looks at the beginning of a file that is about to be read, for formats that come in several shapes. */
import type { Source } from '../export-format.ts'
import { type Head, headLength, headOf } from '../head.ts'

/** The same beginning that `detect` was shown; the text is begun anew when it is read. */
export async function peekHead({ name, folder, text: open }: Source): Promise<Head> {
  let text = ''
  for await (const chunk of open()) {
    text += chunk
    if (text.length > headLength) return headOf({ name, folder, text, isWhole: false })
  }
  return headOf({ name, folder, text, isWhole: true })
=======
/** The beginning of a source, for readers of formats that come in several shapes. */
import type { Source } from '../export-format.ts'
import { type Head, headLength, headOf } from '../head.ts'

/** Reads no further than the head is long; the source can be read from its beginning again afterwards. */
export async function peek({ name, folder, text }: Source): Promise<Head> {
  let read = ''
  for await (const chunk of text()) {
    read += chunk
    if (read.length > headLength) return headOf({ name, folder, text: read, isWhole: false })
  }
  return headOf({ name, folder, text: read, isWhole: true })
>>>>>>> video
}

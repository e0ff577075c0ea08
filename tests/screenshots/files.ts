/** What is imported for the pictures: a few invented files, in a folder that goes afterwards. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export interface Files {
  readonly table: string
  /** Two that can be read and one that cannot. */
  readonly several: readonly string[]
}

export function temporaryRoot(): {
  readonly home: string
  readonly files: Files
  readonly remove: () => void
} {
  const home = mkdtempSync(path.join(tmpdir(), 'fair-hearing-pictures-'))
  const write = (name: string, content: string | Uint8Array) => {
    const file = path.join(home, name)
    writeFileSync(file, content)
    return file
  }
  const table = write(
    'echo-comments.csv',
    [
      'cid,reply_to,article,display_name,posted_at,up,words',
      '1,,report,Plover 12,12/09/2026 17:36,61,"Page 34 says the board was told in January. Which is it?"',
      '2,1,report,Heron 41,12/09/2026 17:44,4,"January. I have the minutes, item 9, “noted”."',
      '3,2,report,Jay,13/09/2026 17:51,,course you have 🙄',
      '4,,report,سلمى,13/09/2026 18:31,3,كان أبي في ذلك الجناح. انتظرنا الجواب سنة كاملة.',
      '5,,parking,Teal 77,not a date,0,Is the car park open on Saturdays now',
      '6,,parking,Knot 19,13/09/2026 08:00,1',
    ].join('\n'),
  )
  const letters = write(
    'letters.csv',
    'author,text\nGull 330,Who signed off the discharge sheet?\nTern 8,Nobody has called us back since March\n',
  )
  const picture = write(
    'photo.csv',
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  )
  return {
    home,
    files: { table, several: [table, letters, picture] },
    remove: () => rmSync(home, { recursive: true, force: true }),
  }
}

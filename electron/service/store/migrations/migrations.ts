/** The list of migrations, oldest first. A released one is never edited: add the next number. */
import { initial } from './0010-initial.ts'
import { measuring } from './0020-measuring.ts'
import { shares } from './0030-shares.ts'
import { exports } from './0040-exports.ts'
import { deciding } from './0060-deciding.ts'
import { searching } from './0070-searching.ts'
import { pseudonyms } from './0090-pseudonyms.ts'
import { whoDecides } from './0100-who-decides.ts'
import { letters } from './0110-letters.ts'
import { packages } from './0120-packages.ts'
import { secondPeople } from './0130-second-people.ts'

export interface Migration {
  /** In steps of ten; becomes the file's `user_version`. */
  readonly version: number
  readonly sql: string
}

export const migrations: readonly Migration[] = [
  initial,
  measuring,
  shares,
  exports,
  deciding,
  searching,
  pseudonyms,
  whoDecides,
  letters,
  packages,
  secondPeople,
]

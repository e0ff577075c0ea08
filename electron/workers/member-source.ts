/** Gives readers what lies beside the file they read: members of the same archive or folder, and nothing else. */
import type { Source } from '../../core/importers/export-format.ts'
import type { Reading } from '../../core/records.ts'
import { decodeFile, sniffText } from '../files/decode.ts'
import type { PickedMember } from '../files/listing.ts'
import type { Pick } from '../files/pick.ts'

export interface BesideOptions {
  /** Of the file that is read: what lies beside it was most likely written by the same program. */
  readonly delimiter: Reading['delimiter']
  readonly isCancelled: () => boolean
  /** Told of each file that is read besides, before it is. */
  readonly onUsed: (member: PickedMember) => void
}

/** The `beside` of a member's source. */
export function besideOf(pick: Pick, member: PickedMember, options: BesideOptions): Source['beside'] {
  return (pattern) => {
    // `search` minds no state that the pattern keeps.
    const fitting = pick.members.filter((one) => one !== member && pathOf(one).search(pattern) !== -1)
    const nearest = fitting.toSorted((one, other) => distance(member, one) - distance(member, other))[0]
    return nearest === undefined ? null : sourceBeside(pick, nearest, options)
  }
}

function sourceBeside(pick: Pick, member: PickedMember, options: BesideOptions): Source {
  const { source, name, folder } = member
  const { isCancelled } = options
  return {
    name,
    folder,
    reading: {
      format: 'csv',
      encoding: 'utf-8',
      delimiter: /\.(tsv|tab)$/i.test(name) ? '\t' : options.delimiter,
      headerRow: 1,
      dateOrder: 'dmy',
      columns: {},
    },
    isCutOff: () => source.isCutOff?.() ?? false,
    async *text() {
      options.onUsed(member)
      const { encoding } = await sniffText(source, { isCancelled })
      yield* decodeFile(source, { encoding, isCancelled })
    },
    beside: besideOf(pick, member, options),
  }
}

/** From the top of what was picked: "Takeout/YouTube/comments/comments.csv". */
export function pathOf({ folder, name }: { readonly folder: string; readonly name: string }): string {
  return folder === '' ? name : `${folder}/${name}`
}

/** How many steps from one folder to the other. */
function distance(one: PickedMember, other: PickedMember): number {
  const [here, there] = [stepsOf(one.folder), stepsOf(other.folder)]
  let shared = 0
  while (shared < here.length && here[shared] === there[shared]) shared += 1
  return here.length + there.length - 2 * shared
}

const stepsOf = (folder: string): readonly string[] => (folder === '' ? [] : folder.split('/'))

/** What the words of a moderation column mean. */
import type { CommentState } from '../records.ts'
import { plainName } from './names.ts'

const stateByWord: ReadonlyMap<string, CommentState> = new Map(
  (
    [
      [
        'visible',
        'approved approve accepted published publish public visible live ok open active normal shown none',
        'freigegeben veroffentlicht genehmigt publie approuve publicado aprobado pubblicato approvato goedgekeurd',
      ],
      [
        'held',
        'held hold pending hidden hide unapproved moderation waiting queued premod private draft withheld unpublished',
        'not-published on-hold in-moderation under-review pending-review awaiting-moderation awaiting-approval',
        'ausstehend versteckt verborgen zuruckgehalten masque en-attente oculto pendiente nascosto in-attesa wachtend',
      ],
      ['spam', 'spam junk'],
      [
        'deleted-by-author',
        'deleted withdrawn trash trashed geloscht zuruckgezogen supprime retire eliminado borrado eliminato verwijderd',
      ],
      [
        'removed-by-moderator',
        'removed rejected reject blocked banned refused declined disapproved not-approved abgelehnt gesperrt rejete',
        'rechazado rifiutato afgewezen',
      ],
    ] as const
  ).flatMap(([state, ...lists]) =>
    lists.flatMap((list) => list.split(' ').map((word) => [word.replaceAll('-', ' '), state] as const)),
  ),
)

/** In columns called so, "yes" means that; elsewhere yes is visible and no is held. */
const stateByColumn: readonly (readonly [RegExp, CommentState])[] = [
  [/\bspam\b/, 'spam'],
  [/\bdeleted\b/, 'deleted-by-author'],
  [/\bremoved\b|\brejected\b/, 'removed-by-moderator'],
  [/\bhidden\b/, 'held'],
]

/**
 * @param column the column's name, which decides what 1 and 0 or true and false mean
 * @returns null when the word is not known; the comment is then taken as visible
 */
export function stateOf(value: string, column: string): CommentState | null {
  const word = value.trim().toLowerCase()
  if (/^(1|1\.0|true|yes|y)$/.test(word)) return meaningOfYes(column)
  if (/^(0|0\.0|false|no|n)$/.test(word)) return meaningOfYes(column) === 'visible' ? 'held' : 'visible'
  if (/^-1(\.0)?$/.test(word)) return 'removed-by-moderator'
  const plain = plainName(word)
  const direct = stateByWord.get(plain)
  if (direct !== undefined) return direct
  if (/author|user/.test(plain) && /deleted|removed|withdrawn/.test(plain)) return 'deleted-by-author'
  if (/moderator|admin/.test(plain) && /deleted|removed|hidden/.test(plain)) return 'removed-by-moderator'
  return null
}

/** `stateOf` for one column of a file, remembering the words it has met: a file has few, and many rows of them. */
export function createStateOf(column: string): (value: string) => CommentState | null {
  const known = new Map<string, CommentState | null>()
  return (value) => {
    const remembered = known.get(value)
    if (remembered !== undefined) return remembered
    const state = stateOf(value, column)
    if (known.size < mostRemembered) known.set(value, state)
    return state
  }
}

const mostRemembered = 100

/** The word for a state where it is explained to a person. */
export const stateWords: Readonly<Record<CommentState, string>> = {
  visible: 'visible',
  held: 'held',
  spam: 'spam',
  'deleted-by-author': 'deleted',
  'removed-by-moderator': 'removed',
}

function meaningOfYes(column: string): CommentState {
  const name = plainName(column)
  return stateByColumn.find(([pattern]) => pattern.test(name))?.[1] ?? 'visible'
}

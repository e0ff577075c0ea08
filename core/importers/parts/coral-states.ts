/** What Coral's words for the state of a comment mean. @source docs.coralproject.net/api/enums/COMMENT_STATUS */
import type { CommentState } from '../../records.ts'

/** `NONE` is shown until somebody objects; `ACCEPTED` is what version 4 called `APPROVED`. */
export const coralStates: Readonly<Record<string, CommentState>> = {
  APPROVED: 'visible',
  ACCEPTED: 'visible',
  NONE: 'visible',
  PREMOD: 'held',
  SYSTEM_WITHHELD: 'held',
  REJECTED: 'removed-by-moderator',
}

/** What WordPress says of a comment, in its exports and in its API. @source developer.wordpress.org, "wp_insert_comment()" */
import type { CommentState, ProblemReason } from '../../records.ts'

/** "" and "comment" are comments; what plugins add, such as "review", is unless it is a shop's or a system's note. */
export function reasonToLeaveOut(type: string): ProblemReason | null {
  if (/^(pingback|trackback)$/i.test(type)) return 'pingback'
  return /(^|_|-)(notes?|logs?|action|delivery)$/i.test(type) ? 'service' : null
}

/** @param approved 1 and 0, or words; null where it is not said, as of what everybody sees */
export function wordpressState(approved: string | null): CommentState {
  switch (approved?.toLowerCase() ?? '1') {
    case '1':
    case 'approve':
    case 'approved':
      return 'visible'
    case 'spam':
      return 'spam'
    case 'trash':
    case 'post-trashed':
      return 'removed-by-moderator'
    default:
      return 'held'
  }
}

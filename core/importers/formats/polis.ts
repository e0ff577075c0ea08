/** Polis: the statements of a public consultation, with what its moderators decided. @source compdemocracy.org, "Export" */
import type { CommentState } from '../../records.ts'
import type { Source } from '../export-format.ts'
import { tableExport } from '../parts/table-export.ts'

const states: Readonly<Record<string, CommentState>> = {
  '1': 'visible',
  '0': 'held',
  '-1': 'removed-by-moderator',
}

/** The file is "comments.csv" in a folder called like the conversation, or called like it itself. */
function conversationOf({ name, folder }: Source): string {
  const own = name.replace(/\.csv$/i, '').replace(/[.\-_ ]?comments$/i, '')
  return own || folder.split('/').at(-1) || 'conversation'
}

export const polis = tableExport({
  id: 'polis-csv',
  title: 'Polis comments',
  platform: 'polis',
  // Numbered from 0 in each conversation.
  idsWithin: 'thread',
  companions: [/(^|\/)(participants?-votes|votes|summary)\.csv$/i],
  names: [['timestamp', 'comment id', 'author id', 'comment body', 'moderated']],
  open({ source }) {
    const threadId = conversationOf(source)
    return ({ get, row, raw }) => ({
      row,
      id: get('comment id'),
      threadId,
      authorId: get('author id'),
      author: get('author id'),
      // Its `datetime` names its zone by letters such as WIB, which mean several.
      time: get('timestamp'),
      text: get('comment body') ?? '',
      state: states[get('moderated')?.trim() ?? ''] ?? 'visible',
      likes: get('agrees'),
      raw,
    })
  },
})

/**
 * Polis: the statements of a public consultation, with what its moderators decided.
 * @source compdemocracy.org, "Export"; github.com/compdemocracy/polis, "report.ts"
 */
import type { CommentState } from '../../records.ts'
import type { ExportFormat, Source } from '../export-format.ts'
import { plainName } from '../names.ts'
import { silent } from '../parts/json-any.ts'
import { readRows, type TableExportOptions, tableExport } from '../parts/table-export.ts'

const states: Readonly<Record<string, CommentState>> = {
  '1': 'visible',
  '0': 'held',
  '-1': 'removed-by-moderator',
}

/** The file is "comments.csv" in a folder called like the conversation, or called like it itself. */
function conversationOf({ name, folder }: Source): string {
  const own = name
    .replace(/\.csv$/i, '')
    .replace(/[.\-_ ]?comments$/i, '')
    // When it was downloaded is no part of what the conversation is called.
    .replace(/^\d{4}-\d\d-\d\d-\d{4}-/, '')
  return own || folder.split('/').at(-1) || 'conversation'
}

const common = ['timestamp', 'comment id', 'author id', 'moderated'] as const

const options: Omit<TableExportOptions, 'open'> = {
  id: 'polis-csv',
  title: 'Polis comments',
  platform: 'polis',
  // Numbered from 0 in each conversation.
  idsWithin: 'thread',
  // Each may have the report's id before its name. The groups' table repeats the statements.
  companions: [
    /(^|[/.\-_ ])(participants?-(votes|importance)|votes|summary|comment-groups|stats-history)\.csv$/i,
  ],
  names: [
    [...common, 'comment body'],
    [...common, 'comment text'],
  ],
}

export const polis: ExportFormat = {
  ...tableExport({ ...options, open: () => () => null }),
  async parse(source, sink) {
    const threadTitle = await topicOf(source)
    const threadId = conversationOf(source)
    const table = tableExport({
      ...options,
      open:
        () =>
        ({ get, row, raw }) => ({
          row,
          id: get('comment id'),
          threadId,
          threadTitle,
          authorId: get('author id'),
          author: get('author id'),
          // Its `datetime` names its zone by letters such as WIB, which mean several.
          time: get('timestamp'),
          text: get('comment body') ?? get('comment text') ?? '',
          state: states[get('moderated')?.trim() ?? ''] ?? 'visible',
          likes: get('agrees'),
          raw,
        }),
    })
    await table.parse(source, sink)
  },
}

/** What the conversation is about: told by the summary that was downloaded with it. */
async function topicOf({ name, folder, beside }: Source): Promise<string | null> {
  const own = name.replace(/comments(\.csv)?$/i, 'summary.csv')
  const summary = beside(endingLike(folder === '' ? own : `${folder}/${own}`))
  if (summary === null) return null
  let topic: string | null = null
  await readRows(summary, silent, {
    delimiters: [','],
    onRow([key = '', value = '']) {
      if (plainName(key) === 'topic') topic ??= value.trim() || null
    },
  })
  return topic
}

const endingLike = (path: string): RegExp =>
  new RegExp(`^${path.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`, 'i')

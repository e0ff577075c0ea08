/** isso: a list of threads with their comments, as its importer takes it. @source isso-comments.de/docs, "Advanced migration" */
import type { CommentState } from '../../records.ts'
import type { ExportFormat, Found, Sink } from '../export-format.ts'
import { textOfHtml } from '../parts/html-text.ts'
import { at, isObject, listAt, numberAt, parseExactly, textAt } from '../parts/json-exact.ts'
import { createJsonPieces } from '../parts/json-pieces.ts'
import { rawWithout } from '../parts/json-raw.ts'
import { readJsonRecords } from '../parts/json-records.ts'

export const isso: ExportFormat = {
  id: 'isso',
  title: 'isso threads',
  platform: 'isso',
  // Numbered in each thread.
  idsWithin: 'thread',
  detect: ({ json }) => {
    if (!Array.isArray(json)) return 0
    const threads = json.slice(0, 20)
    if (!threads.some((thread) => Array.isArray(at(thread, 'comments')) && at(thread, 'title') !== undefined))
      return 0
    const comment = threads.flatMap((thread) => listAt(thread, 'comments'))[0]
    const hasMarks = ['remote_addr', 'website', 'mode'].some((key) => at(comment, key) !== undefined)
    if (comment === undefined) return 0.65
    return at(comment, 'text') !== undefined && at(comment, 'created') !== undefined
      ? hasMarks
        ? 0.93
        : 0.8
      : 0
  },
  async parse(source, sink) {
    let row = 0
    await readJsonRecords(
      source,
      { ...sink, leaveOut: (_, reason, value) => sink.leaveOut(++row, reason, value) },
      {
        places: ['*'],
        onRecord: ({ value, raw }) => {
          if (!Array.isArray(at(value, 'comments'))) {
            sink.leaveOut(++row, 'not-a-comment', raw)
            return
          }
          row = takeThread(value, raw, { row, sink })
        },
      },
    )
  },
}

interface Place {
  readonly row: number
  readonly sink: Sink
}

/** @returns the last row taken */
function takeThread(thread: unknown, raw: string, { row: before, sink }: Place): number {
  let row = before
  const id = textAt(thread, 'id') ?? textAt(thread, 'uri')
  const about = { threadId: id, threadTitle: textAt(thread, 'title') }
  for (const { text } of piecesOf(raw)) {
    if (text === '') {
      row += 1
      sink.leaveOut(row, 'too-long')
      continue
    }
    const waiting: {
      readonly value: unknown
      readonly raw: string | null
      readonly parentId: string | null
    }[] = [{ value: parseExactly(text), raw: text, parentId: null }]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      row += 1
      const { value } = next
      if (!isObject(value)) {
        sink.leaveOut(row, 'not-an-object', text)
        continue
      }
      // Its own pages nest answers in what they answer.
      const replies = [...listAt(value, 'replies'), ...listAt(value, 'comments')]
      const own =
        next.raw !== null && replies.length === 0 ? next.raw : rawWithout(value, 'replies', 'comments')
      sink.comment({ row, ...about, ...foundOf(value, next.parentId), raw: own })
      const parentId = textAt(value, 'id')
      waiting.push(...replies.map((reply) => ({ value: reply, raw: null, parentId })).toReversed())
    }
  }
  return row
}

/** The comments as the file has them. Of a key that comes twice the last counts, as for all who read JSON. */
function piecesOf(raw: string): readonly { readonly text: string }[] {
  const pieces = createJsonPieces({ places: ['comments.*'] })
  return [...pieces.read(raw), ...pieces.end().pieces]
}

function foundOf(value: unknown, parentId: string | null): Omit<Found, 'row' | 'raw'> {
  const mode = numberAt(value, 'mode')
  const text = textAt(value, 'text') ?? ''
  return {
    id: textAt(value, 'id'),
    parentId: textAt(value, 'parent') ?? parentId,
    author: textAt(value, 'author'),
    // A picture made of the address: the same for the same writer.
    authorId: textAt(value, 'hash'),
    time: textAt(value, 'created'),
    editedAt: null,
    text: /<\/?(p|br|a|em|strong|ul|ol|li|blockquote|code|pre|del)\b/i.test(text) ? textOfHtml(text) : text,
    likes: textAt(value, 'likes'),
    state: stateOf(mode, text),
  }
}

/** 1 is shown, 2 waits, 4 is deleted and kept for its answers. */
function stateOf(mode: number | null, text: string): CommentState {
  if (mode === 2) return 'held'
  if (mode === 4) return 'deleted-by-author'
  return text === '' && mode === 5 ? 'deleted-by-author' : 'visible'
}

/**
 * isso: a list of threads with their comments, as its importer takes it; or the comments of one page as its API gives
 * them, replies inside of what they answer.
 * @source isso-comments.de/docs, "Advanced migration", "API: fetch comments"
 */
import type { CommentState } from '../../records.ts'
import { parseTime } from '../../time.ts'
import type { ExportFormat, Found, Sink, Source } from '../export-format.ts'
import { textOfHtml } from '../parts/html-text.ts'
import { at, isObject, listAt, numberAt, parseExactly, textAt } from '../parts/json-exact.ts'
import { createJsonPieces } from '../parts/json-pieces.ts'
import { rawWithout } from '../parts/json-raw.ts'
import { readJsonRecords } from '../parts/json-records.ts'
import { peek } from '../parts/peek.ts'

export const isso: ExportFormat = {
  id: 'isso',
  title: 'isso threads',
  platform: 'isso',
  // Numbered in each thread.
  idsWithin: 'thread',
  detect: ({ json }) => {
    if (!Array.isArray(json)) return isPage(json) ? 0.93 : 0
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
    if (isPage((await peek(source)).json)) return parsePage(source, sink)
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

/** Answers that its page folds away are counted, and are not in it. */
function isPage(json: unknown): boolean {
  const [first] = listAt(json, 'replies')
  const counts = numberAt(json, 'total_replies') !== null || numberAt(json, 'hidden_replies') !== null
  return counts && at(first, 'mode') !== undefined && at(first, 'parent') !== undefined && isText(first)
}

const isText = (comment: unknown): boolean => at(comment, 'text') !== undefined

async function parsePage(source: Source, sink: Sink): Promise<void> {
  // Its address is not in it.
  const name = source.name.replace(/\.json$/i, '')
  let row = 0
  let hidden = 0
  const count = (comment: unknown): void => {
    hidden += Math.max(0, numberAt(comment, 'hidden_replies') ?? 0)
  }
  await readJsonRecords(source, sink, {
    places: ['replies.*', 'hidden_replies'],
    onRecord: ({ path, value, raw }) => {
      if (path[0] === 'hidden_replies') count({ hidden_replies: value })
      else row = takeComment(value, raw, { row, sink, about: { threadId: name, threadTitle: name }, count })
    },
  })
  if (hidden > 0)
    sink.incomplete(
      `${hidden} ${hidden === 1 ? 'reply is' : 'replies are'} folded away, and not in the file.`,
    )
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
    if (text !== '') {
      row = takeComment(parseExactly(text), text, { row, sink, about })
      continue
    }
    row += 1
    sink.leaveOut(row, 'too-long')
  }
  return row
}

interface CommentPlace extends Place {
  readonly about: Pick<Found, 'threadId' | 'threadTitle'>
  /** Called for each comment that is met. */
  readonly count?: (comment: unknown) => void
}

/** Its own pages nest answers in what they answer. @returns the last row taken */
function takeComment(first: unknown, raw: string, { row: before, sink, about, count }: CommentPlace): number {
  let row = before
  const waiting: { readonly value: unknown; readonly parentId: string | null }[] = [
    { value: first, parentId: null },
  ]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    row += 1
    const { value } = next
    if (!isObject(value)) {
      sink.leaveOut(row, 'not-an-object', raw)
      continue
    }
    count?.(value)
    const replies = [...listAt(value, 'replies'), ...listAt(value, 'comments')]
    const own = value === first && replies.length === 0 ? raw : rawWithout(value, 'replies', 'comments')
    sink.comment({ row, ...about, ...foundOf(value, next.parentId), raw: own })
    const parentId = textAt(value, 'id')
    waiting.push(...replies.map((reply) => ({ value: reply, parentId })).toReversed())
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
    editedAt: parseTime(textAt(value, 'modified') ?? '', 'ymd'),
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

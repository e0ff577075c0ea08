/** Commento, and Comentario after it: comments, and then the commenters. @source docs.commento.io; docs.comentario.app */
import type { CommentState } from '../../records.ts'
import type { ExportFormat, Found, Source } from '../export-format.ts'
import { textOfHtml } from '../parts/html-text.ts'
import { silent } from '../parts/json-any.ts'
import { at, listAt, numberAt, textAt } from '../parts/json-exact.ts'
import { type JsonRecord, readJsonRecords } from '../parts/json-records.ts'

export const commento: ExportFormat = {
  id: 'commento',
  title: 'Commento export',
  platform: 'commento',
  idsWithin: 'platform',
  detect: ({ json }) => {
    const [comment] = listAt(json, 'comments')
    if (at(comment, 'commentHex') !== undefined) return 0.97
    if (at(listAt(json, 'commenters')[0], 'commenterHex') !== undefined) return 0.95
    // Comentario counts its comments by page.
    return at(comment, 'pageId') !== undefined && at(comment, 'markdown') !== undefined ? 0.9 : 0
  },
  async parse(source, sink) {
    const joins = await joinsOf(source)
    await readJsonRecords(source, sink, {
      places: ['comments.*'],
      onRecord: (record) => sink.comment(foundOf(record, joins)),
    })
  },
}

interface Page {
  readonly path: string
  readonly title: string | null
}

interface Joins {
  readonly names: ReadonlyMap<string, string>
  readonly pages: ReadonlyMap<string, Page>
}

/** The commenters stand after the comments: the file is read twice. */
async function joinsOf(source: Source): Promise<Joins> {
  const names = new Map<string, string>()
  const pages = new Map<string, Page>()
  await readJsonRecords(source, silent, {
    places: ['commenters.*', 'pages.*'],
    onRecord: ({ path, value }) => {
      const id = textAt(value, 'commenterHex') ?? textAt(value, 'id')
      if (id === null) return
      if (path[0] === 'pages')
        pages.set(id, { path: textAt(value, 'path') ?? '', title: textAt(value, 'title') })
      else names.set(id, textAt(value, 'name') ?? '')
    },
  })
  return { names, pages }
}

function foundOf({ value, raw, row }: JsonRecord, { names, pages }: Joins): Found {
  const id = textAt(value, 'commentHex') ?? textAt(value, 'id')
  const authorId = authorOf(value)
  const parentId = textAt(value, 'parentHex') ?? textAt(value, 'parentId')
  const page = pages.get(textAt(value, 'pageId') ?? '')
  const domain = textAt(value, 'domain') ?? ''
  const path = textAt(value, 'url') ?? textAt(value, 'path') ?? page?.path ?? ''
  const thread = /^https?:/i.test(path) ? path : `${domain}${path}`
  const state = stateOf(value, authorId)
  return {
    row,
    id,
    parentId: parentId === 'root' ? null : parentId,
    threadId: thread || textAt(value, 'pageId'),
    threadTitle: page?.title,
    author: (authorId === null ? null : names.get(authorId)) || textAt(value, 'authorName'),
    authorId,
    time: textAt(value, 'creationDate') ?? textAt(value, 'createdTime'),
    text: textOf(value),
    likes: numberAt(value, 'score'),
    state,
    url: /^https?:/i.test(thread) ? thread : domain === '' ? null : `https://${thread}`,
    raw,
  }
}

/** Whoever writes without a name is one of many. */
function authorOf(value: unknown): string | null {
  const id = textAt(value, 'commenterHex') ?? textAt(value, 'userCreated')
  return id === null || id === 'anonymous' || /^[0-]+$/.test(id) ? null : id
}

function textOf(value: unknown): string {
  const markdown = textAt(value, 'markdown')
  const isDeleted = at(value, 'deleted') === true || at(value, 'isDeleted') === true
  // What stands in the place of a text that is gone was written by nobody.
  if (isDeleted && (markdown === null || markdown.trim() === '[deleted]')) return ''
  return markdown ?? textOfHtml(textAt(value, 'html') ?? '')
}

function stateOf(value: unknown, authorId: string | null): CommentState {
  if (at(value, 'deleted') === true || at(value, 'isDeleted') === true) {
    const by = textAt(value, 'deleterHex') ?? textAt(value, 'userDeleted')
    return by !== null && by !== authorId ? 'removed-by-moderator' : 'deleted-by-author'
  }
  const state = textAt(value, 'state')
  if (state === 'flagged') return 'spam'
  if (state === 'unapproved' || at(value, 'isPending') === true) return 'held'
  return at(value, 'isApproved') === false ? 'removed-by-moderator' : 'visible'
}

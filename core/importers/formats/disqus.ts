/** Disqus: one XML file of threads, then of posts. @source help.disqus.com, "Comments export" */
import type { CommentState } from '../../records.ts'
import type { ExportFormat, Found } from '../export-format.ts'
import { textOfHtml } from '../parts/html-text.ts'
import { childOf, childText, readXml, type XmlElement } from '../parts/xml-elements.ts'

export const disqus: ExportFormat = {
  id: 'disqus',
  title: 'Disqus export',
  platform: 'disqus',
  idsWithin: 'platform',
  detect: ({ text }) => (/<disqus[\s>]/.test(text) ? (text.includes('disqus.com') ? 0.98 : 0.7) : 0),
  async parse(source, sink) {
    const threads = new Map<string, Thread>()
    let row = 0
    const isWhole = await readXml(source.text(), {
      wanted: new Set(['thread', 'post', 'category']),
      onElement(element, { raw }) {
        if (element.name === 'thread') addThread(threads, element)
        if (element.name !== 'post') return
        row += 1
        sink.comment(foundOf(element, { row, raw, threads }))
      },
    })
    if (!isWhole) sink.incomplete(`The file is cut off after comment ${row}: what came before it was read.`)
  },
}

interface Thread {
  readonly title: string | null
  readonly link: string | null
}

/** A list of threads holds some that no comment was ever written in: they are made only when a comment names them. */
function addThread(threads: Map<string, Thread>, element: XmlElement): void {
  const id = element.attributes['dsq:id']
  if (id !== undefined)
    threads.set(id, { title: childText(element, 'title'), link: childText(element, 'link') })
}

function foundOf(
  post: XmlElement,
  {
    row,
    raw,
    threads,
  }: { readonly row: number; readonly raw: string; readonly threads: Map<string, Thread> },
): Found {
  const threadId = childOf(post, 'thread')?.attributes['dsq:id'] ?? null
  const thread = threadId === null ? undefined : threads.get(threadId)
  const author = childOf(post, 'author')
  return {
    row,
    id: post.attributes['dsq:id'],
    parentId: childOf(post, 'parent')?.attributes['dsq:id'],
    threadId,
    threadTitle: thread?.title ?? thread?.link,
    author: author && (childText(author, 'name') ?? childText(author, 'username')),
    authorId: author && childText(author, 'username'),
    time: childText(post, 'createdAt'),
    text: textOfHtml(childText(post, 'message') ?? ''),
    state: stateOf(post),
    url: thread?.link,
    raw,
  }
}

function stateOf(post: XmlElement): CommentState {
  const is = (name: string) => childText(post, name) === 'true'
  // A moderator's removal and an author's are one flag here; spam is a flag of its own.
  if (is('isSpam')) return 'spam'
  if (is('isDeleted')) return 'removed-by-moderator'
  return childText(post, 'isApproved') === 'false' ? 'held' : 'visible'
}

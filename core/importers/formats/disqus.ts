/** Disqus: one XML file of threads, then of posts. @source help.disqus.com, "Comments export" */
import type { CommentState } from '../../records.ts'
import type { ExportFormat, Found, Source } from '../export-format.ts'
import { textOfHtml } from '../parts/html-text.ts'
import { childText, readXml, type XmlElement } from '../parts/xml-elements.ts'

export const disqus: ExportFormat = {
  id: 'disqus',
  title: 'Disqus export',
  platform: 'disqus',
  idsWithin: 'platform',
  detect: ({ text }) =>
    /<(?:[\w.-]{1,40}:)?disqus[\s>]/.test(text) ? (text.includes('disqus.com') ? 0.98 : 0.7) : 0,
  async parse(source, sink) {
    const threads = (await hasLateThreads(source)) ? await threadsOf(source) : new Map<string, Thread>()
    let row = 0
    const isWhole = await readXml(source.text(), {
      wanted,
      prefixes,
      onElement(element, { raw }) {
        if (element.name === 'thread') addThread(threads, element)
        if (element.name !== 'post') return
        row += 1
        sink.comment(foundOf(element, { row, raw, threads }))
      },
    })
    if (isWhole && row === 0) sink.incomplete('No comments are in the file, only threads.')
    if (!isWhole) sink.incomplete(`The file is cut off after comment ${row}: what came before it was read.`)
  },
}

const wanted = new Set(['thread', 'post', 'category'])
const prefixes = { '': /^https?:\/\/disqus\.com\/?$/, dsq: /disqus\.com\/disqus-internals/ } as const

/** Disqus writes all threads before the first post. Who sorted a file anew may not have: then it is read twice. */
async function hasLateThreads(source: Source): Promise<boolean> {
  let carried = ''
  let isAmongPosts = false
  for await (const chunk of source.text()) {
    const text = carried + chunk
    const from = isAmongPosts ? 0 : text.search(/<(?:[\w.-]{1,40}:)?post[\s>]/)
    if (from !== -1) {
      isAmongPosts = true
      // In a post its thread is an empty element.
      if (
        /<(?:[\w.-]{1,40}:)?thread(\s[^<>]{0,300})?(?<!\/)>\s*</.test(
          text.slice(from).replaceAll(emptyAlready, ''),
        )
      )
        return true
    }
    carried = text.slice(-longestTag)
  }
  return false
}

const longestTag = 400
/** Not well-formed, and met: a tag that should end in itself does not, and its end is written out. */
const emptyAlready = /<thread\s[^<>]{0,300}>\s*(<\/thread>|<\/post>|<parent[\s>])/g

async function threadsOf(source: Source): Promise<Map<string, Thread>> {
  const threads = new Map<string, Thread>()
  await readXml(source.text(), {
    wanted,
    prefixes,
    onElement: (element) => element.name === 'thread' && addThread(threads, element),
  })
  return threads
}

interface Thread {
  readonly title: string | null
  readonly link: string | null
}

/** A list of threads holds some that no comment was ever written in: they are made only when a comment names them. */
function addThread(threads: Map<string, Thread>, element: XmlElement): void {
  const id = idOf(element)
  if (id === null) return
  // Titles come escaped twice from some sites. A thread met twice may have lost its title the second time.
  const title = textOfHtml(childText(element, 'title') ?? '') || threads.get(id)?.title
  threads.set(id, { title: title ?? null, link: childText(element, 'link') ?? threads.get(id)?.link ?? null })
}

/** Without quotes around it, the slash that ends the tag sticks to it. */
function idOf(element: XmlElement | null): string | null {
  const id = element?.attributes['dsq:id']?.replace(/\/$/, '').trim() ?? ''
  return id === '' ? null : id
}

/** The first of that name in a post, however deep: tags that were not ended hold what comes after them. */
function within(post: XmlElement, name: string): XmlElement | null {
  for (const child of post.children) {
    const found = child.name === name ? child : child.name === 'message' ? null : within(child, name)
    if (found !== null) return found
  }
  return null
}

function foundOf(
  post: XmlElement,
  {
    row,
    raw,
    threads,
  }: { readonly row: number; readonly raw: string; readonly threads: Map<string, Thread> },
): Found {
  const threadId = idOf(within(post, 'thread'))
  const thread = threadId === null ? undefined : threads.get(threadId)
  const author = within(post, 'author')
  const id = idOf(post)
  const flag = (name: string) => /^(true|1)$/i.test(textWithin(post, name) ?? '')
  return {
    row,
    id,
    parentId: idOf(within(post, 'parent')),
    threadId,
    threadTitle: thread?.title ?? thread?.link,
    author: author && (childText(author, 'name') ?? childText(author, 'username')),
    authorId: author && childText(author, 'username'),
    time: textWithin(post, 'createdAt'),
    text: textOfHtml(textWithin(post, 'message') ?? ''),
    likes: textWithin(post, 'likes'),
    // Flagged by one reader at least: more the export does not say.
    reports: flag('isFlagged') ? 1 : null,
    state: stateOf(flag, textWithin(post, 'isApproved')),
    url: thread?.link && id ? `${thread.link}#comment-${id}` : thread?.link,
    raw,
  }
}

const textWithin = (post: XmlElement, name: string): string | null => within(post, name)?.text.trim() || null

function stateOf(is: (name: string) => boolean, approved: string | null): CommentState {
  // A moderator's removal and an author's are one flag here; spam is a flag of its own.
  if (is('isSpam')) return 'spam'
  if (is('isDeleted')) return 'removed-by-moderator'
  return /^(false|0)$/i.test(approved ?? '') ? 'held' : 'visible'
}

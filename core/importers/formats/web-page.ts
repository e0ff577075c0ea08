/** A web page that was saved with its comments. @source developer.wordpress.org "wp_list_comments()", schema.org/Comment */
import { AppError } from '../../result.ts'
import type { ExportFormat, Sink, Source } from '../export-format.ts'
import { queryValue } from '../parts/link.ts'
import { type LinkedPage, readLinkedData } from '../parts/linked-data.ts'
import { createNameless, type Nameless } from '../parts/nameless.ts'
import { isPackedPage, pageText } from '../parts/packed-page.ts'
import { readPage } from '../parts/page-comments.ts'
import { isPageOfExport, noCommentsInPage } from '../refuse.ts'

export const webPage: ExportFormat = {
  id: 'web-page',
  title: 'Saved web page',
  platform: 'web-page',
  // Every site counts from 1.
  idsWithin: 'thread',
  detect: ({ text, isWhole }) => {
    if (isPackedPage(text)) return 0.95
    if (isPageOfExport(text)) return 0
    const isPage =
      /^\s*(<\?xml[^>]{0,200}>\s*)?(<!--[^>]{0,2000}-->\s*)?<(!doctype html|html|head|body)[\s>]/i.test(text)
    const isPiece = /^\s*<(ol|ul|div|section|article|main)[\s>]/i.test(text)
    if (!isPage && !isPiece) return 0
    if (marks.some((mark) => mark.test(text))) return isPage ? 0.9 : 0.8
    // Comments come late in a page, after more style and script than is looked at here.
    return isPage && !isWhole ? 0.62 : 0
  },
  parse: (source, sink) => parse(source, sink),
}

const marks: readonly RegExp[] = [
  /class=["'][^"'<>]{0,300}\b(comment-?list|comment-body|comment-content|wp-block-comment-template|post-message|comment-text|u-comment)\b/i,
  /<(li|article|div)\s[^<>]{0,300}\bid=["']?(li-|div-)?comment-\d/i,
  /<li\s[^<>]{0,300}\bclass=["']?(comment|pingback)\b/i,
  /schema\.org\/(User)?Comment/i,
  /"@type"\s*:\s*\[?\s*"Comment"/,
]

interface Facts {
  readonly addresses: string[]
  heading: string | null
  title: string | null
  declared: number | null
  readonly linked: LinkedPage[]
}

async function parse(source: Source, sink: Sink): Promise<void> {
  const facts: Facts = { addresses: [], heading: null, title: null, declared: null, linked: [] }
  const nameless = createNameless()
  let row = 0
  const isWhole = await readPage(pageText(source), {
    nameless,
    onFact: (name, value) => takeFact(facts, name, value),
    onComment(found, isPingback) {
      row += 1
      if (isPingback) sink.leaveOut(row, 'pingback', found.text)
      else sink.comment({ ...found, row, ...threadOf(facts, source, found.id ?? null) })
    },
  })
  if (!isWhole) sink.incomplete(`The page is damaged after comment ${row}: what came before it was read.`)
  // What a page says of itself repeats what it shows.
  if (row === 0) row = giveLinked(facts, { source, sink, nameless })
  if (row === 0) {
    // One of many that were saved must not keep out the others: in the page of an article its frame has the comments.
    if (source.beside(/\.(x?html?|mht(ml)?)$/i) !== null) {
      sink.incomplete('No comments that we recognise are in the page.')
      return
    }
    throw new AppError('file-not-comments', `“${source.name}” seems to be ${noCommentsInPage}.`)
  }
  if (facts.declared !== null && facts.declared > row) {
    sink.incomplete(
      `${row} of ${facts.declared} comments are in the page: the others were not loaded when it was saved.`,
    )
  }
}

function takeFact(facts: Facts, name: string, value: string): void {
  const plain = value.replace(/\s+/g, ' ').trim()
  if (name === 'address' && /^https?:\/\//i.test(plain)) {
    facts.addresses.push(articleOf(plain) ?? plain)
    // The frame that Disqus shows its comments in has the article's title in its address.
    if (articleOf(plain) !== null) facts.heading ??= queryValue(plain, 't_t') ?? queryValue(plain, 't_d')
  }
  if (name === 'heading') facts.heading ??= plain
  if (name === 'title') facts.title ??= plain
  if (name === 'count') {
    const count = /^\(?(\d{1,7}|one)\)? (?:comments?|thoughts?|responses?|replies|reply)\b/i.exec(plain)?.[1]
    if (count !== undefined) facts.declared ??= count.toLowerCase() === 'one' ? 1 : Number(count)
  }
  if (name === 'linked-data') {
    const linked = readLinkedData(value)
    if (linked !== null) facts.linked.push(linked)
    facts.declared ??= linked?.declared ?? null
  }
}

/** The page that a frame of Disqus belongs to. */
const articleOf = (address: string): string | null =>
  /^https?:\/\/disqus\.com\/embed\/comments\b/i.test(address) ? queryValue(address, 't_u') : null

/** A page is one thread: known by where it was, else by what it is called. */
function threadOf({ addresses, heading, title }: Facts, { name }: Source, id: string | null) {
  const address = addresses[0] ?? null
  return {
    threadId: address ?? heading ?? title ?? name,
    threadTitle: heading ?? title ?? address,
    url:
      address !== null && id !== null && /^\d+$/.test(id)
        ? `${address.replace(/#.*$/, '')}#comment-${id}`
        : address,
  }
}

function giveLinked(
  facts: Facts,
  { source, sink, nameless }: { readonly source: Source; readonly sink: Sink; readonly nameless: Nameless },
): number {
  let row = 0
  for (const { comments } of facts.linked) {
    const ids = new Map<unknown, string | null>()
    for (const comment of comments) {
      const { found, parent } = comment
      row += 1
      const id = comment.id ?? (comment.isAnswered ? nameless(found) : null)
      ids.set(comment, id)
      const page = threadOf(facts, source, null)
      sink.comment({
        ...found,
        row,
        id,
        parentId: parent === null ? null : (ids.get(parent) ?? null),
        threadId: found.threadId ?? page.threadId,
        threadTitle: found.threadTitle ?? page.threadTitle,
        url: found.url ?? page.url,
      })
    }
  }
  return row
}

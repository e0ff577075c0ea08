/** Finds the comments in a web page as its text comes in. Nothing of a page is run, and nothing it links to is fetched. */
import { Parser } from 'htmlparser2'
import type { Found } from '../export-format.ts'
import { createHeldText } from './held-text.ts'
import { foundIn, nameOf, openComment, outside, type PageComment, tell, timeIn } from './page-comment.ts'
import { type Attributes, attributeValue, commentMark, type PartMark, partMarks } from './page-marks.ts'
import { readWrittenTime } from './written-time.ts'

export interface PageOptions {
  /** Called for each comment in the page's order; one answered comes before its answers, with an id that they name. */
  readonly onComment: (found: Omit<Found, 'row'>, isPingback: boolean) => void
  /** Whatever else of the page tells where it was and what it holds. */
  readonly onFact: (name: 'address' | 'title' | 'heading' | 'count' | 'linked-data', value: string) => void
  /** Makes an id for a comment that is answered and has none. */
  readonly nameless: (found: Pick<Found, 'author' | 'time' | 'text'>) => string
}

interface Open {
  readonly name: string
  readonly inside: number
  readonly from: number
  readonly comment: PageComment | null
  readonly marks: readonly PartMark[]
  readonly fact: Parameters<PageOptions['onFact']>[0] | null
  readonly isWords: boolean
}

interface Page {
  readonly options: PageOptions
  readonly parser: () => Parser
  readonly html: (from: number, to: number) => string
  readonly keepFrom: (index: number) => void
  readonly release: (index: number) => void
  readonly open: Open[]
  readonly comments: PageComment[]
  /** The last comment of each depth, for pages that say how deep it is and do not nest. */
  readonly atDepth: Map<number, PageComment>
  factText: string[] | null
  /** How many open elements hold nothing but a person's words. */
  inWords: number
}

/** More elements within each other than this no page has; the time that the parser takes grows with its square. */
const deepest = 3000
const longestFact = 16 * 1024 * 1024

/** @returns whether it was read to its end */
export async function readPage(chunks: AsyncIterable<string>, options: PageOptions): Promise<boolean> {
  const held = createHeldText()
  const page: Page = {
    options,
    parser: () => parser,
    html: held.slice,
    keepFrom: held.keepFrom,
    release: held.takeTo,
    open: [],
    comments: [],
    atDepth: new Map(),
    factText: null,
    inWords: 0,
  }
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => openElement(page, name, attributes),
      ontext: (text) => page.factText?.push(text),
      oncomment: (text) => {
        const saved = /^ ?saved from url=\(\d{1,5}\)(\S{1,2000})/.exec(text)?.[1]
        if (saved !== undefined) options.onFact('address', saved)
      },
      onclosetag: () => closeElement(page),
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  for await (const chunk of chunks) {
    held.add(chunk)
    parser.write(chunk)
    held.forget()
    if (page.open.length > deepest) break
  }
  if (page.open.length <= deepest) {
    parser.end()
    return true
  }
  while (page.open.length > 0) closeElement(page)
  return false
}

function openElement(page: Page, name: string, attributes: Attributes): void {
  const { startIndex: from, endIndex } = page.parser()
  const inside = endIndex + 1
  tellOfHead(page, name, attributes)
  const mark = commentMark(name, attributes)
  const around = page.comments.at(-1) ?? null
  let comment: PageComment | null = null
  if (mark !== null && !isSame(page, around, mark.id)) {
    comment = openComment(mark, { parent: around ?? shallower(page, mark.depth), from, inside })
    if (around !== null) finish(page, around, { to: from, isAnswered: true })
    page.comments.push(comment)
    page.keepFrom(from)
    if (mark.depth !== null) page.atDepth.set(mark.depth, comment)
  }
  const marks =
    comment !== null || around === null || around.isDone || isCited(page, name, around)
      ? []
      : partMarks(name, attributes).map((part) =>
          page.inWords > 0 ? part : { ...part, rank: part.rank + outside },
        )
  if (around !== null) tellAttributes(around, { name, attributes, marks })
  const fact = page.factText === null && around === null ? factOf(name, attributes) : null
  if (fact !== null) page.factText = []
  const isWords = marks.some(({ part, rank }) => part === 'content' && rank > outside + 3)
  if (isWords) page.inWords += 1
  page.open.push({ name, inside, from, comment, marks, fact, isWords })
  if (page.open.length > deepest) page.parser().pause()
}

/** A name among somebody's words, or a second one. */
const isCited = ({ inWords }: Page, name: string, { values }: PageComment): boolean =>
  name === 'cite' && (inWords > 0 || values.has('author'))

function tellAttributes(
  comment: PageComment,
  {
    name,
    attributes,
    marks,
  }: { readonly name: string; readonly attributes: Attributes; readonly marks: readonly PartMark[] },
): void {
  for (const mark of marks) {
    const value = attributeValue(mark.part, name, attributes)
    if (value !== null) tell(comment, { ...mark, rank: mark.rank + 0.5 }, value)
  }
}

/** Themes put the same comment's id on an element inside the one that is the comment; or only there. */
function isSame({ open }: Page, around: PageComment | null, id: string | null): boolean {
  if (around === null) return false
  if (around.id === id && id !== null) return true
  if (around.isDone || around.content !== null || (around.id !== null && id !== null)) return false
  const itself = open.findLastIndex(({ comment }) => comment === around)
  if (open.slice(itself + 1).some(({ name }) => /^[uod]l$/.test(name))) return false
  around.id ??= id
  return true
}

/** The comment answered, where a page does not nest but says how deep a comment is. */
function shallower({ atDepth }: Page, depth: number | null): PageComment | null {
  return depth === null || depth < 2 ? null : (atDepth.get(depth - 1) ?? null)
}

function closeElement(page: Page): void {
  const element = page.open.pop()
  if (element === undefined) return
  const { startIndex: to, endIndex } = page.parser()
  if (element.fact !== null) {
    const text = page.factText?.join('') ?? ''
    page.factText = null
    if (text.length < longestFact) page.options.onFact(element.fact, text)
  }
  if (element.isWords) page.inWords -= 1
  if (element.comment !== null) {
    finish(page, element.comment, { to, isAnswered: false })
    page.comments.pop()
    return
  }
  const comment = page.comments.at(-1)
  if (comment === undefined || comment.isDone || element.marks.length === 0) return
  for (const mark of element.marks) take(page, comment, { mark, element, to })
  if (element.marks.some(({ part }) => part === 'content')) return
  comment.cuts.push({ from: element.from, to: Math.max(to, endIndex + 1), marks: element.marks })
}

function take(
  page: Page,
  comment: PageComment,
  { mark, element, to }: { readonly mark: PartMark; readonly element: Open; readonly to: number },
): void {
  const { part, rank } = mark
  if (part === 'held') comment.isHeld = true
  if (part === 'content' && (comment.content === null || rank > comment.content.rank)) {
    comment.content = { rank, value: [element.inside, to] }
  }
  if (part === 'content' || part === 'furniture' || part === 'held') return
  const html = page.html(element.inside, to)
  const value = part === 'author' ? nameOf(html) : timeIn(html)
  // Of a line about a comment, only what is a time as a whole.
  const isVague = part === 'time' && rank % outside <= 1
  if (!isVague || readWrittenTime(value) !== null) tell(comment, mark, value)
}

/** Gives a comment out: when it ends, or when the first that answers it begins. */
function finish(
  page: Page,
  comment: PageComment,
  { to, isAnswered }: { readonly to: number; readonly isAnswered: boolean },
): void {
  if (comment.isDone) return
  comment.isDone = true
  const found = foundIn(comment, page.html, to)
  if (isAnswered || comment.mark.depth !== null) comment.id ??= page.options.nameless(found)
  const raw = page.html(comment.from, to).trim()
  page.options.onComment(
    { ...found, id: comment.id, parentId: comment.parent?.id ?? null, raw },
    comment.mark.isPingback,
  )
  page.release(to)
}

function tellOfHead({ options }: Page, name: string, attributes: Attributes): void {
  if (name === 'link' && attributes.rel === 'canonical') options.onFact('address', attributes.href ?? '')
  // A frame of Disqus, saved by itself, says where it was only in where its comments are to be found.
  if (name === 'a' && /(^|\s)time-ago(\s|$)/.test(attributes.class ?? ''))
    options.onFact('address', /^(.{1,2000})#comment-\d+$/.exec(attributes.href ?? '')?.[1] ?? '')
  if (name !== 'meta') return
  if (attributes.property === 'og:url') options.onFact('address', attributes.content ?? '')
  if (attributes.property === 'og:title') options.onFact('heading', attributes.content ?? '')
}

function factOf(name: string, attributes: Attributes): Open['fact'] {
  if (name === 'title') return 'title'
  if (name === 'script')
    return attributes.type?.toLowerCase() === 'application/ld+json' ? 'linked-data' : null
  const marks = `${attributes.class ?? ''} ${attributes.id ?? ''}`
  return /(^|[\s_-])(comments?-title|comments?-count|comments-heading|comment-count)(\s|$)/i.test(marks)
    ? 'count'
    : null
}

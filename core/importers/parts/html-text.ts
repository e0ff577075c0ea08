/** HTML as the plain text that a reader of the page would have seen: paragraphs, list items, where links lead. */
import { Parser } from 'htmlparser2'
import { queryValue } from './link.ts'

const breaksAround = new Set(
  'p div li ul ol blockquote pre table tr h1 h2 h3 h4 h5 h6 section article header footer figure hr dl dt dd details summary aside'.split(
    ' ',
  ),
)
const paragraphs = new Set('p blockquote pre ul ol table h1 h2 h3 h4 h5 h6'.split(' '))
const passedOver = new Set('script style template iframe object noscript head title'.split(' '))

/** More elements within each other than this nobody wrote. */
const deepest = 3000

/**
 * @param html a piece of HTML, however broken; a text without tags and entities comes back as it is
 * @returns text with "\n" between lines and an empty line between paragraphs, quotations marked with "> "
 */
export function textOfHtml(html: string): string {
  if (!/[<&]/.test(html)) return html.trim()
  const page = createPage()
  let depth = 0
  let isTooDeep = false
  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1
        page.open(name, attributes)
        if (depth <= deepest) return
        isTooDeep = true
        parser.pause()
      },
      ontext: (text) => page.text(text),
      onclosetag(name) {
        depth -= 1
        page.close(name)
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  parser.write(html)
  // The time that the parser takes grows with the square of the depth: the rest is read without its tags.
  if (isTooDeep) page.text(html.slice(parser.endIndex + 1).replace(/<[^<>]*>/g, ' '))
  else parser.end()
  return page.done()
}

function createPage() {
  const out = createWritten()
  let hidden = 0
  let quoted = 0
  let verbatim = 0
  let pending = 0
  let isAtBullet = false
  const links: Link[] = []
  let quotedAbove = 0
  const lineStart = (depth = quoted) => '> '.repeat(Math.min(depth, 8))
  const breakLine = (lines: number) => {
    pending = Math.max(pending, lines)
  }
  const put = (text: string) => {
    if (out.isEmpty()) out.add(lineStart())
    else if (pending > 0) {
      out.dropBlanks()
      // The empty line above a quotation is no part of it, nor is the one below.
      const between = lineStart(Math.min(quoted, quotedAbove)).trimEnd()
      out.add(`${pending > 1 ? `\n${between}` : ''}\n${lineStart()}`)
    }
    quotedAbove = quoted
    pending = 0
    isAtBullet = false
    out.add(text)
  }
  return {
    open(name: string, attributes: Readonly<Record<string, string>>): void {
      if (passedOver.has(name)) hidden += 1
      if (hidden > 0) return
      // The paragraph that a list item begins with stands beside its bullet.
      if (breaksAround.has(name) && !(isAtBullet && name === 'p')) breakLine(paragraphs.has(name) ? 2 : 1)
      if (name === 'blockquote') quoted += 1
      if (name === 'pre') verbatim += 1
      if (name === 'br') {
        if (pending > 0) pending = Math.min(2, pending + 1)
        else pending = 1
      }
      // The cells of a row stand apart.
      if ((name === 'td' || name === 'th') && pending === 0 && /\S/.test(out.last())) put(' ')
      if (name === 'li') {
        put('- ')
        isAtBullet = true
      }
      if (name === 'img') put(attributes.alt ?? '')
      if (name === 'a') links.push({ href: attributes.href ?? '', from: out.place() })
    },
    text(text: string): void {
      if (hidden > 0) return
      if (verbatim > 0) {
        put(text)
        return
      }
      const plain = text.replace(/[ \t\r\n\f]+/g, ' ')
      const isAtStart = out.isEmpty() || pending > 0 || /\s/.test(out.last())
      const shown = isAtStart ? plain.replace(/^ /, '') : plain
      if (shown !== '') put(shown)
    },
    close(name: string): void {
      if (passedOver.has(name)) hidden = Math.max(0, hidden - 1)
      if (hidden > 0) return
      if (name === 'a') {
        const link = links.pop()
        if (link !== undefined) {
          const after = endLink(out, link)
          if (after !== '') put(after)
        }
      }
      if (name === 'pre') {
        verbatim = Math.max(0, verbatim - 1)
        out.dropLineEnd()
      }
      if (breaksAround.has(name)) breakLine(paragraphs.has(name) ? 2 : 1)
      if (name === 'blockquote') quoted = Math.max(0, quoted - 1)
    },
    done: () => out.text().split('\n').map(withoutBlanksAtEnd).join('\n').trim(),
  }
}

interface Link {
  readonly href: string
  readonly from: Place
}

/** @returns what is to be written after its words */
function endLink(out: ReturnType<typeof createWritten>, { href, from }: Link): string {
  const words = out.since(from)
  const whole = wholeAddress(href, words)
  if (whole === null) return addressToAdd(href, words)
  out.replace(from, whole)
  return ''
}

interface Place {
  readonly part: number
  readonly length: number
}

/** Words that long say no address. */
const longestWords = 4000

/** What was written so far, in parts: to look at the end of one long text again and again would take for ever. */
function createWritten() {
  const parts: string[] = []
  let length = 0
  const drop = () => {
    length -= parts.pop()?.length ?? 0
  }
  const add = (text: string) => {
    if (text === '') return
    parts.push(text)
    length += text.length
  }
  return {
    add,
    isEmpty: () => length === 0,
    last: () => parts.at(-1)?.at(-1) ?? '',
    place: (): Place => ({ part: parts.length, length }),
    since: (place: Place) =>
      length - place.length > longestWords
        ? parts
            .slice(place.part, place.part + 1)
            .join('')
            .slice(0, longestWords)
        : parts.slice(place.part).join(''),
    replace(place: Place, text: string) {
      while (parts.length > place.part) drop()
      add(text)
    },
    dropBlanks() {
      for (let end = parts.at(-1); end !== undefined; end = parts.at(-1)) {
        const kept = withoutBlanksAtEnd(end)
        if (kept === end) return
        drop()
        add(kept)
        if (kept !== '') return
      }
    },
    dropLineEnd() {
      const end = parts.at(-1)
      if (end?.endsWith('\n') !== true) return
      drop()
      add(end.slice(0, -1))
    },
    text: () => parts.join(''),
  }
}

function withoutBlanksAtEnd(text: string): string {
  let end = text.length
  while (end > 0 && (text.charCodeAt(end - 1) === 32 || text.charCodeAt(end - 1) === 9)) end -= 1
  return end === text.length ? text : text.slice(0, end)
}

const isShortened = /(\.\.\.|…)$/
const bareOf = (address: string): string => address.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')

/** Pages show a long address cut short: told as it was written. Null where the words are no such thing. */
function wholeAddress(given: string, words: string): string | null {
  const href = withoutDetour(given)
  const shown = words.trim()
  if (!isShortened.test(shown) || !/^https?:\/\//i.test(href) || /\s/.test(shown)) return null
  const said = bareOf(shown.replace(isShortened, ''))
  if (said === '' || !bareOf(href).startsWith(said)) return null
  return words.slice(0, words.length - words.trimStart().length) + href
}

/** Where a link leads, unless its words say so. */
function addressToAdd(given: string, words: string): string {
  const href = withoutDetour(given)
  if (!/^https?:\/\//i.test(href)) return ''
  const said = bareOf(words.trim())
  if (said !== '' && bareOf(href).startsWith(said)) return ''
  // Mentions and hashtags lead to people and searches: their words say it all.
  if (/^[@#]/.test(words.trim())) return ''
  return said === '' ? href : ` (${href})`
}

/** Since 2015 Disqus leads links by way of itself, to count them: "http://disq.us/url?url=https%3A%2F%2F…%3Achecksum". */
function withoutDetour(href: string): string {
  if (!/^https?:\/\/disq\.us\//i.test(href)) return href
  const address = queryValue(href, 'url')?.replace(/:[\w-]{20,40}$/, '') ?? ''
  return /^https?:\/\//i.test(address) ? address : href
}

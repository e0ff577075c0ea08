/** Reads the wanted elements of an XML text of any size, in order. No DTD is read, no entity but XML's own five made. */
import { Parser } from 'htmlparser2'
import { createHeldText } from './held-text.ts'

export interface XmlElement {
  /** With its prefix, in the letters of the file: "wp:comment". */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** Its own text and that of CDATA, without that of the elements inside it. */
  readonly text: string
  readonly children: readonly XmlElement[]
}

export interface XmlOptions {
  /** Elements that are wanted whole, wherever they stand; one inside another is a child of that and nothing besides. */
  readonly wanted: ReadonlySet<string>
  /** `raw` is the element as the file has it, `parent` the name of the one around it. */
  readonly onElement: (element: XmlElement, at: { readonly raw: string; readonly parent: string }) => void
  /**
   * Namespaces whose prefix a program may have made anew, such as "ns0", by the prefix that is expected: names of
   * elements and attributes are told with that.
   */
  readonly prefixes?: Readonly<Record<string, RegExp>>
  /** Called when an element that is not wanted begins. */
  readonly onOpen?: (name: string, attributes: Readonly<Record<string, string>>) => void
}

interface Open {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly texts: string[]
  readonly children: XmlElement[]
}

/** Deeper than this is no export: what is inside is passed over. */
const deepest = 60
/** Here a file is given up, as if it were cut off. */
const deepestOfAll = 5000

/** @returns whether the text ended with nothing left open */
export async function readXml(chunks: AsyncIterable<string>, options: XmlOptions): Promise<boolean> {
  const around: string[] = []
  const open: Open[] = []
  const held = createHeldText()
  const renamed = createRenamed(options.prefixes ?? {})
  const parser: Parser = new Parser(
    {
      onopentag(written, given) {
        renamed.learn(given)
        const name = renamed.name(written)
        const attributes = renamed.attributes(given)
        if (open.length > 0 || options.wanted.has(name)) {
          if (open.length === 0) held.keepFrom(parser.startIndex)
          open.push({ name, attributes, texts: [], children: [] })
        } else {
          around.push(name)
          options.onOpen?.(name, attributes)
        }
        // The time that the parser takes grows with the square of the depth.
        if (open.length + around.length > deepestOfAll) parser.pause()
      },
      ontext(text) {
        open.at(-1)?.texts.push(text)
      },
      onclosetag() {
        const ended = open.pop()
        if (ended === undefined) {
          around.pop()
          return
        }
        const { name, attributes, texts, children } = ended
        const element: XmlElement = { name, attributes, text: texts.join(''), children }
        const outer = open.at(-1)
        if (outer === undefined) {
          options.onElement(element, { raw: held.takeTo(parser.endIndex + 1), parent: around.at(-1) ?? '' })
        } else if (open.length < deepest) outer.children.push(element)
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  for await (const chunk of chunks) {
    held.add(chunk)
    parser.write(chunk)
    held.forget()
    if (open.length + around.length > deepestOfAll) break
  }
  const isWhole = around.length === 0 && open.length === 0
  // What is still open is cut off: it is not given as if it were whole.
  open.length = 0
  return isWhole
}

/** Tells names with the prefixes that are expected. Where the file has those itself, nothing is done. */
function createRenamed(prefixes: Readonly<Record<string, RegExp>>) {
  const names = new Map<string, string>()
  const name = (written: string): string => {
    if (names.size === 0) return written
    const colon = written.indexOf(':')
    const prefix = names.get(colon === -1 ? '' : written.slice(0, colon))
    if (prefix === undefined) return written
    return prefix === '' ? written.slice(colon + 1) : `${prefix}:${written.slice(colon + 1)}`
  }
  return {
    learn(attributes: Readonly<Record<string, string>>): void {
      for (const [key, uri] of Object.entries(attributes)) {
        if (!key.startsWith('xmlns:')) continue
        const own = key.slice('xmlns:'.length)
        const expected = Object.entries(prefixes).find(([, pattern]) => uri.search(pattern) !== -1)?.[0]
        if (expected !== undefined && expected !== own) names.set(own, expected)
        else names.delete(own)
      }
    },
    name,
    attributes: (given: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
      names.size === 0
        ? given
        : Object.fromEntries(Object.entries(given).map(([key, value]) => [name(key), value])),
  }
}

/** The first child of that name; null where there is none. */
export function childOf(element: XmlElement, name: string): XmlElement | null {
  return element.children.find((child) => child.name === name) ?? null
}

/** The text of a child, without blanks around it; null where it is empty or not there. */
export function childText(element: XmlElement, name: string): string | null {
  const text = childOf(element, name)?.text.trim() ?? ''
  return text === '' ? null : text
}

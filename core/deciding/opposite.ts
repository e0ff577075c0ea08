/** The opposite test: the same comment about somebody else. Would you decide the same? */

export interface Other {
  /** "Northvale Library Service". */
  readonly name: string
  /** Without the @. */
  readonly handle: string
}

/** Invented, and nothing that anybody could be for or against. */
export const otherBody: Other = { name: 'Northvale Library Service', handle: 'northvale_library' }

export interface Mentions {
  /** What the criticised body is called: its names, short names, people. */
  readonly names: readonly string[]
  /** What the author is called; null where that is not known. */
  readonly author: string | null
}

export interface Opposed {
  readonly text: string
  /** How many mentions were put in place of others; with 0 the test says nothing. */
  readonly count: number
}

/**
 * The comment with every name of the body, every @handle, web and e-mail address, and the author's own name put in
 * another's place. Whole words only, whatever their case; where the mention was in capitals the other one is too.
 */
export function oppose(text: string, { names, author }: Mentions, other: Other = otherBody): Opposed {
  const writer = plain(author ?? '').replace(/^@/, '')
  const known = new Map([...names, writer].map((name) => [plain(name), name] as const))
  known.delete('')
  const isAuthor = (mention: string) => writer !== '' && plain(mention) === writer
  let count = 0
  const opposed = text.normalize('NFC').replace(patternFor([...known.keys()]), (mention) => {
    count += 1
    if (mention.startsWith('@')) return `@${isAuthor(mention.slice(1)) ? 'author' : other.handle}`
    if (mention.includes('@')) return `office@${hostOf(other)}`
    if (isAddress.test(mention)) return `https://${hostOf(other)}`
    if (isAuthor(mention)) return 'the author'
    return inTheCaseOf(mention, known.get(plain(mention)) ?? mention, other.name)
  })
  return { text: opposed, count }
}

const isAddress = /^(https?:\/\/|www\.)/i
const mailSign = '[\\p{L}\\p{N}._%+-]'
/** Only from where it begins: a hundred thousand letters without an @ are looked at once. */
const email = `(?<!${mailSign})${mailSign}{1,64}@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+`
const address = '(?:https?:\\/\\/|www\\.)[^\\s<>"“”]*[^\\s<>"“”.,:;!?)\\]]'
const handle = '(?<![\\p{L}\\p{N}_.])@[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_.-]*[\\p{L}\\p{N}_])?'

/** All in one, so that nothing is replaced twice; the longest name first. */
function patternFor(names: readonly string[]): RegExp {
  const longestFirst = names.toSorted((one, another) => another.length - one.length)
  return new RegExp([email, address, handle, ...longestFirst.map(wholeWords)].join('|'), 'giu')
}

/** Scripts that put no blanks between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u
const wordSign = '[\\p{L}\\p{M}\\p{N}_]'

function wholeWords(name: string): string {
  const signs = [...name]
  const before = isInWord(signs[0]) ? `(?<!${wordSign})` : ''
  const after = isInWord(signs.at(-1)) ? `(?!${wordSign})` : ''
  const inner = name
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replaceAll("'", "['’]")
    .replaceAll(' ', '\\s+')
  return before + inner + after
}

const isInWord = (sign = ''): boolean => /[\p{L}\p{M}\p{N}_]/u.test(sign) && !unspaced.test(sign)

const plain = (name: string): string =>
  name.normalize('NFC').trim().toLowerCase().replaceAll('’', "'").replace(/\s+/gu, ' ')

const hostOf = ({ handle: name }: Other): string => `${name.replaceAll('_', '-').toLowerCase()}.example`

/** @param known the name as it was given */
function inTheCaseOf(mention: string, known: string, name: string): string {
  const isShort = known.length <= longestShort && isUpper(known)
  if (isShort) return initialsOf(name)
  if (isUpper(mention)) return name.toUpperCase()
  return mention === mention.toLowerCase() && mention !== mention.toUpperCase() ? name.toLowerCase() : name
}

/** Of a name that is written in capitals always, such as LHT. */
const longestShort = 6

const isUpper = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase()

const initialsOf = (name: string): string =>
  name
    .split(' ')
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase()

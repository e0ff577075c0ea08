/** What posts on X have in common, however they were exported. @source developer.x.com, "Tweet object" of API v1.1 */
import { parseTime } from '../../time.ts'
import { inAddress } from './address.ts'
import { textAt } from './json-exact.ts'

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** "Sat Dec 06 18:20:30 +0000 2025". @returns UTC, ISO 8601; null for any other time */
export function tweetTime(written: string | null): string | null {
  const match =
    /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) (\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2}):?(\d{2}) (\d{4})$/.exec(
      written?.trim() ?? '',
    )
  if (match === null) return null
  const month = months.indexOf(match[1] ?? '')
  const [day = 0, hour = 0, minute = 0, second = 0] = match.slice(2, 6).map(Number)
  const year = Number(match[9])
  const zone = (Number(match[7]) * 60 + Number(match[8])) * (match[6] === '-' ? -1 : 1)
  const date = new Date(Date.UTC(year, month, day))
  const isDay = month >= 0 && date.getUTCDate() === day && date.getUTCMonth() === month
  if (!isDay || hour > 23 || minute > 59 || second > 59) return null
  return new Date(Date.UTC(year, month, day, hour, minute - zone, second)).toISOString()
}

/** X escapes three characters, and only these. */
export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** The id as text; `id` alone is a number, and may have been rounded by whoever wrote the file. */
export const tweetId = (tweet: unknown): string | null => textAt(tweet, 'id_str') ?? textAt(tweet, 'id')

export const answeredId = (tweet: unknown): string | null =>
  textAt(tweet, 'in_reply_to_status_id_str') ?? textAt(tweet, 'in_reply_to_status_id')

/** As X writes times, or as anybody does. @returns UTC, ISO 8601; null where it is no time */
export function tweetCreatedAt(written: string | null): string | null {
  return tweetTime(written) ?? (written === null ? null : parseTime(written, 'ymd'))
}

interface Said {
  /** When it was written, as it stands there. */
  readonly written: string | null
  /** The author's; null where it is not known. */
  readonly screenName: string | null
}

/** What a tweet of API v1.1 says of itself wherever it is kept. */
export function tweetFacts(tweet: unknown, { written, screenName }: Said) {
  const id = tweetId(tweet)
  return {
    id,
    parentId: answeredId(tweet),
    time: written,
    createdAt: tweetCreatedAt(written),
    lang: languageOf(tweet),
    likes: textAt(tweet, 'favorite_count'),
    url: tweetLink(screenName, id),
  }
}

export function tweetLink(screenName: string | null, id: string | null): string | null {
  if (id === null) return null
  return screenName === null
    ? `https://x.com/i/web/status/${inAddress(id)}`
    : `https://x.com/${inAddress(screenName)}/status/${inAddress(id)}`
}

/** The old way of sharing, and how archives still write it: "RT @name: …". */
export const isShare = (text: string): boolean => /^RT @\w{1,30}:/.test(text)

/** "und" is X's word for not knowing; "qme" and the like name what is no language. */
export function languageOf(tweet: unknown): string | null {
  const lang = textAt(tweet, 'lang')
  return lang === null || lang === 'und' || /^q[a-z]{2}$/.test(lang) ? null : lang
}

/** Whose beginning a thread is, walking up from answer to answer. */
export interface Chains {
  /** A tweet, and the one it answers. */
  add(id: string, answered: string | null): void
  rootOf(id: string): string
}

/** More answers than this are not held: the others' threads begin with what they answer. */
const mostHeld = 500_000

/** @param endsIn 'known' where a thread begins with a tweet of the file, 'any' where it may begin with one that is absent */
export function createChains(endsIn: 'known' | 'any'): Chains {
  const answers = new Map<string, string>()
  const known = new Set<string>()
  return {
    add(id, answered) {
      if (known.size < mostHeld && endsIn === 'known') known.add(id)
      if (answered !== null && answered !== id && answers.size < mostHeld) answers.set(id, answered)
    },
    rootOf(id) {
      const path: string[] = []
      const met = new Set<string>()
      let top = id
      for (let next = answers.get(top); next !== undefined && !met.has(next); next = answers.get(top)) {
        if (endsIn === 'known' && !known.has(next)) break
        met.add(top)
        path.push(top)
        top = next
      }
      // A circle has no beginning: the smallest id stands for all of it.
      const isCircle = met.has(answers.get(top) ?? '')
      const root = isCircle ? ([...met, top].toSorted()[0] ?? top) : top
      // The way is shortened, so that long chains are walked once.
      for (const step of path) if (step !== root && !isCircle) answers.set(step, root)
      return root
    },
  }
}

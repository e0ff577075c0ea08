/** Web addresses in a text, and who they really lead to. Nothing is ever fetched. */

import { lookAlikes } from './look-alikes.ts'
import { unpuny } from './punycode.ts'
import type { Span } from './runs.ts'

/** An address as it stands in the text, and as it has to be written to be opened. */
export interface Address extends Span {
  /** Begins with http:// or https://. */
  readonly href: string
}

const longest = 2_048
/** Only what opens in a browser: "javascript:" and "file:" are words like any other. */
const written = /(?<![\p{L}\p{N}@._-])(?:https?:\/\/|www\.)[^\s<>"'“”‘’«»`{}|\\^]+/giu
const trailing = /[.,:;!?…)\]*_~\u200b-\u200f\u202a-\u202e\u2066-\u2069]$/u

/** In order, never overlapping. Without the full stop or the bracket that ends the sentence around them. */
export function addressesIn(text: string): readonly Address[] {
  const found: Address[] = []
  for (const { 0: match, index } of text.matchAll(written)) {
    const words = withoutEnd(match.slice(0, longest))
    const host = /^(?:https?:\/\/)?([^/?#]+)/iu.exec(words)?.[1] ?? ''
    // A dot with something on both sides, or it is only the beginning of an address.
    if (!/[^.@:]\.[^.@:]/u.test(host.replace(/^www\./iu, host.split('.').length > 2 ? '' : 'www.'))) continue
    found.push({
      start: index,
      end: index + words.length,
      href: /^https?:/iu.test(words) ? words : `https://${words}`,
    })
  }
  return found
}

/** What a person should know of the host of an address before it is opened. */
export interface HostLook {
  /** As the network writes it: "xn--80ak6aa92e.com". */
  readonly ascii: string
  /** In its own letters: the same where there are none but ASCII. */
  readonly shown: string
  /** Letters that look like Latin ones and are not, or alphabets mixed in one word. */
  readonly isDeceptive: boolean
}

/** @param ascii the host as `URL.hostname` gives it */
export function hostLook(ascii: string): HostLook {
  const shown = ascii.split('.').map(unpuny).join('.')
  return { ascii, shown, isDeceptive: shown !== ascii && shown.split('.').some(isDeceptive) }
}

const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u]

/** One alphabet is honest, unless each of its letters looks like a Latin one. */
function isDeceptive(label: string): boolean {
  const letters = [...label].filter((one) => /\p{L}/u.test(one))
  const alike = letters.filter((one) => lookAlikes.has(one))
  const used = scripts.filter((script) => letters.some((one) => script.test(one)))
  return used.length > 1 || (letters.length > 0 && alike.length === letters.length)
}

/** A closing bracket stays where its opening one is part of the address. */
function withoutEnd(words: string): string {
  let end = words.length
  while (end > 0 && trailing.test(words.slice(0, end))) {
    const last = words[end - 1]
    const inside = words.slice(0, end)
    if (last === ')' && count(inside, '(') >= count(inside, ')')) break
    if (last === ']' && count(inside, '[') >= count(inside, ']')) break
    end -= 1
  }
  // Cut at the longest, it may end within a pair.
  return /[\ud800-\udbff]$/.test(words.slice(0, end)) ? words.slice(0, end - 1) : words.slice(0, end)
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1
}

/** Groups that the text alone puts a comment into. */
import { isMostlyLatin } from '../text/script.ts'

/** Each begins at so many UTF-16 units: a line, a few, an old and a new post, a letter. */
const lengthsFrom = [0, 40, 120, 280, 1000] as const
export const lengthKeys: readonly string[] = lengthsFrom.map(String)

export function lengthGroup(text: string): string {
  return String(lengthsFrom.findLast((from) => text.length >= from) ?? 0)
}

export const capitalKeys = ['few', 'some', 'most'] as const

/** Of fewer letters a share says nothing: "OK", "NHS?". */
const fewestLetters = 10

/** Null where there are too few letters that could be capitals. */
export function capitalsGroup(text: string): (typeof capitalKeys)[number] | null {
  let capitals = 0
  let others = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit >= 0x61 && unit <= 0x7a) others += 1
    else if (unit >= 0x41 && unit <= 0x5a) capitals += 1
    else if (unit >= 0xc0) {
      const letter = text[at] ?? ''
      if (letter !== letter.toLowerCase()) capitals += 1
      else if (letter !== letter.toUpperCase()) others += 1
    }
  }
  const letters = capitals + others
  if (letters < fewestLetters) return null
  if (capitals < letters * 0.3) return 'few'
  return capitals < letters * 0.7 ? 'some' : 'most'
}

export const scriptKeys = ['latin', 'other'] as const
const anyLetter = /\p{L}/u

/** Null for a text without letters. */
export function scriptGroup(text: string): (typeof scriptKeys)[number] | null {
  if (isMostlyLatin(text)) return 'latin'
  return anyLetter.test(text) ? 'other' : null
}

/** The language of a tag: "pt" of "pt-BR". Null where it is none, or not known ("und"). */
export function languageGroup(tag: string | null): string | null {
  const language = /^([a-z]{2,3})(?:[-_]|$)/i.exec(tag ?? '')?.[1]?.toLowerCase()
  return language === undefined || language === 'und' ? null : language
}

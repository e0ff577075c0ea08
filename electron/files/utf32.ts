/** Decodes UTF-32 by hand: no engine has a decoder for it. */

/** Takes bytes cut anywhere; with the last ones what is left of them comes out too. */
export type Decode = (bytes: Uint8Array, isLast: boolean) => string

const unitBytes = 4
/** As many as a call of a function takes on every engine. */
const lettersAtATime = 4096
const noLetter = 0xfffd

/** What stands for no letter, and a piece of one at the end, becomes U+FFFD. */
export function utf32Decoder(encoding: 'utf-32le' | 'utf-32be'): Decode {
  const isLittle = encoding === 'utf-32le'
  let rest: Uint8Array = new Uint8Array(0)
  return (bytes, isLast) => {
    const all = Buffer.concat([rest, bytes])
    const whole = all.length - (all.length % unitBytes)
    rest = all.slice(whole)
    const parts: string[] = []
    for (let from = 0; from < whole; from += lettersAtATime * unitBytes) {
      const letters: number[] = []
      const to = Math.min(whole, from + lettersAtATime * unitBytes)
      for (let at = from; at < to; at += unitBytes) {
        letters.push(letterOf(isLittle ? all.readUInt32LE(at) : all.readUInt32BE(at)))
      }
      parts.push(String.fromCodePoint(...letters))
    }
    if (isLast && rest.length > 0) parts.push(String.fromCodePoint(noLetter))
    return parts.join('')
  }
}

const letterOf = (unit: number): number =>
  unit > 0x10ffff || (unit >= 0xd800 && unit <= 0xdfff) ? noLetter : unit

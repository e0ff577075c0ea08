/** The text around a streaming parser's place, for as long as it is needed. Offsets count from the file's beginning. */

export interface HeldText {
  readonly add: (chunk: string) => void
  /** From here on all is kept until it is taken, or kept from somewhere else. */
  readonly keepFrom: (index: number) => void
  /** What is kept, up to here; nothing is kept from then on. */
  readonly takeTo: (index: number) => string
  readonly slice: (from: number, to: number) => string
  /** What nothing needs any more. A tag that has begun may go on in the next chunk: the end is kept. */
  readonly forget: () => void
}

const longestTag = 64 * 1024

export function createHeldText(): HeldText {
  let text = ''
  let offset = 0
  let keptFrom: number | null = null
  return {
    add(chunk) {
      text += chunk
    },
    keepFrom(index) {
      keptFrom = index
    },
    takeTo(index) {
      const found = text.slice((keptFrom ?? index) - offset, index - offset)
      keptFrom = null
      return found
    },
    slice: (from, to) => text.slice(Math.max(0, from - offset), Math.max(0, to - offset)),
    forget() {
      const needed = keptFrom ?? offset + Math.max(0, text.length - longestTag)
      // Copying the rest for every small piece would cost more than it frees.
      if (needed - offset < longestTag) return
      text = text.slice(needed - offset)
      offset = needed
    },
  }
}

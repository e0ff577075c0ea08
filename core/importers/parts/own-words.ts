/** Takes what somebody quotes out of what they wrote themselves. @source meta.discourse.org, "quote" markup */

export interface OwnWords {
  readonly text: string
  /** The opening mark of the first quotation taken out; null where there was none. */
  readonly quote: string | null
}

/** `[quote="maren, post:3, topic:57"]…[/quote]`, one inside another too. What is opened and never closed stays. */
export function withoutQuotes(text: string): OwnWords {
  return takenOut(text, /\[quote(?:=[^\]]{0,300})?\]|\[\/quote\]/gi, {
    isClosing: (mark) => mark.startsWith('[/'),
    insteadOf: () => '',
  })
}

/** The same where a page has been made of it; a preview of another page becomes its address. */
export function withoutQuotesInHtml(html: string): OwnWords {
  return takenOut(html, /<aside\b[^>]{0,2000}>|<\/aside>/gi, {
    isClosing: (mark) => mark.startsWith('</'),
    insteadOf: (mark) => {
      const address = /\bdata-onebox-src="(https?:[^"<>]{1,1500})"/.exec(mark)
      return address === null ? '' : `<p>${address[1]}</p>`
    },
  })
}

interface Marks {
  readonly isClosing: (mark: string) => boolean
  readonly insteadOf: (openingMark: string) => string
}

interface Range {
  readonly from: number
  readonly to: number
  readonly mark: string
}

function takenOut(text: string, marks: RegExp, { isClosing, insteadOf }: Marks): OwnWords {
  const open: { readonly from: number; readonly mark: string }[] = []
  const ranges: Range[] = []
  for (const { 0: mark, index } of text.matchAll(marks)) {
    if (!isClosing(mark)) {
      open.push({ from: index, mark })
      continue
    }
    const begun = open.pop()
    if (begun === undefined) continue
    // What was taken out inside of it goes with it.
    while ((ranges.at(-1)?.from ?? -1) > begun.from) ranges.pop()
    ranges.push({ ...begun, to: index + mark.length })
  }
  if (ranges.length === 0) return { text, quote: null }
  const kept: string[] = []
  let from = 0
  for (const range of ranges) {
    kept.push(text.slice(from, range.from), insteadOf(range.mark))
    from = range.to
  }
  kept.push(text.slice(from))
  const quote = ranges.map(({ mark }) => mark).find((mark) => insteadOf(mark) === '') ?? null
  return {
    text: kept
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .join('\n\n'),
    quote,
  }
}

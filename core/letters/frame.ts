/** What every letter begins and ends with. */
import { type Html, html } from '../text/html.ts'
import type { LetterComment, LetterFacts } from './facts.ts'
import { dayOf, linesOf, momentOf, pageOf, quoteOf, wordsOf } from './page.ts'

/** UTF-16 units of somebody's text in a letter: about three pages. */
const longestQuote = 6000

/** @param title also the heading */
export function letterPage(facts: LetterFacts, title: string, body: readonly Html[]): string {
  const { sender, comment, reference, date } = facts
  return pageOf({
    title: `${title} (${reference})`,
    body: html`<main>
<p class="from"><strong dir="auto">${wordsOf(sender.name)}</strong>${linesOf(sender.contact)}</p>
<p class="to">To ${comment.author === null ? html`the author of the comment` : wordsOf(comment.author)}</p>
<dl class="facts"><dt>Date</dt><dd>${dayOf(date)}</dd><dt>Reference</dt><dd>${reference}</dd></dl>
<h1>${title}</h1>
${body}
<p class="sign" dir="auto">${wordsOf(sender.name)}</p>
</main>`,
  })
}

/** "posted on 3 September 2026 at 18:12 (UTC) under “Board meeting”", as far as it is known; empty where nothing is. */
export function whereAndWhen({ postedAt, thread }: LetterComment): Html {
  const when = postedAt === null ? html`` : html` on ${momentOf(postedAt)}`
  const where = thread === null ? html`` : html` under “${wordsOf(thread)}”`
  return html`${when}${where}`
}

/** Somebody's text, whole or its beginning, and a line that says so. */
export function longQuoteOf(text: string): Html {
  if (text.length <= longestQuote) return quoteOf(text)
  const shown = text.slice(0, longestQuote).replace(/[\ud800-\udbff]$/, '')
  const whole = text.length.toLocaleString('en')
  return html`${quoteOf(`${shown}…`)}
<p class="note">This is the beginning. The whole of it has ${whole} characters.</p>`
}

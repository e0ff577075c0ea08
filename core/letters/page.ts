/** A page that stands alone: it opens in any browser, asks for nothing, runs nothing, and prints on A4. */
import { hiddenIn } from '../text/hidden.ts'
import { type Html, html } from '../text/html.ts'

/** @returns the whole text of an HTML file */
export function pageOf({ title, body }: { readonly title: string; readonly body: Html }): string {
  const { markup } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="only light">
<title>${title}</title>
<style>${{ markup: style }}</style>
</head>
<body>
${body}
</body>
</html>
`
  return markup
}

/**
 * What somebody else wrote: in its own direction, line breaks kept, and what nobody would see in it written out in a
 * frame, so that it cannot turn the words round or hide in them.
 */
export function quoteOf(text: string): Html {
  return html`<blockquote dir="auto">${saidIn(text)}</blockquote>`
}

/** The same, within a line. */
export function wordsOf(text: string): Html {
  return html`<bdi>${saidIn(text)}</bdi>`
}

/** Lines that the writers gave themselves, such as an address. */
export function linesOf(text: string): readonly Html[] {
  return text
    .trim()
    .split(/\r\n|\r|\n/)
    .map((line) => html`<span class="line" dir="auto">${saidIn(line)}</span>`)
}

/** @param at UTC, ISO 8601 @returns "3 September 2026" */
export function dayOf(at: string): string {
  return days.format(new Date(at))
}

/** @param at UTC, ISO 8601 @returns "3 September 2026 at 18:12 (UTC)" */
export function momentOf(at: string): string {
  return `${dayOf(at)} at ${times.format(new Date(at))} (UTC)`
}

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const times = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' })

function saidIn(text: string): readonly Html[] {
  const parts: Html[] = []
  let from = 0
  // Look-alikes are letters: they can be read, and in a letter nobody is to be taken in by them.
  for (const { start, end, name } of hiddenIn(text).filter(({ kind }) => kind !== 'look-alike')) {
    parts.push(html`${text.slice(from, start)}<span class="unseen">${name}</span>`)
    from = end
  }
  return [...parts, html`${text.slice(from)}`]
}

const style = `
@page { size: A4; margin: 22mm 24mm 24mm; }
:root { color-scheme: only light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 32px 24px 64px; max-width: 44rem; background: #fff; color: #1b1d21;
  font: 400 15px/23px system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { margin: 0 0 16px; font-size: 22px; line-height: 30px; font-weight: 600; text-wrap: balance; }
h2 { margin: 24px 0 4px; font-size: 16px; line-height: 24px; font-weight: 600; }
p, dl, ul, table { margin: 0 0 8px; }
.line { display: block; unicode-bidi: isolate; }
.from { margin: 0 0 32px; color: #565b64; }
.from strong { display: block; color: #1b1d21; }
.to { margin: 0 0 24px; }
.facts { display: grid; grid-template-columns: auto 1fr; gap: 0 16px; margin: 0 0 32px; }
.facts dt { color: #565b64; }
.facts dd { margin: 0; font-variant-numeric: tabular-nums; }
blockquote { margin: 8px 0 12px; padding-block: 2px; padding-inline: 16px 0; border-inline-start: 3px solid #7e848e;
  white-space: pre-wrap; unicode-bidi: isolate; }
dl.grounds { display: grid; grid-template-columns: 10rem 1fr; gap: 8px 16px; margin: 12px 0; }
dl.grounds dt { color: #565b64; }
dl.grounds dd { margin: 0; }
dl.grounds blockquote { margin: 0; padding-block: 0; }
.unseen { border: 1px solid #7e848e; border-radius: 3px; padding: 0 3px; font-size: 11px; }
.note, .small { color: #565b64; font-size: 13px; line-height: 19px; }
.address { margin: 8px 0 12px 16px; }
.sign { margin: 24px 0 0; }
table { border-collapse: collapse; width: 100%; margin: 8px 0 12px; }
th, td { text-align: start; vertical-align: top; padding: 5px 16px 5px 0; border-bottom: 1px solid #dfdfdb; font-weight: 400; }
th, td { overflow-wrap: break-word; }
th code, .ref { white-space: nowrap; }
th:last-child, td:last-child { padding-right: 0; }
th.number, td.number { text-align: end; font-variant-numeric: tabular-nums; }
thead th { color: #565b64; }
code, pre { font: 13px/19px ui-monospace, monospace; }
pre { margin: 8px 0 12px; padding: 8px 12px; background: #f6f6f4; white-space: pre-wrap; }
@media (max-width: 30rem) { dl.grounds { grid-template-columns: 1fr; gap: 0; } dl.grounds dd { margin-bottom: 8px; } }
@media print {
  body { padding: 0; max-width: none; font-size: 10.5pt; line-height: 15.5pt; }
  h1 { font-size: 16pt; line-height: 21pt; }
  h2 { font-size: 11.5pt; line-height: 16pt; break-after: avoid; }
  .note, .small, code, pre { font-size: 9pt; line-height: 13pt; }
  p, li, dd { orphans: 3; widows: 3; }
  .address { break-before: avoid; }
  .address, .sign, .facts, tr, dl.grounds > div { break-inside: avoid; }
}
`

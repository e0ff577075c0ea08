/** The one way to make HTML: whatever is put in is text, unless it was made here itself. */

/** Markup that `html` made. */
export interface Html {
  readonly markup: string
}

type Inside = string | number | Html | readonly Html[]

/**
 * Markup from a template: the template's own words are markup, and everything that is put into it is escaped. It may
 * stand between tags and in attributes within quotes.
 */
export function html(words: TemplateStringsArray, ...inside: readonly Inside[]): Html {
  const markup = words.reduce((before, word, at) => before + markupOf(inside[at - 1] ?? '') + word)
  return { markup }
}

/**
 * Text that is nothing but text, between tags and in quoted attributes alike. Half of a sign becomes U+FFFD, and so does
 * a control character, which HTML has no way to write.
 */
export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replace(unwritable, '\ufffd')
    .replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

const unwritable = /(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}/gu

function markupOf(inside: Inside): string {
  if (typeof inside === 'string') return escapeHtml(inside)
  if (typeof inside === 'number') return String(inside)
  return 'markup' in inside ? inside.markup : inside.map(({ markup }) => markup).join('')
}

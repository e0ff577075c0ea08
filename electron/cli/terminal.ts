/** What a terminal may be given: names of files, of people and words of comments can hold orders to it. */

/** Controls that move or colour nothing are left: tab, and the end of a line. */
const orders = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

/** The text with each control character, and each mark that turns text round, as U+FFFD. */
export function forTerminal(text: string): string {
  return text.replace(orders, (sign) => (sign === '\n' || sign === '\t' ? sign : '\uFFFD'))
}

/** Markdown whose words are words: nothing in a name or a definition becomes markup. */

/** One line of text, with every sign that Markdown could read otherwise escaped; an address becomes no link. */
export function plainLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#!|~&@]/g, '\\$&')
    .replace(/:(?=\/\/)|(?<=www)\./gi, '\\$&')
    .replace(/^[-+=]/, '\\$&')
}

/** @param rows the first holds the names of the columns */
export function tableOf(rows: readonly (readonly (string | number)[])[]): string {
  const [names = [], ...others] = rows
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => plainLine(String(cell))).join(' | ')} |`
  return [line(names), line(names).replace(/[^|]+/g, ' --- '), ...others.map(line)].join('\n')
}

/** What a letter says, without its form: for a look at it where no page can be shown. */

/** @param page of `pageOf`; another's HTML would be read wrongly */
export function plainTextOf(page: string): string {
  const body = page.slice(page.indexOf('<main>'), page.indexOf('</main>'))
  return body
    .replace(/<dt>/g, '\n')
    .replace(/<\/dt>/g, ': ')
    .replace(/<(?:p|h1|h2|blockquote|dl|table)[^>]*>/g, '\n\n')
    .replace(/<span class="line"[^>]*>|<tr>/g, '\n')
    .replace(/<\/strong><span/g, '</strong>\n<span')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/[ \t]*\n{3,}/g, '\n\n')
    .trim()
}

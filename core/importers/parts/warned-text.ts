/** What somebody wrote behind a warning: the warning is theirs too, and is shown, but as what it is. */

export function withWarning(warning: string | null, text: string): string {
  const own = warning?.trim() ?? ''
  return own === '' ? text : `[CW: ${own}]\n\n${text}`.trim()
}

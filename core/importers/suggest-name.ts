/** The name a new project is offered. */

const longestName = 120

/** "echo-comments-2026-09.csv" is "Echo comments 2026-09": without its ending, with blanks between words. */
export function suggestName(fileName: string): string {
  const stem = fileName
    .replace(/(\.(csv|tsv|tab|txt|jsonl|ndjson|json|xml|html?|mbox|zip|xlsx|xlsm|ods|gz|zst))+$/i, '')
    .replace(/[_.]+|(?<!\d)-+|-+(?!\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestName)
    .toWellFormed()
  return stem === '' ? 'Comments' : stem.charAt(0).toUpperCase() + stem.slice(1)
}

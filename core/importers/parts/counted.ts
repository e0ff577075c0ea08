/** A figure and what it counts, for the sentences that say what an export lacks. */

/** "1 message", "5 messages", "1,204 messages". */
export const counted = (count: number, one: string): string =>
  `${count.toLocaleString('en-GB')} ${one}${count === 1 ? '' : 's'}`

/** "1 tweet is", "5 tweets are". */
export const countedAre = (count: number, one: string): string =>
  `${counted(count, one)} ${count === 1 ? 'is' : 'are'}`

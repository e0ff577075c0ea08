/** The comments written for Fair Hearing: what the collected sets hardly have. See own/README.md. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Example } from './read-examples.ts'

export interface OwnComment extends Example {
  /** A way of speaking. All comments of a pattern are in the same split, so that none is tried on its siblings. */
  readonly pattern: string
  readonly label: 'troll' | 'critic' | 'neither'
}

/** The source's name in tables. */
export const ownSource = 'own'

const file = path.join(import.meta.dirname, 'own/comments.jsonl')

export function readOwnComments(): readonly OwnComment[] {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  // The file is ours, and a test holds it to this shape.
  return lines.map((line) => ({ ...(JSON.parse(line) as Omit<OwnComment, 'source'>), source: ownSource }))
}

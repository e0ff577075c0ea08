/** What the words of a column that tells comments from posts mean. */
import type { CommentKind } from '../records.ts'
import { plainName } from './names.ts'

const kindByWord: ReadonlyMap<string, CommentKind> = new Map(
  (
    [
      ['comment', 'comment reply'],
      ['post', 'post submission status article story'],
      ['pingback', 'pingback trackback'],
      ['share', 'share repost retweet boost'],
      ['service', 'service system'],
    ] as const
  ).flatMap(([kind, list]) => list.split(' ').map((word) => [word, kind] as const)),
)

/** @returns null when the word is not known; the row is then taken as a comment */
export function kindOf(value: string): CommentKind | null {
  return kindByWord.get(plainName(value)) ?? null
}

/** The first comments of a file as they will look: replies under what they answer. */
import type { PreviewComment } from '../contract/import-answers.ts'
import type { ImportedComment } from '../records.ts'
import { cut } from './format.ts'

/** How many comments a preview shows. */
export const previewSize = 60
const longestText = 4000

/**
 * @param comments the first comments of the file, in its order; only `previewSize` of them are taken
 * @returns each once: parents in file order, each followed by its replies; depth 0 where the parent is not here
 */
export function previewOf(comments: readonly ImportedComment[]): readonly PreviewComment[] {
  const shown = comments.slice(0, previewSize)
  const byId = new Map(shown.filter((one) => one.id !== null).map((one) => [one.id, one]))
  const repliesTo = Map.groupBy(shown, (one) =>
    one.parentId === null ? null : (byId.get(one.parentId) ?? null),
  )
  const rows: PreviewComment[] = []
  const done = new Set<ImportedComment>()
  const place = (first: ImportedComment): void => {
    const waiting = [{ comment: first, depth: 0 }]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { comment, depth } = next
      if (done.has(comment)) continue
      done.add(comment)
      rows.push(previewComment(comment, depth))
      const replies = (repliesTo.get(comment) ?? []).map((reply) => ({ comment: reply, depth: depth + 1 }))
      waiting.push(...replies.reverse())
    }
  }
  for (const top of repliesTo.get(null) ?? []) place(top)
  // Comments that answer each other in a circle hang under no top: each stands on its own, and none is lost.
  for (const left of shown) if (!done.has(left)) place(left)
  return rows
}

function previewComment(comment: ImportedComment, depth: number): PreviewComment {
  const { row, author, createdAt, text, state } = comment
  return { row, author, createdAt, text: cut(text, longestText), state, depth }
}

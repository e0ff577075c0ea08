/** Gives every comment a key that is the same when the same comment comes again in a later export. */
import type { Reading } from '../records.ts'
import { hash53, hashOfParts } from '../text/hash.ts'
import type { ExportFormat } from './export-format.ts'
import { count, createTally } from './tally.ts'

/** What a key is made of. */
export interface Identity {
  readonly id: string | null
  readonly threadId: string | null
  readonly createdOriginal: string | null
  readonly author: string | null
  readonly text: string
}

/**
 * Makes the keys of one file; call it for every comment, in the file's order.
 *
 * With an id the key is that of id, thread, time and author: a comment whose text was edited keeps its key.
 * An id alone, as in "1, 2, 3", says too little, so that the text is added. Without an id it is that of
 * thread, time, author and text, and of how many comments just like it came before in the file: two people
 * who both wrote "Shame" are two comments.
 */
export function createTableIdentify(reading: Reading): (comment: Identity) => string {
  const { thread, title, time, author } = reading.columns
  const isIdAlone = [thread, title, time, author].every((column) => column === undefined)
  const met = createTally()
  return (comment) => {
    const { id, threadId, createdOriginal, author: writer, text } = comment
    if (id !== null) {
      return hashOfParts(['id', id, threadId, createdOriginal, writer, isIdAlone ? text : null])
    }
    const same = hashOfParts([threadId, createdOriginal, writer, text])
    return hashOfParts(['text', same, String(count(met, hash53(same)))])
  }
}

/**
 * As for tables, but an id is enough: the platform gives none twice. Whoever is renamed, and what is edited, stays the
 * same. Two sites may both have a comment 1 on an article 1: where ids hold within a thread, the time is asked too.
 */
export function createExportIdentify({
  platform,
  idsWithin,
}: Pick<ExportFormat, 'platform' | 'idsWithin'>): (comment: Identity) => string {
  const met = createTally()
  return ({ id, threadId, createdOriginal, author, text }) => {
    if (id !== null && idsWithin !== 'file') {
      const within = { platform: [], thread: [threadId, createdOriginal], text: [text] }[idsWithin]
      return hashOfParts(['export', platform, ...within, id])
    }
    const same = hashOfParts([threadId, createdOriginal, author, text])
    return hashOfParts(['text', same, String(count(met, hash53(same)))])
  }
}

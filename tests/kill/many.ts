/** Kills the app at random moments of a label for very many comments, and of its undo. */
import path from 'node:path'
import { standardCodebook } from '../../core/labels.ts'
import { mostAtOnce } from '../../electron/service/many-at-once.ts'
import { openDatabase } from '../../electron/service/store/database.ts'
import { appendMany } from '../../electron/service/store/many.ts'
import { saveModelUse } from '../../electron/service/store/project.ts'
import { inOneFile, type Kills, killInPiece } from './all-or-nothing.ts'
import { cli, table } from './kill.ts'

const comments = mostAtOnce + 1000
/** As the victim sits there. */
const coder = 'Moderator'
const at = '2026-09-12T18:42:00.000Z'

/** @param random in [0, 1), seeded by the caller so that a run can be repeated */
export async function killMany(
  folder: string,
  what: 'mark' | 'undo',
  times: number,
  random: () => number,
): Promise<Kills> {
  const origin = path.join(folder, `${what}.fairhearing`)
  await cli('import', '--project', origin, table(folder, 'fern', comments))
  const db = openDatabase(origin)
  saveModelUse(db, { suggestions: false, accusationLimit: 0.01 }, { coder, at })
  inOneFile(db)
  if (what === 'undo') markAll(origin)
  const before = what === 'undo' ? comments : 0
  const piece = { origin, victim: 'many-victim.ts', args: [what], before, after: before + comments }
  return killInPiece(folder, piece, times, random)
}

function markAll(file: string): void {
  const db = openDatabase(file)
  const ids = Array.from({ length: comments }, (_, n) => n + 1)
  const how = { decidedAt: at, note: null, codebook: standardCodebook, suggestionShown: false } as const
  appendMany(db, ids, { ...how, label: 'neither', coder, mode: 'code' })
  inOneFile(db)
}

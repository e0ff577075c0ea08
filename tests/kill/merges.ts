/** Kills the app at random moments of a merge; the copy that is merged stays as it was, too. */
import { hash } from 'node:crypto'
import { copyFileSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { standardCodebook } from '../../core/labels.ts'
import { meetCoder } from '../../electron/service/store/coders.ts'
import { openDatabase } from '../../electron/service/store/database.ts'
import { recordDecision } from '../../electron/service/store/decisions.ts'
import { inOneFile, type Kills, killInPiece } from './all-or-nothing.ts'
import { cli, table } from './kill.ts'

const comments = 2000
const at = '2026-09-12T18:42:00.000Z'

/** @param random in [0, 1), seeded by the caller so that a run can be repeated */
export async function killMerges(folder: string, times: number, random: () => number): Promise<Kills> {
  const origin = path.join(folder, 'origin.fairhearing')
  await cli('import', '--project', origin, table(folder, 'lowgate', comments))
  inOneFile(openDatabase(origin))
  const copy = path.join(folder, 'copy.fairhearing')
  copyFileSync(origin, copy)
  decideAll(copy)
  const copied = hash('sha256', readFileSync(copy))
  const alsoWrong = () => (hash('sha256', readFileSync(copy)) === copied ? null : 'the copy was changed.')
  const piece = { origin, victim: 'merge-victim.ts', args: [copy], before: 0, after: comments, alsoWrong }
  return killInPiece(folder, piece, times, random)
}

function decideAll(file: string): void {
  const db = openDatabase(file)
  db.transaction(() => meetCoder(db, { name: 'Sam', at }))
  db.transaction(() => {
    for (let commentId = 1; commentId <= comments; commentId += 1) {
      recordDecision(db, {
        ...{
          commentId,
          label: 'critic',
          coder: 'Sam',
          decidedAt: at,
          note: null,
          codebook: standardCodebook,
        },
        ...{ suggestionShown: false, shownMs: 900, suggestion: null, draw: null, mode: 'code' },
        ...{ passage: null, reason: null, isIndependent: true, sitting: 'there' },
      })
    }
  })
  inOneFile(db)
}

/**
 * Kills the app at random moments of a merge: the project then has all that was in the copy or nothing of it, all of it
 * where the merge was said to be done, and the copy is as it was.
 */
import { hash } from 'node:crypto'
import { copyFileSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { standardCodebook } from '../../core/labels.ts'
import { meetCoder } from '../../electron/service/store/coders.ts'
import { openDatabase, type WritableDB } from '../../electron/service/store/database.ts'
import { recordDecision } from '../../electron/service/store/decisions.ts'
import { readProjectFile } from '../../electron/service/store/project-file.ts'
import { cli, runAndKill, table } from './kill.ts'

export interface MergeKills {
  readonly kills: number
  /** How often nothing of the copy was there, and how often all of it. */
  readonly nothing: number
  readonly whole: number
  /** One sentence each; empty when all is well. */
  readonly failures: readonly string[]
}

const comments = 2000
const at = '2026-09-12T18:42:00.000Z'

/** @param random in [0, 1), seeded by the caller so that a run can be repeated */
export async function killMerges(folder: string, times: number, random: () => number): Promise<MergeKills> {
  const origin = path.join(folder, 'origin.fairhearing')
  await cli('import', '--project', origin, table(folder, 'lowgate', comments))
  inOneFile(openDatabase(origin))
  const copy = path.join(folder, 'copy.fairhearing')
  copyFileSync(origin, copy)
  decideAll(copy)
  const before = hash('sha256', readFileSync(copy))
  const failures: string[] = []
  const ends = { nothing: 0, whole: 0 }
  const tookMs = await howLong(folder, origin, copy)
  for (let n = 1; n <= times; n += 1) {
    const project = path.join(folder, `merged-${n}.fairhearing`)
    copyFileSync(origin, project)
    const lines = await runAndKill('merge-victim.ts', [folder, project, copy], random() * 1.3 * tookMs)
    const { output, status } = await cli('verify', '--project', project)
    if (status !== 0) failures.push(`Kill ${n}: verify says ${output}`)
    const decisions = countDecisions(project)
    if (decisions === 0) ends.nothing += 1
    else if (decisions === comments) ends.whole += 1
    else failures.push(`Kill ${n}: ${decisions} decisions of ${comments} are there.`)
    if (lines.includes('merged') && decisions === 0) failures.push(`Kill ${n}: what was merged is gone.`)
    if (hash('sha256', readFileSync(copy)) !== before) failures.push(`Kill ${n}: the copy was changed.`)
    for (const end of ['', '-wal', '-shm', '-lock']) rmSync(`${project}${end}`, { force: true })
  }
  return { kills: times, ...ends, failures }
}

/** Milliseconds that a merge takes, on this machine as it is today. */
async function howLong(folder: string, origin: string, copy: string): Promise<number> {
  const project = path.join(folder, 'timed.fairhearing')
  copyFileSync(origin, project)
  const timed = async (until: string) => {
    const from = performance.now()
    await runAndKill('merge-victim.ts', [folder, project, copy], until)
    return performance.now() - from
  }
  const startMs = await timed('ready')
  return Math.max(0, (await timed('merged')) - startMs)
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

function inOneFile(db: WritableDB): void {
  db.execute('pragma wal_checkpoint(truncate)')
  db.close()
}

function countDecisions(project: string): number {
  const db = readProjectFile(project)
  try {
    return db.get<{ n: number }>('select count(*) as n from decisions')?.n ?? 0
  } finally {
    db.close()
  }
}

/** Kills the app at random moments of what is written in one piece: all of it is there then, or nothing. */
import { copyFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { WritableDB } from '../../electron/service/store/database.ts'
import { readProjectFile } from '../../electron/service/store/project-file.ts'
import { cli, runAndKill } from './kill.ts'

export interface Kills {
  readonly kills: number
  /** How often nothing of it was there, and how often all of it. */
  readonly nothing: number
  readonly whole: number
  /** One sentence each; empty when all is well. */
  readonly failures: readonly string[]
}

export interface Piece {
  /** The project that it is written into, each time a copy. */
  readonly origin: string
  /** A script beside this one, given a folder, the copy and `args`; says "done" when it is. */
  readonly victim: string
  readonly args: readonly string[]
  /** How many decisions the project has before it, and after it. */
  readonly before: number
  readonly after: number
  /** What else is wrong after a kill, in a few words; null for nothing. */
  readonly alsoWrong?: () => string | null
}

/** @param random in [0, 1), seeded by the caller so that a run can be repeated */
export async function killInPiece(
  folder: string,
  piece: Piece,
  times: number,
  random: () => number,
): Promise<Kills> {
  const failures: string[] = []
  const ends = { nothing: 0, whole: 0 }
  const tookMs = await howLong(folder, piece)
  for (let n = 1; n <= times; n += 1) {
    const { project, lines } = await killed(folder, piece, random() * 1.3 * tookMs)
    const fail = (what: string) => failures.push(`Kill ${n}: ${what}`)
    const { output, status } = await cli('verify', '--project', project)
    if (status !== 0) fail(`verify says ${output}`)
    const decisions = countDecisions(project)
    if (decisions === piece.before) ends.nothing += 1
    else if (decisions === piece.after) ends.whole += 1
    else fail(`${decisions} decisions are there, not ${piece.before} or ${piece.after}.`)
    if (lines.includes('done') && decisions !== piece.after) fail('what was said to be done is gone.')
    const also = piece.alsoWrong?.() ?? null
    if (also !== null) fail(also)
    for (const end of ['', '-wal', '-shm', '-lock']) rmSync(`${project}${end}`, { force: true })
  }
  return { kills: times, ...ends, failures }
}

/** Milliseconds that it takes, on this machine as it is today. */
async function howLong(folder: string, piece: Piece): Promise<number> {
  const timed = async (until: string) => {
    const from = performance.now()
    await killed(folder, piece, until)
    return performance.now() - from
  }
  const startMs = await timed('ready')
  return Math.max(0, (await timed('done')) - startMs)
}

async function killed(folder: string, { origin, victim, args }: Piece, when: number | string) {
  const project = path.join(folder, 'killed.fairhearing')
  copyFileSync(origin, project)
  for (const end of ['-wal', '-shm']) rmSync(`${project}${end}`, { force: true })
  return { project, lines: await runAndKill(victim, [folder, project, ...args], when) }
}

/** So that a copy of the file alone is all of it. */
export function inOneFile(db: WritableDB): void {
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

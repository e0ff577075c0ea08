/**
 * 100,000 decisions of a second coder merged into a project where each of these comments is decided already, beside
 * SQLite's own plain copy of the same rows: neither checked, named, chained nor made to stand.
 */
import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { standardCodebook } from '../core/labels.ts'
import { resourcesFolder } from '../electron/service/paths.ts'
import { createService } from '../electron/service/service.ts'
import { meetCoder } from '../electron/service/store/coders.ts'
import { openDatabase, type WritableDB } from '../electron/service/store/database.ts'
import { recordDecision } from '../electron/service/store/decisions.ts'
import { createProjectFile } from '../electron/service/store/project-file.ts'
import { fillProject } from './many.bench.ts'
import { measured, told, withFolder } from './support.ts'

const count = Number(process.env.FAIR_HEARING_BENCH_DECISIONS ?? 100_000)
const at = '2026-09-12T18:42:00.000Z'

export async function benchMerge(say: (line: string) => void): Promise<void> {
  await withFolder(async (folder) => {
    const ours = path.join(folder, 'ours.fairhearing')
    const theirs = path.join(folder, 'theirs.fairhearing')
    const project = createProjectFile(ours)
    fillProject(project.db, count)
    for (const name of ['Priya', 'Sam']) meetCoder(project.db, { name, at })
    project.close()
    copyFileSync(ours, theirs)
    decideAll(ours, 'Priya')
    decideAll(theirs, 'Sam')
    const plain = path.join(folder, 'plain.fairhearing')
    copyFileSync(ours, plain)
    const { look, merge, again } = await benchOurs(folder, ours, theirs)
    const copied = await measured(() => copyRows(plain, theirs))
    say(
      `${count.toLocaleString('en')} decisions merged: ${told(merge)}, looked at first: ${told(look)}, merged once more: ${told(again)}`,
    )
    say(
      `SQLite's plain insert … select of the same rows: ${told(copied)}; the merge takes ${(merge.ms / copied.ms).toFixed(1)} times as long`,
    )
  })
}

async function benchOurs(folder: string, ours: string, theirs: string) {
  const { service, files, close } = await createService({
    places: {
      settings: path.join(folder, 'settings'),
      projects: path.join(folder, 'projects'),
      resources: resourcesFolder(),
    },
    emit: () => undefined,
    version: 'bench',
  })
  try {
    await service['projects.open']({ file: files.register(ours).ref })
    // Learning is not what is timed, and would go on in the background.
    await service['project.update']({ suggestions: false })
    const file = files.register(theirs).ref
    const ended = async ({ jobId }: { readonly jobId: string }) => {
      for (;;) {
        const job = await service['jobs.get']({ jobId })
        if (job.status === 'done') return
        if (job.failure) throw new Error(job.failure.message)
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    }
    const merged = async () => ended(await service['merge.start']({ file, sameCoders: false }))
    const look = await measured(async () => ended(await service['merge.inspect']({ file })))
    const merge = await measured(merged)
    return { look, merge, again: await measured(merged) }
  } finally {
    await close()
  }
}

function decideAll(file: string, coder: string): void {
  const db = openDatabase(file)
  db.transaction(
    () => {
      for (let commentId = 1; commentId <= count; commentId += 1) decide(db, commentId, coder)
    },
    { durable: false },
  )
  db.close()
}

function decide(db: WritableDB, commentId: number, coder: string): void {
  recordDecision(db, {
    ...{ commentId, label: commentId % 3 === 0 ? 'critic' : 'neither', coder, decidedAt: at, note: null },
    ...{ codebook: standardCodebook, suggestionShown: false, shownMs: 900, suggestion: null, draw: null },
    ...{ mode: 'code', passage: null, reason: null, isIndependent: true, sitting: coder },
  })
}

function copyRows(into: string, from: string): void {
  const db = openDatabase(into)
  db.run('attach ? as other', from)
  const names = db
    .all<{ name: string }>(`select name from pragma_table_info('decisions') where name <> 'id'`)
    .map(({ name }) => name)
  const last = db.get<{ n: number }>('select id as n from record_head')?.n ?? 0
  db.transaction(() =>
    db.run(
      `insert into main.decisions (id, ${names.join(', ')}) select id + ?, ${names.join(', ')} from other.decisions order by id`,
      last,
    ),
  )
  db.close()
}

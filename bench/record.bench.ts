/** The record of 1,000,000 rows, checked; beside it SQLite's own check of the same file, and reading the rows alone. */
import path from 'node:path'
import { standardCodebook } from '../core/labels.ts'
import type { WritableDB } from '../electron/service/store/database.ts'
import { appendMany } from '../electron/service/store/many.ts'
import { createProjectFile } from '../electron/service/store/project-file.ts'
import { brokenLink } from '../electron/service/store/record-check.ts'
import { wronglyStanding } from '../electron/service/store/standing.ts'
import { undoLatest } from '../electron/service/store/steps.ts'
import { fillProject } from './many.bench.ts'
import { measured, told, withFolder } from './support.ts'

const comments = 250_000
const by = { coder: 'Priya', at: '2026-09-12T18:42:00.000Z' }

export async function benchRecord(say: (line: string) => void): Promise<void> {
  await withFolder(async (folder) => {
    const { db, close } = createProjectFile(path.join(folder, 'record.fairhearing'))
    try {
      fillProject(db, comments)
      fillRecord(db)
      const rows = db.get<{ n: number }>('select max(id) as n from decisions')?.n ?? 0
      const read = await measured(() => {
        let n = 0
        for (const { id } of db.iterate<{ id: number }>('select * from decisions order by id')) n += id
        return n
      })
      const own = await measured(() => db.all('pragma integrity_check(5)'))
      const chain = await measured(() => {
        if (brokenLink(db) !== null) throw new Error('The record does not fit.')
      })
      const labels = await measured(() => wronglyStanding(db))
      say(
        `record of ${rows.toLocaleString('en')} rows: checked in ${told(chain)}, what stands worked out again in ${told(labels)}; reading the rows alone ${told(read)} (${times(chain.cpuMs, read.cpuMs)} times as long), SQLite's own check of the file ${told(own)} (${times(chain.cpuMs, own.cpuMs)} times)`,
      )
    } finally {
      close()
    }
  })
}

const times = (one: number, other: number): string => (one / other).toFixed(1)

/** Every comment decided, taken back, decided otherwise, and by a second person. */
function fillRecord(db: WritableDB): void {
  const ids = Array.from({ length: comments }, (_, at) => at + 1)
  const common = { decidedAt: by.at, codebook: standardCodebook, note: null, mode: 'code' } as const
  const decide = (coder: string, label: string) =>
    appendMany(db, ids, { ...common, coder, label, suggestionShown: false })
  decide('Priya', 'neither')
  undoLatest(db, by)
  decide('Priya', 'critic')
  decide('Sam', 'critic')
}

/** One label for 100,000 comments at once, its undo and its redo, in projects of 100,000 and of 1,000,000: what is written, without the service and its thread. */
import path from 'node:path'
import { standardCodebook } from '../core/labels.ts'
import type { WritableDB } from '../electron/service/store/database.ts'
import { appendMany } from '../electron/service/store/many.ts'
import { initProject } from '../electron/service/store/project.ts'
import { createProjectFile } from '../electron/service/store/project-file.ts'
import { redoLatest, undoLatest } from '../electron/service/store/steps.ts'
import { taughtFacts } from '../electron/service/store/taught.ts'
import { measured, told, withFolder } from './support.ts'

const marked = 100_000
const projects = [100_000, 1_000_000]
const by = { coder: 'Priya', at: '2026-09-12T18:42:00.000Z' }

export async function benchMany(say: (line: string) => void): Promise<void> {
  for (const count of projects) {
    await withFolder(async (folder) => {
      const { db, close } = createProjectFile(path.join(folder, 'many.fairhearing'))
      try {
        fillProject(db, count)
        // As an order of the model has them: nowhere near each other in the file.
        const ids = Array.from({ length: marked }, (_, n) => ((n * 7919) % count) + 1)
        const common = { coder: by.coder, decidedAt: by.at, codebook: standardCodebook, note: null }
        const record = await measured(() =>
          appendMany(db, ids, { ...common, label: 'neither', suggestionShown: false, mode: 'code' }),
        )
        const undo = await measured(() => undoLatest(db, by))
        const redo = await measured(() => redoLatest(db, by))
        const facts = await measured(() => taughtFacts(db))
        const seconds = [record, undo, redo].map(told)
        say(
          `${marked.toLocaleString('en')} of ${count.toLocaleString('en')} comments marked at once: ${seconds[0]}, undone ${seconds[1]}, redone ${seconds[2]}; what is to be learned, asked after a decision: ${told(facts)}`,
        )
      } finally {
        close()
      }
    })
  }
}

/** An empty project with so many comments, and nothing decided. */
export function fillProject(db: WritableDB, count: number): void {
  initProject(db, { uid: '5eed', name: 'Many', at: by.at, codebook: standardCodebook })
  db.transaction(
    () =>
      db.execute(`
        insert into imports (id, name, reading, imported_at, state) values (1, 'a.csv', '{}', '${by.at}', 'done');
        insert into threads (id, key, title, import_id) values (1, 'id:t', 'Fern ward', 1);
        insert into comments (import_id, row, key, thread_id, text, state, kind)
          with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ${count})
          select 1, n, 'key-' || n, 1, 'Comment number ' || n, 'visible', 'comment' from numbers;
        update project set visible_through = ${count};
      `),
    { durable: false },
  )
}

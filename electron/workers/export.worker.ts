/** Writes an export: beside its target first, put in place when it is whole. Reads the project only. */

import type { ExportRow } from '../../core/exporters/columns.ts'
import type { ExportFormat } from '../../core/exporters/exporter.ts'
import { exporterFor } from '../../core/exporters/index.ts'
import { teachingLabels } from '../../core/labels.ts'
import { writeAtomically } from '../files/atomic-write.ts'
import { readCodebook } from '../service/store/codebook.ts'
import { countExportRows, type ExportScope, exportRows } from '../service/store/export-rows.ts'
import { readProjectFile } from '../service/store/project-file.ts'
import { breathe, runAsTask, type TaskPort } from './task.ts'

export interface ExportTask {
  readonly project: string
  readonly target: string
  readonly format: ExportFormat
  readonly scope: ExportScope
}
export interface ExportMessage {
  readonly type: 'progress'
  readonly done: number
  readonly total: number
}
export interface ExportOutcome {
  readonly rows: number
  readonly bytes: number
}

const rowsAtATime = 500

runAsTask(async (task: ExportTask, port: TaskPort): Promise<ExportOutcome> => {
  const db = readProjectFile(task.project)
  try {
    const total = countExportRows(db, task.scope)
    let rows = 0
    async function* text(): AsyncGenerator<string> {
      const labels = teachingLabels(readCodebook(db)).map(({ id }) => id)
      const exporter = exporterFor(task.format, labels)
      yield exporter.head({ bom: true })
      for (const batch of batches(exportRows(db, task.scope))) {
        yield exporter.rows(batch)
        rows += batch.length
        port.post({ type: 'progress', done: rows, total } satisfies ExportMessage)
        await breathe(port)
      }
    }
    const bytes = await writeAtomically(task.target, text())
    return { rows, bytes }
  } finally {
    db.close()
  }
})

function* batches(rows: Iterable<ExportRow>): Generator<readonly ExportRow[]> {
  let batch: ExportRow[] = []
  for (const row of rows) {
    batch.push(row)
    if (batch.length < rowsAtATime) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

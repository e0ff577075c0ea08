/** Datasets: looked at first, then written. */
import path from 'node:path'
import type { ExportReport } from '../../../core/contract/answers.ts'
import type { Service } from '../../../core/contract/contract.ts'
import { exportColumnNames } from '../../../core/exporters/columns.ts'
import { exporterFor } from '../../../core/exporters/index.ts'
import { safeFileName } from '../../files/names.ts'
import type { ExportMessage, ExportOutcome, ExportTask } from '../../workers/export.worker.ts'
import type { Context } from '../context.ts'
import { runTask } from '../jobs/tasks.ts'
import { countExportRows, exportRows } from '../store/export-rows.ts'

const previewRows = 6

export function exportHandlers(context: Context): Pick<Service, 'exports.preview' | 'exports.start'> {
  const { current, files, jobs } = context
  return {
    'exports.preview': ({ format, scope }) => {
      const { db, name, base } = current.require()
      return {
        columns: exportColumnNames(base.labels),
        rows: [...exportRows(db, scope, previewRows)].map(exporterFor(format, base.labels).cells),
        total: countExportRows(db, scope),
        suggestedName: `${safeFileName(name)}.${format}`,
      }
    },
    'exports.start': ({ format, scope, target }) => {
      const project = current.require()
      const data: ExportTask = { project: project.path, target: files.pathOf(target), format, scope }
      const job = jobs.start('export', 'comments', async ({ signal, progress }) => {
        const written = await runTask<ExportMessage, ExportOutcome>('export', {
          data,
          signal,
          onMessage: ({ done, total }) => progress({ done, total, comments: done }),
        })
        return { name: path.basename(data.target), ...written } satisfies ExportReport
      })
      return { jobId: job.id }
    },
  }
}

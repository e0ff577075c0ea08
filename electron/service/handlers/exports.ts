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
import { isOpen, type OpenProject } from '../open-project.ts'
import { sightOf } from '../sight.ts'
import { idsOf } from '../store/comments.ts'
import { appendEvent } from '../store/events.ts'
import { countExportRows, exportRows } from '../store/export-rows.ts'
import { explained } from '../store/project-file.ts'
import { byNow } from '../who-decides.ts'

const previewRows = 6

/** Where somebody else writes, this copy cannot: whoever reads along leaves no trace in the record. */
function noteExport(context: Context, project: OpenProject, body: object): void {
  if (project.isReadOnly || !isOpen(context, project)) return
  explained(project.path, () =>
    project.db.transaction(() =>
      appendEvent(project.db, { kind: 'export', ...byNow(context, project), body }),
    ),
  )
}

export function exportHandlers(context: Context): Pick<Service, 'exports.preview' | 'exports.start'> {
  const { current, files, jobs } = context
  return {
    'exports.preview': ({ format, scope }) => {
      const project = current.require()
      const { db, name, base } = project
      const first = [...exportRows(db, scope, previewRows)]
      // A dataset hides nothing, so whoever looks at it has been told.
      const { own } = sightOf(context, project)
      own.show(
        idsOf(
          db,
          first.map(({ id }) => id),
        ),
      )
      return {
        columns: exportColumnNames(base.labels),
        rows: first.map(exporterFor(format, base.labels).cells),
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
        await project.pen.back()
        noteExport(context, project, { format, scope, rows: written.rows })
        return { name: path.basename(data.target), ...written } satisfies ExportReport
      })
      return { jobId: job.id }
    },
  }
}

/** `export`: a dataset from a project. Reads only, but for the row in the record that says so: where the app has the project open, that is left out and said. */
import path from 'node:path'
import type { ExportFormat } from '../../core/exporters/exporter.ts'
import { AppError } from '../../core/result.ts'
import { runTask } from '../service/jobs/tasks.ts'
import { personName } from '../service/settings/settings.ts'
import { appendEvent } from '../service/store/events.ts'
import { openProjectFile } from '../service/store/project-file.ts'
import type { ExportMessage, ExportOutcome, ExportTask } from '../workers/export.worker.ts'
import { type Command, type Io, interruptible, needed, parsed, progressLine, UsageError } from './command.ts'

export const exportCommand: Command = {
  name: 'export',
  summary: 'Write the comments of a project with their labels.',
  usage: 'export --project P --as csv|jsonl --out OUT [--all]',
  details: `  --project P  the project file (.fairhearing)
  --as         csv for spreadsheets, jsonl for programs
  --out OUT    the file to write; it appears whole or not at all
  --all        every comment, not only those that somebody decided on`,
  async run(args, io) {
    const { values } = parsed(args, {
      project: { type: 'string' },
      as: { type: 'string' },
      out: { type: 'string' },
      all: { type: 'boolean' },
    })
    const data: ExportTask = {
      project: path.resolve(needed(values.project, '--project')),
      target: path.resolve(needed(values.out, '--out')),
      format: formatOf(needed(values.as, '--as')),
      scope: values.all ? 'all' : 'decided',
    }
    const line = progressLine(io, 'Exporting')
    const { signal, over } = interruptible()
    try {
      const { rows } = await runTask<ExportMessage, ExportOutcome>('export', {
        data,
        signal,
        onMessage: ({ done, total }) => line.show(done, total),
      })
      line.clear()
      io.out(`${rows} comments written to ${values.out}.\n`)
      noteExport(data, rows, io)
      return 0
    } finally {
      over()
    }
  },
}

/** Whoever has the project open writes its record; from beside it nothing can be added. */
function noteExport({ project, format, scope }: ExportTask, rows: number, io: Io): void {
  try {
    const { db, close } = openProjectFile(project)
    try {
      const by = { coder: personName(), at: new Date().toISOString() }
      db.transaction(() => appendEvent(db, { kind: 'export', ...by, body: { format, scope, rows } }))
    } finally {
      close()
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    io.err(`This export is not in the project's record: ${error.message}\n`)
  }
}

function formatOf(value: string): ExportFormat {
  if (value === 'csv' || value === 'jsonl') return value
  throw new UsageError(`--as takes csv or jsonl, not ${value}.`)
}

/** `import`: files of comments into a project. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { ImportReport } from '../../core/contract/answers.ts'
import { standardCodebook } from '../../core/labels.ts'
import type { Problem } from '../../core/records.ts'
import { AppError } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'
import type { Context } from '../service/context.ts'
import { type ImportFile, importFile } from '../service/importing.ts'
import type { JobContext } from '../service/jobs/jobs.ts'
import type { OpenProject } from '../service/open-project.ts'
import { createProjectAt, discardProject, openProject } from '../service/projects.ts'
import { scoreInBackground } from '../service/scoring.ts'
import { pageOfProblems } from '../service/store/imports.ts'
import { readCodebookFile } from './codebook.ts'
import {
  type Command,
  commandContext,
  type Io,
  interruptible,
  needed,
  parsed,
  progressLine,
  UsageError,
} from './command.ts'
import { readingOptions, understood } from './reading.ts'

const problemsShown = 500

export const importCommand: Command = {
  name: 'import',
  summary: 'Bring files of comments into a project; it is made when it is not there.',
  usage: 'import --project P FILE… [--column FIELD=COLUMN]… [--codebook FILE.json] [--json]',
  details: `  --project P            the project file (.fairhearing)
  --column FIELD=COLUMN  which column holds what: text, author, time, parent, id, thread, title, likes, state, kind, url
  --encoding, --delimiter, --date-order  where the guess is wrong: utf-8, windows-1252, windows-1251, shift_jis and
                         others; comma, semicolon, tab, pipe; ymd, dmy, mdy
  --header-row N         the row that holds the column names, 0 for none
  --codebook FILE.json   labels of your own for a new project: {"name": "…", "labels": [{"name": "…", "definition": "…"}, …]}
  --json                 the report as JSON
Comments that are in the project already are left as they are.`,
  async run(args, io) {
    const { values, positionals } = parsed(args, {
      ...readingOptions,
      project: { type: 'string' },
      codebook: { type: 'string' },
      json: { type: 'boolean' },
    })
    const projectPath = path.resolve(needed(values.project, '--project'))
    if (positionals.length === 0) throw new UsageError('Name at least one file of comments.')
    const isNew = !existsSync(projectPath)
    if (values.codebook !== undefined && !isNew) {
      throw new AppError('bad-request', sentences.codebookOfProject())
    }
    const codebook = values.codebook === undefined ? standardCodebook : readCodebookFile(values.codebook)
    const { signal, over } = interruptible()
    const { context, close } = await commandContext()
    try {
      // All files are looked at before anything is made or changed.
      const files: ImportFile[] = []
      for (const file of positionals) files.push(await understood(file, values, signal))
      const project = isNew
        ? await createProjectAt(context, projectPath, { codebook })
        : await openProject(context, projectPath)
      const reports: FileReport[] = []
      try {
        for (const file of files) reports.push(await importOne(context, project, file, { signal, io }))
      } catch (error) {
        // An empty project would only look as if something had been imported.
        if (isNew && reports.length === 0) await discardProject(context, project)
        throw error
      }
      await score(context, project)
      io.out(values.json ? `${JSON.stringify({ files: reports }, null, 2)}\n` : reports.map(asText).join(''))
      return 0
    } finally {
      over()
      await close()
    }
  },
}

type FileReport = { readonly file: string; readonly format: string; readonly updated: number } & Omit<
  ImportReport['ledger'],
  'orphans'
> & {
    readonly orphans: number
    readonly incomplete: readonly string[]
    readonly problems: readonly Problem[]
  }

async function importOne(
  context: Context,
  project: OpenProject,
  file: ImportFile,
  { signal, io }: { readonly signal: AbortSignal; readonly io: Io },
): Promise<FileReport> {
  const line = progressLine(io, `Importing ${file.name}`)
  const job: JobContext = { signal, progress: ({ done, total }) => line.show(done, total) }
  const { importId, format, ledger, incomplete } = await importFile(context, project, file, job)
  line.clear()
  const { rows } = pageOfProblems(project.db, importId, { offset: 0, limit: problemsShown })
  return { file: file.path, format, updated: 0, ...ledger, incomplete, problems: rows }
}

/** Suggestions are ready when the command ends. */
async function score(context: Context, project: OpenProject): Promise<void> {
  scoreInBackground(context, project)
  await context.jobs.idle()
}

function asText(report: FileReport): string {
  const skipped = report.skipped.reduce((sum, { count }) => sum + count, 0)
  const why = report.skipped.map(({ reason, count }) => `${count} ${reason}`).join(', ')
  return [
    `${report.file}: ${report.read} read, ${report.added} added, ${report.alreadyHere} already here`,
    skipped > 0 ? `, ${skipped} left out (${why})` : '',
    report.orphans > 0 ? `, ${report.orphans} replies without their parent` : '',
    '.\n',
  ].join('')
}

/** `import`: files of comments into a project. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { ImportReport } from '../../core/contract/import-answers.ts'
import { titleOfFormat } from '../../core/importers/index.ts'
import { standardCodebook } from '../../core/labels.ts'
import type { Problem } from '../../core/records.ts'
import { AppError } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'
import type { Context } from '../service/context.ts'
import { type ImportFile, importFiles } from '../service/importing.ts'
import type { JobContext } from '../service/jobs/jobs.ts'
import type { OpenProject } from '../service/open-project.ts'
import { createProjectAt, discardProject, openProject } from '../service/projects.ts'
import { scoreInBackground } from '../service/scoring.ts'
import { pageOfProblems } from '../service/store/imports.ts'
import { readCodebookFile } from './codebook.ts'
import { type Command, type Io, needed, parsed, progressLine, UsageError, withService } from './command.ts'
import { readingOptions, understood } from './reading.ts'
import { forTerminal } from './terminal.ts'

const problemsShown = 500

export const importCommand: Command = {
  name: 'import',
  summary: 'Bring files, folders or archives of comments into a project; it is made when it is not there.',
  usage: 'import --project P FILE… [--column FIELD=COLUMN]… [--codebook FILE.json] [--json]',
  details: `  --project P            the project file (.fairhearing)
  --column FIELD=COLUMN  which column holds what: text, author, time, parent, id, thread, title, likes, state, kind, url
  --encoding, --delimiter, --date-order  where the guess is wrong: utf-8, windows-1252, windows-1251, shift_jis and
                         others; comma, semicolon, tab, pipe; ymd, dmy, mdy
  --header-row N         the row that holds the column names, 0 for none
  --without-deleted      leave out comments that were deleted or removed since and whose words are in the file all the same
  --codebook FILE.json   labels of your own for a new project: {"name": "…", "labels": [{"name": "…", "definition": "…"}, …]};
                         a label may also have "examples": [{"text": "…", "shows": "…"}] and
                         "reasons": [{"name": "…", "sentence": "…"}]
  --json                 the report as JSON
All of the files come in, or none. Comments that are in the project already stay as they are; those that a later
export has otherwise are updated, and what they said before is kept.`,
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
    return withService(async (context, signal) => {
      // All files are looked at before anything is made or changed.
      const files: ImportFile[] = []
      const say = (sentence: string) => io.err(`${forTerminal(sentence)}\n`)
      for (const file of positionals) files.push(...(await understood(file, values, { signal, say })))
      const project = isNew
        ? await createProjectAt(context, projectPath, { codebook })
        : await openProject(context, projectPath)
      const reports = await importAll(context, project, files, { signal, io }).catch(async (error) => {
        // An empty project would only look as if something had been imported.
        if (isNew) await discardProject(context, project)
        throw error
      })
      await score(context, project)
      io.out(values.json ? `${JSON.stringify({ files: reports }, null, 2)}\n` : reports.map(asText).join(''))
      return 0
    })
  },
}

type FileReport = { readonly file: string; readonly format: string } & ImportReport['ledger'] & {
    readonly incomplete: readonly string[]
    readonly problems: readonly Problem[]
  }

async function importAll(
  context: Context,
  project: OpenProject,
  files: readonly ImportFile[],
  { signal, io }: { readonly signal: AbortSignal; readonly io: Io },
): Promise<readonly FileReport[]> {
  const line = progressLine(
    io,
    files.length === 1 ? `Importing ${files[0]?.name}` : `Importing ${files.length} files`,
  )
  const job: JobContext = { signal, progress: ({ done, total }) => line.show(done, total) }
  const reports = await importFiles(context, project, files, job)
  line.clear()
  return reports.map(({ importId, format, ledger, incomplete }, index) => {
    const { rows } = pageOfProblems(project.db, importId, { offset: 0, limit: problemsShown })
    return { file: nameOf(files[index]), format, ...ledger, incomplete, problems: rows }
  })
}

/** The path as it was given, and what in it was read where that is not all. */
function nameOf(file: ImportFile | undefined): string {
  if (file === undefined) return ''
  return file.member === null ? file.path : `${file.path} › ${file.member}`
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
    `${report.file}: ${titleOfFormat(report.format)}, ${report.read} read, ${report.added} added, ${report.alreadyHere} already here`,
    report.updated > 0 ? `, ${report.updated} updated` : '',
    skipped > 0 ? `, ${skipped} left out (${why})` : '',
    report.orphans > 0 ? `, ${report.orphans} replies without their parent` : '',
    '.\n',
    ...report.incomplete.map((sentence) => `  ${sentence}\n`),
  ].join('')
}

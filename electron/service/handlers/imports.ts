/** Files of comments: looked at, brought in, reported on. */
import { makeCodebook } from '../../../core/codebook.ts'
import type { Service } from '../../../core/contract/contract.ts'
import type { Request } from '../../../core/contract/requests.ts'
import { csvText } from '../../../core/exporters/csv.ts'
import { importReportRows } from '../../../core/exporters/import-report.ts'
import { exportFormatOf } from '../../../core/importers/index.ts'
import { columnsKey, type RememberedReading, remember } from '../../../core/importers/remembered.ts'
import { type Codebook, standardCodebook } from '../../../core/labels.ts'
import { AppError } from '../../../core/result.ts'
import { sentences } from '../../../core/sentences.ts'
import { writeAtomically } from '../../files/atomic-write.ts'
import type { Context } from '../context.ts'
import { type ImportFile, importFiles, inspectFile } from '../importing.ts'
import { createKnownFiles } from '../new-keys.ts'
import { createProject, discardProject, newCodebookId } from '../projects.ts'
import { scoreInBackground } from '../scoring.ts'
import { allProblems, importReport, listImports, pageOfProblems } from '../store/imports.ts'
import { surveyFiles } from '../surveying.ts'

export function importHandlers(context: Context): Pick<Service, Extract<keyof Service, `imports.${string}`>> {
  const { current, files, jobs } = context
  /** Of each file looked at, a key of its columns: to remember how they were matched when it is imported. */
  const columnsOf = new Map<string, string>()
  const known = createKnownFiles()
  return {
    'imports.survey': (request) => {
      known.forget()
      const job = jobs.start('survey', 'files', (running) => surveyFiles(context, request.files, running))
      return { jobId: job.id }
    },
    'imports.inspect': ({ file, reading }) => {
      const chosen = files.memberOf(file)
      const job = jobs.start('inspect', 'bytes', async (running) => {
        const { readings } = context.settings.readings.get()
        const asked = { ...chosen, reading, remembered: readings }
        const found = await inspectFile(asked, current.get(), running, (keys) => known.keep(file, keys))
        columnsOf.set(file, columnsKey(found.columns.map((column) => column.name)))
        return found
      })
      return { jobId: job.id }
    },
    'imports.together': (request) => known.together(request.files),
    'imports.start': async (request) => {
      if (jobs.isRunning('import')) throw new AppError('busy', sentences.importRunning())
      const isNew = request.into === 'new'
      const codebook = codebookOf(request)
      const project = isNew ? await createProject(context, request.name, codebook) : current.require()
      const job = jobs.start('import', 'bytes', async (running) => {
        try {
          const chosen = request.files.map((file) => fileOf(context, file))
          const reports = await importFiles(context, project, chosen, running)
          await rememberReadings(context, request.files, columnsOf)
          known.forget()
          return reports
        } catch (error) {
          if (isNew) await discardProject(context, project)
          throw error
        } finally {
          if (current.get() === project) scoreInBackground(context, project)
        }
      })
      return { jobId: job.id }
    },
    'imports.saveReport': async ({ importId, target }) => {
      const { db } = current.require()
      const report = importReport(db, importId)
      if (report === null) throw new AppError('not-found', sentences.importMissing())
      const rows = importReportRows(report, allProblems(db, importId))
      await writeAtomically(files.pathOf(target), csvText(rows))
      return { rows: rows.length }
    },
    'imports.list': () => listImports(current.require().db),
    'imports.problems': ({ importId, offset, limit }) =>
      pageOfProblems(current.require().db, importId, { offset, limit }),
  }
}

/** @throws AppError bad-request for labels that cannot be told apart, and where the project has labels already */
function codebookOf({ codebook, into }: Request<'imports.start'>): Codebook {
  if (codebook === null) return standardCodebook
  if (into !== 'new') throw new AppError('bad-request', sentences.codebookOfProject())
  return makeCodebook(codebook, newCodebookId())
}

/** The next table with the same columns is matched as this one was. */
async function rememberReadings(
  { settings }: Context,
  chosen: readonly ChosenFile[],
  columnsOf: ReadonlyMap<string, string>,
): Promise<void> {
  const tables = chosen.flatMap(({ file, reading }): readonly RememberedReading[] => {
    const columns = columnsOf.get(file)
    if (columns === undefined || exportFormatOf(reading) !== null) return []
    return [{ columns, fields: givenOf(reading.columns), dateOrder: reading.dateOrder }]
  })
  if (tables.length === 0) return
  await settings.readings.update(({ readings, ...rest }) => ({
    ...rest,
    readings: [...tables.reduce<readonly RememberedReading[]>(remember, readings)],
  }))
}

/** Without the fields that have no column. */
function givenOf(columns: ChosenFile['reading']['columns']): RememberedReading['fields'] {
  const given = Object.entries(columns).flatMap(([field, name]) =>
    name === undefined ? [] : [[field, name] as const],
  )
  return Object.fromEntries(given)
}

type ChosenFile = Request<'imports.start'>['files'][number]

function fileOf({ files }: Context, { file, reading }: ChosenFile): ImportFile {
  return { ...files.memberOf(file), reading }
}

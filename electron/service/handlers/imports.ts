/** Files of comments: looked at, brought in, reported on. */
import { makeCodebook } from '../../../core/codebook.ts'
import type { Service } from '../../../core/contract/contract.ts'
import type { Request } from '../../../core/contract/requests.ts'
import { type Codebook, standardCodebook } from '../../../core/labels.ts'
import { AppError } from '../../../core/result.ts'
import { sentences } from '../../../core/sentences.ts'
import type { Context } from '../context.ts'
import { importFile, inspectFile } from '../importing.ts'
import { createProject, discardProject, newCodebookId } from '../projects.ts'
import { scoreInBackground } from '../scoring.ts'
import { listImports, pageOfProblems } from '../store/imports.ts'

export function importHandlers(
  context: Context,
): Pick<Service, 'imports.inspect' | 'imports.start' | 'imports.list' | 'imports.problems'> {
  const { current, files, jobs } = context
  return {
    'imports.inspect': ({ file, reading }) => {
      const path = files.pathOf(file)
      const name = files.nameOf(file)
      const job = jobs.start('inspect', 'bytes', (running) =>
        inspectFile({ path, member: null, name, reading }, current.get(), running),
      )
      return { jobId: job.id }
    },
    'imports.start': async (request) => {
      if (jobs.isRunning('import')) throw new AppError('busy', sentences.importRunning())
      const isNew = request.into === 'new'
      const codebook = codebookOf(request)
      const project = isNew ? await createProject(context, request.name, codebook) : current.require()
      const job = jobs.start('import', 'bytes', async (running) => {
        try {
          return await importFile(context, project, fileOf(context, request), running)
        } catch (error) {
          if (isNew) await discardProject(context, project)
          throw error
        } finally {
          if (current.get() === project) scoreInBackground(context, project)
        }
      })
      return { jobId: job.id }
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

function fileOf({ files }: Context, { file, reading }: Request<'imports.start'>) {
  return { path: files.pathOf(file), member: null, name: files.nameOf(file), reading }
}

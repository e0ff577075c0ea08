/** What is in the files, folders and archives that a person picked, each thing that can be read by a reference of its own. */
import type { SurveyedFile, SurveyReport } from '../../core/contract/import-answers.ts'
import type { PickSurvey } from '../../core/members.ts'
import { AppError } from '../../core/result.ts'
import { sentenceOfPassed } from '../files/passed-over.ts'
import type { FromReader, ReadTask } from '../workers/worker-messages.ts'
import type { Context } from './context.ts'
import type { FileRefs } from './files.ts'
import type { JobContext } from './jobs/jobs.ts'
import { runTask } from './jobs/tasks.ts'

const mostPassedOver = 100

/**
 * @param refs of what was picked
 * @throws AppError where nothing of it can be read: of one, what is the matter with it
 */
export async function surveyFiles(
  { files }: Context,
  refs: readonly string[],
  { signal, progress }: JobContext,
): Promise<SurveyReport> {
  const found: SurveyedFile[] = []
  const passedOver: SurveyReport['passedOver'][number][] = []
  let passedOverCount = 0
  for (const [index, ref] of refs.entries()) {
    const { path, name } = files.memberOf(ref)
    try {
      const survey = await surveyPick({ path, name }, signal)
      found.push(...offered(files, ref, survey))
      passedOver.push(...passedIn(survey))
      passedOverCount += survey.passedOver.reduce((sum, { count }) => sum + count, 0)
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'cancelled' || refs.length === 1) throw error
      passedOver.push({ name, why: error.message })
      passedOverCount += 1
    }
    progress({ done: index + 1, total: refs.length })
  }
  const [first] = passedOver
  if (found.length === 0 && first) throw new AppError('file-not-comments', first.why)
  return { files: found, passedOver: passedOver.slice(0, mostPassedOver), passedOverCount }
}

/** Looks at the beginning of everything in one file, folder or archive. */
export function surveyPick(
  picked: { readonly path: string; readonly name: string },
  signal: AbortSignal,
): Promise<PickSurvey> {
  return runTask<FromReader, PickSurvey>('parse', {
    data: { task: 'survey', ...picked, mayStay: true } satisfies ReadTask,
    signal,
    onMessage: () => undefined,
  })
}

function offered(files: FileRefs, ref: string, { members }: PickSurvey): readonly SurveyedFile[] {
  return members.flatMap(({ member, display, bytes, title, why }) => {
    if (why !== null) return []
    const { path } = files.memberOf(ref)
    const file = member === null ? ref : files.registerMember({ path, member, name: display, bytes })
    return [{ file, name: display, bytes, title: title ?? '' }]
  })
}

function passedIn({ name, passedOver, notes }: PickSurvey): SurveyReport['passedOver'] {
  return [
    ...passedOver.flatMap(({ why, names }) =>
      names.map((one) => ({ name: one, why: sentenceOfPassed(why) })),
    ),
    ...notes.map((note) => ({ name, why: note })),
  ]
}

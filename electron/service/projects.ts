/** Opening, making and closing projects, and remembering them. */

import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { loadProjectModel } from '../../core/classifier/linear-classifier.ts'
import { type Codebook, standardCodebook } from '../../core/labels.ts'
import { AppError } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'
import { safeFileName } from '../files/names.ts'
import { type Context, changed } from './context.ts'
import { expireDaily } from './expiring.ts'
import { makeFirstQueue } from './first-queue.ts'
import { followOthers } from './following.ts'
import { clearUnfinished } from './importing.ts'
import { runTask } from './jobs/tasks.ts'
import { learnInBackground } from './learning.ts'
import { isOpen, OpenProject } from './open-project.ts'
import { giveCoderBack, takeCoder } from './package-coder.ts'
import { scoreInBackground } from './scoring.ts'
import { type RecentProject, recentLimit } from './settings/settings.ts'
import { currentModel, forgetModel } from './store/models.ts'
import { initProject, renewCodebook } from './store/project.ts'
import {
  createProjectFile,
  explain,
  openOrReadProjectFile,
  type ProjectFile,
  projectExtension,
  removeProjectFile,
} from './store/project-file.ts'
import { restandEdited } from './store/standing.ts'
import { takeUpRecord } from './store/take-up-record.ts'
import { restoreView } from './views.ts'

/** Of somebody's own codebook: no other has it, here or in a project that it is compared with. */
export const newCodebookId = (): string => `own-${randomUUID()}`

/** Closes what is open, then opens `file`. When that fails, what was open before is opened again. */
export async function openProject(context: Context, file: string): Promise<OpenProject> {
  const before = context.current.get()
  // One that could only be read is tried again: whoever wrote may have gone.
  const isSame = before !== null && path.resolve(before.path) === path.resolve(file)
  if (isSame && !before.isReadOnly) return before
  await closeProject(context)
  try {
    return await adopt(context, openOrReadProjectFile(file))
  } catch (error) {
    if (before) await adopt(context, openOrReadProjectFile(before.path))
    throw error
  }
}

/** Makes a new project in the projects folder; a number is put behind a name that is taken. */
export async function createProject(
  context: Context,
  name: string,
  codebook: Codebook = standardCodebook,
): Promise<OpenProject> {
  mkdirSync(context.places.projects, { recursive: true })
  return createProjectAt(context, freePath(context.places.projects, name), { name, codebook })
}

/** @throws AppError bad-request when something is there already, project-read-only when the folder is */
export async function createProjectAt(
  context: Context,
  target: string,
  { name, codebook = standardCodebook }: { readonly name?: string; readonly codebook?: Codebook } = {},
): Promise<OpenProject> {
  await closeProject(context)
  const file = createProjectFile(target)
  try {
    initProject(file.db, {
      uid: randomUUID(),
      name: name ?? path.basename(target, projectExtension),
      at: context.now().toISOString(),
      codebook,
    })
  } catch (error) {
    file.close()
    removeProjectFile(target)
    throw explain(target, error)
  }
  return adopt(context, file)
}

export async function closeProject(context: Context): Promise<void> {
  const project = context.current.get()
  if (!project) return
  project.closing.abort()
  await context.jobs.cancelAll()
  await remember(context, project)
  await giveCoderBack(context, project)
  context.current.set(null)
  context.current.notice = null
  project.close()
  changed(context, 'project')
}

/** For a project that was made for an import that then did not happen. */
export async function discardProject(context: Context, project: OpenProject): Promise<void> {
  context.current.set(null)
  project.close()
  removeProjectFile(project.path)
  await forgetProject(context, (one) => one.path === project.path)
}

/** Takes it out of the list of recent projects, and touches no file. */
export async function forgetProject(
  context: Context,
  isMeant: (project: RecentProject) => boolean,
): Promise<void> {
  await context.settings.recent.update((recent) => ({
    ...recent,
    projects: recent.projects.filter((one) => !isMeant(one)),
  }))
  changed(context, 'project')
}

/** Short name for a path, the same every time. */
export function projectId(file: string): string {
  return createHash('sha256').update(path.resolve(file)).digest('hex').slice(0, 16)
}

export function projectPath(folder: string, name: string): string {
  return path.join(folder, `${safeFileName(name)}${projectExtension}`)
}

async function adopt(context: Context, file: ProjectFile): Promise<OpenProject> {
  try {
    // What is unfinished there is somebody else's, and may be going on.
    const isClear = file.isReadOnly || (await clearUnfinished(file))
    if (!file.isReadOnly) {
      const at = context.now().toISOString()
      takeUpRecord(file.db, at)
      renewCodebook(file.db, at)
      // There was a time when nobody compared what two people had read who gave one label.
      restandEdited(file.db)
    }
    const project = new OpenProject(file, context.starter)
    takeUpModel(project)
    await restoreView(context, project)
    await takeCoder(context, project)
    project.settled = makeFirstQueue(context, project)
    context.current.set(project)
    context.current.notice = noticeOf(file, isClear)
    await remember(context, project)
    changed(context, 'project')
    if (file.isReadOnly) {
      followOthers(context, project)
      return project
    }
    expireDaily(context, project)
    void checkInBackground(context, project)
    void project.settled.then(() => {
      if (!isOpen(context, project)) return
      // Decisions may have come after the last refit, before the app was closed or killed.
      learnInBackground(context, project)
      scoreInBackground(context, project)
    })
    return project
  } catch (error) {
    file.close()
    throw error
  }
}

function noticeOf({ path: file, backup }: ProjectFile, isClear: boolean): string | null {
  if (!isClear) return sentences.diskFull(file)
  return backup === null ? null : sentences.projectUpdated(backup)
}

/** A model that cannot be used (learned on another starter, damaged) is let go: it is learned again from the decisions. */
function takeUpModel(project: OpenProject): void {
  const own = currentModel(project.db)
  if (!own) return
  try {
    project.classifier = loadProjectModel(project.base, own.weights, project.use)
    project.model = own
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (!project.isReadOnly) forgetModel(project.db)
  }
}

const checkAfterMs = 3000
/** It cannot be done a piece at a time. */
const betweenComments = { quietMs: 20_000, longestMs: 600_000 }

/** SQLite's own check takes seconds on a large project: it runs beside the work, and speaks up only when it finds something. */
async function checkInBackground(context: Context, project: OpenProject): Promise<void> {
  // Not while its first queue is being made: there may be two processors, and the check keeps one busy.
  await setTimeout(checkAfterMs, undefined, { signal: project.closing.signal, ref: false }).catch(
    () => undefined,
  )
  await project.calm.wait(betweenComments, project.closing.signal)
  if (project.closing.signal.aborted) return
  runTask<never, string | null>('check', {
    data: { project: project.path },
    signal: project.closing.signal,
    onMessage: () => undefined,
  }).then(
    (found) => {
      if (found === null || context.current.get() !== project) return
      context.current.notice = sentences.projectCheckFailed(found)
      changed(context, 'project')
    },
    (error: unknown) => {
      // Closing the project stops the check; anything else is worth a line in the log.
      if (!project.closing.signal.aborted) console.error(error)
    },
  )
}

async function remember(context: Context, project: OpenProject): Promise<void> {
  const entry = {
    id: projectId(project.path),
    path: project.path,
    name: project.name,
    openedAt: context.now().toISOString(),
    comments: project.totals().comments,
    decided: project.decidedCount,
  }
  await context.settings.recent.update((recent) => ({
    ...recent,
    projects: [entry, ...recent.projects.filter((one) => one.id !== entry.id)].slice(0, recentLimit),
  }))
}

function freePath(folder: string, name: string): string {
  for (let n = 1; ; n += 1) {
    const file = projectPath(folder, n === 1 ? name : `${name} ${n}`)
    if (!existsSync(file)) return file
  }
}

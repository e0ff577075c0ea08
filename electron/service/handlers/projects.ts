/** The projects on this computer, and the one that is open. */
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { ProjectEntry } from '../../../core/contract/answers.ts'
import type { Service } from '../../../core/contract/contract.ts'
import { AppError } from '../../../core/result.ts'
import { sentences } from '../../../core/sentences.ts'
import type { Context } from '../context.ts'
import { fewComments } from '../first-queue.ts'
import { closeProject, forgetProject, openProject, projectId } from '../projects.ts'
import { openSample } from '../sample.ts'
import { readStats } from '../store/project.ts'
import { projectExtension } from '../store/project-file.ts'

export function projectHandlers(
  context: Context,
): Pick<
  Service,
  | 'projects.list'
  | 'projects.open'
  | 'projects.forget'
  | 'projects.close'
  | 'projects.trySample'
  | 'project.stats'
> {
  return {
    'projects.list': () => listProjects(context).map(({ entry }) => entry),
    'projects.open': async ({ id, file }) => {
      const project = await openProject(context, pathAsked(context, { id, file }))
      return project.summary()
    },
    'projects.forget': async ({ id }) => {
      await forgetProject(context, (one) => one.id === id)
      return null
    },
    'projects.close': async () => {
      await closeProject(context)
      return null
    },
    'projects.trySample': async () => (await openSample(context)).summary(),
    'project.stats': () => {
      const project = context.current.require()
      const asked = {
        codebook: project.codebook,
        modelVersion: project.classifier.version,
        since: startOfDay(context.now()),
        totals: project.totals(),
      }
      return asked.totals.comments < fewComments
        ? readStats(project.db, asked, project.bands())
        : project.numbers.stats(asked, project.use.suggestions)
    },
  }
}

/** @throws AppError project-missing, file-missing, no-project */
function pathAsked(
  context: Context,
  { id, file }: { readonly id: string | undefined; readonly file: string | undefined },
): string {
  if (file !== undefined) return context.files.pathOf(file)
  if (id === undefined) return context.current.require().path
  const known = listProjects(context).find(({ entry }) => entry.id === id)
  if (known === undefined) throw new AppError('project-missing', sentences.fileGone())
  return known.path
}

interface Listed {
  readonly path: string
  readonly entry: ProjectEntry
}

/** Recent ones first, also those whose file has gone; then what else lies in the projects folder. */
function listProjects({ settings, places, current }: Context): readonly Listed[] {
  const open = current.get()
  const recent = settings.recent.get().projects
  const known = new Set(recent.map(({ id }) => id))
  const others = filesIn(places.projects).filter((file) => !known.has(projectId(file)))
  return [
    ...recent.map((one) => ({
      path: one.path,
      entry: {
        id: one.id,
        name: one.name,
        file: path.basename(one.path),
        folder: path.dirname(one.path),
        openedAt: one.openedAt,
        // What was written down when it was opened is old by now.
        comments: open?.path === one.path ? open.totals().comments : one.comments,
        decided: open?.path === one.path ? open.decidedCount : one.decided,
        isMissing: !existsSync(one.path),
      },
    })),
    ...others.map((file) => ({
      path: file,
      entry: {
        id: projectId(file),
        name: path.basename(file, projectExtension),
        file: path.basename(file),
        folder: path.dirname(file),
        openedAt: null,
        comments: null,
        decided: null,
        isMissing: false,
      },
    })),
  ]
}

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith(projectExtension))
    .toSorted()
    .map((name) => path.join(folder, name))
}

/** Midnight of the person's own day. */
function startOfDay(now: Date): string {
  const day = new Date(now)
  day.setHours(0, 0, 0, 0)
  return day.toISOString()
}

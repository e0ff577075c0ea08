/** Puts the service together: places, settings, jobs, handlers. Needs no Electron and no screen. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Classifier } from '../../core/classifier/classifier.ts'
import { loadStarter } from '../../core/classifier/linear-classifier.ts'
import type { AppEvent, Service } from '../../core/contract/contract.ts'
import type { Clock } from './clock.ts'
import { type Context, Current } from './context.ts'
import { describe } from './dispatch.ts'
import { createFileRefs, type FileRefs } from './files.ts'
import { appHandlers } from './handlers/app.ts'
import { appealHandlers } from './handlers/appeals.ts'
import { biasHandlers } from './handlers/bias.ts'
import { coderHandlers } from './handlers/coders.ts'
import { commentHandlers } from './handlers/comments.ts'
import { decisionHandlers } from './handlers/decisions.ts'
import { disclosureHandlers } from './handlers/disclosure.ts'
import { exportHandlers } from './handlers/exports.ts'
import { fileHandlers } from './handlers/files.ts'
import { importHandlers } from './handlers/imports.ts'
import { interestHandlers } from './handlers/interests.ts'
import { jobHandlers } from './handlers/jobs.ts'
import { judgingHandlers } from './handlers/judging.ts'
import { letterHandlers } from './handlers/letters.ts'
import { modelHandlers } from './handlers/model.ts'
import { oppositeHandlers } from './handlers/opposite.ts'
import { packageHandlers } from './handlers/packages.ts'
import { progressHandlers } from './handlers/progress.ts'
import { projectHandlers } from './handlers/projects.ts'
import { queueHandlers } from './handlers/queue.ts'
import { recordHandlers } from './handlers/record.ts'
import { searchHandlers } from './handlers/searches.ts'
import { createJobs } from './jobs/jobs.ts'
import type { Places } from './paths.ts'
import { closeProject } from './projects.ts'
import { openSettings } from './settings/settings.ts'
import { createViews } from './views.ts'

export interface ServiceOptions {
  readonly places: Places
  readonly emit: (event: AppEvent) => void
  readonly version: string
  readonly now?: Clock
}

export interface RunningService {
  readonly service: Service
  readonly files: FileRefs
  /** Stops the jobs, remembers the project, closes its file. */
  close(): Promise<void>
}

export async function createService(options: ServiceOptions): Promise<RunningService> {
  const { context, close } = await createContext(options)
  return {
    service: {
      ...appHandlers(context),
      ...projectHandlers(context),
      ...importHandlers(context),
      ...jobHandlers(context),
      ...queueHandlers(context),
      ...searchHandlers(context),
      ...coderHandlers(context),
      ...commentHandlers(context),
      ...decisionHandlers(context),
      ...judgingHandlers(context),
      ...interestHandlers(context),
      ...recordHandlers(context),
      ...modelHandlers(context),
      ...progressHandlers(context),
      ...biasHandlers(context),
      ...letterHandlers(context),
      ...appealHandlers(context),
      ...oppositeHandlers(context),
      ...disclosureHandlers(context),
      ...exportHandlers(context),
      ...packageHandlers(context),
      ...fileHandlers(context),
    },
    files: context.files,
    close,
  }
}

/** What the handlers stand on; a command of the command line needs no more. */
export async function createContext(
  options: ServiceOptions,
): Promise<{ readonly context: Context; close(): Promise<void> }> {
  const { places, emit, version, now = () => new Date() } = options
  const starterFile = path.join(places.resources, 'starter', 'starter.bin')
  const settings = await openSettings(places.settings)
  const context: Context = {
    version,
    places,
    now,
    sitting: randomBytes(8).toString('hex'),
    emit,
    starterFile,
    starter: once(() => loadStarter(readFileSync(starterFile))),
    settings,
    views: createViews(settings),
    files: createFileRefs(),
    jobs: createJobs({ emit, now, describe }),
    current: new Current(),
  }
  return {
    context,
    async close() {
      await context.jobs.cancelAll()
      await closeProject(context)
      await context.views.settled()
      context.files.close()
    },
  }
}

function once(make: () => Classifier): () => Classifier {
  let made: Classifier | null = null
  return () => {
    made ??= make()
    return made
  }
}

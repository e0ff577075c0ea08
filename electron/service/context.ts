/** What the handlers share: places, settings, files, jobs, the clock, and the project that is open. */
import type { Classifier } from '../../core/classifier/classifier.ts'
import type { AppEvent, Topic } from '../../core/contract/contract.ts'
import { AppError } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'
import type { Clock } from './clock.ts'
import type { FileRefs } from './files.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { OpenProject } from './open-project.ts'
import type { Places } from './paths.ts'
import type { SettingsStore } from './settings/settings.ts'
import type { Views } from './views.ts'

export interface Context {
  readonly version: string
  readonly places: Places
  readonly settings: SettingsStore
  readonly views: Views
  readonly files: FileRefs
  readonly jobs: Jobs
  readonly now: Clock
  /**
   * Names this run of the app on this machine: whoever closes a project, opens a copy of it or takes another name is
   * still sitting there.
   */
  readonly sitting: string
  readonly starterFile: string
  readonly starter: () => Classifier
  readonly emit: (event: AppEvent) => void
  readonly current: Current
}

/** Holds the open project and what needs saying about it. */
export class Current {
  notice: string | null = null
  /** Whose name was set before a work package was opened; null where none is to be given back. */
  coderBefore: string | null = null
  private project: OpenProject | null = null

  get(): OpenProject | null {
    return this.project
  }

  /** @param seen the id of the project that it has to be; left out for any @throws AppError no-project */
  require(seen?: string): OpenProject {
    if (!this.project) throw new AppError('no-project', sentences.noProject())
    if (seen !== undefined && seen !== this.project.uid) {
      throw new AppError('no-project', sentences.otherProject(this.project.name))
    }
    return this.project
  }

  set(project: OpenProject | null): void {
    this.project = project
  }
}

export function changed(context: Context, ...topics: readonly Topic[]): void {
  for (const topic of topics) context.emit({ type: 'changed', topic })
}

/** Lets requests in between two steps of long work. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** An import from file to visible comments: all of it, or none of it. */
import { statSync } from 'node:fs'
import type { Count, ImportReport, InspectReport, Ledger } from '../../core/contract/answers.ts'
import { countsOf } from '../../core/importers/ledger.ts'
import type { Problem, Reading } from '../../core/records.ts'
import { AppError } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'
import type { FromReader, InspectTask, ParseResult, ParseTask } from '../workers/worker-messages.ts'
import { breathe, type Context, changed } from './context.ts'
import type { JobContext } from './jobs/jobs.ts'
import { runTask } from './jobs/tasks.ts'
import type { OpenProject } from './open-project.ts'
import {
  type BatchOutcome,
  beginImport,
  countKnown,
  discardUnfinished,
  finishImport,
  insertBatch,
  insertProblems,
  linkParents,
  type RunningImport,
} from './store/imports.ts'
import { explain, type ProjectFile } from './store/project-file.ts'

export interface ImportFile {
  readonly path: string
  /** Which of what is in it; null for a file alone. */
  readonly member: string | null
  readonly name: string
  readonly reading: Reading
}

/** Reads the whole file and says what was understood. `project` says what is here already; null for a new one. */
export function inspectFile(
  file: Omit<ImportFile, 'reading'> & { readonly reading: Reading | null },
  project: OpenProject | null,
  { signal, progress }: JobContext,
): Promise<InspectReport> {
  const data: InspectTask = { task: 'inspect', ...file, asksKnown: project !== null }
  return runTask<FromReader, InspectReport>('parse', {
    data,
    signal,
    onMessage(message) {
      if (message.type === 'progress') {
        progress({ done: message.bytes, total: message.total, comments: message.comments })
      }
      if (message.type !== 'known?') return undefined
      return { type: 'known', count: project ? countKnown(project.db, message.keys) : 0 }
    },
  })
}

/**
 * Brings the comments of a file into the project. They appear all at once at the end; when anything goes wrong, or
 * the person stops it, the project is as it was before.
 */
export async function importFile(
  context: Context,
  project: OpenProject,
  file: ImportFile,
  job: JobContext,
): Promise<ImportReport> {
  project.requireInPlace()
  if (!(await clearUnfinished(project))) throw new AppError('disk-full', sentences.diskFull(project.path))
  const at = context.now().toISOString()
  const running = beginImport(project.db, { name: file.name, reading: file.reading, at })
  try {
    const { counts, incomplete } = await readInto(project, running, file, job)
    for (const _ of linkParents(project.db, running.id)) {
      await breathe()
      if (job.signal.aborted) throw new AppError('cancelled', sentences.stopped())
    }
    const ledger = finishImport(project.db, running.id, counts)
    project.commentsChanged()
    changed(context, 'comments', 'project')
    return {
      importId: running.id,
      name: file.name,
      format: file.reading.format,
      importedAt: at,
      ledger,
      incomplete,
    }
  } catch (error) {
    await clearUnfinished(project)
    throw explain(project.path, error)
  }
}

/**
 * Takes out what is left of imports that did not finish.
 *
 * @returns false when the disk is too full even for that: it stays hidden, and goes the next time
 * @throws AppError the other failures of a project file
 */
export async function clearUnfinished({ db, path }: Pick<ProjectFile, 'db' | 'path'>): Promise<boolean> {
  try {
    for (const _ of discardUnfinished(db)) await breathe()
    return true
  } catch (error) {
    const failure = explain(path, error)
    if (failure instanceof AppError && failure.code === 'disk-full') return false
    throw failure
  }
}

async function readInto(
  project: OpenProject,
  running: RunningImport,
  file: ImportFile,
  { signal, progress }: JobContext,
): Promise<{ readonly counts: Omit<Ledger, 'orphans'>; readonly incomplete: readonly string[] }> {
  const tally = createTally()
  const total = statSync(file.path, { throwIfNoEntry: false })?.size ?? 0
  const { incomplete } = await runTask<FromReader, ParseResult>('parse', {
    data: { task: 'parse', ...file } satisfies ParseTask,
    signal,
    onMessage(message) {
      if (message.type !== 'batch') return undefined
      const outcome = insertBatch(project.db, running, message.comments)
      insertProblems(project.db, running.id, message.problems)
      tally.add(outcome, message.problems)
      progress({ done: message.bytes, total, comments: tally.comments() })
      return { type: 'ack' }
    },
  })
  return { counts: tally.ledger(), incomplete }
}

/** Counts what happened to every record of the file. */
function createTally() {
  const sum = { added: 0, alreadyHere: 0, duplicates: 0 }
  const skipped = new Map<Count['reason'], number>()
  const repaired = new Map<Count['reason'], number>()
  const add = (counts: typeof skipped, reason: Count['reason'], n: number) =>
    counts.set(reason, (counts.get(reason) ?? 0) + n)
  return {
    add(outcome: BatchOutcome, problems: readonly Problem[]): void {
      sum.added += outcome.added
      sum.alreadyHere += outcome.alreadyHere
      if (outcome.duplicates > 0) add(skipped, 'duplicate', outcome.duplicates)
      for (const { reason, skipped: isSkipped } of problems) add(isSkipped ? skipped : repaired, reason, 1)
    },
    comments: () => sum.added + sum.alreadyHere,
    ledger(): Omit<Ledger, 'orphans'> {
      const left = [...skipped.values()].reduce((total, n) => total + n, 0)
      const { added, alreadyHere } = sum
      return {
        read: added + alreadyHere + left,
        added,
        alreadyHere,
        skipped: countsOf(skipped),
        repaired: countsOf(repaired),
      }
    },
  }
}

/** Imports from files to visible comments: all of them, or none. */
import type { Count, ImportReport, InspectReport, Ledger } from '../../core/contract/import-answers.ts'
import { exportFormatOf } from '../../core/importers/index.ts'
import { countsOf } from '../../core/importers/ledger.ts'
import type { RememberedReading } from '../../core/importers/remembered.ts'
import type { Problem, Reading } from '../../core/records.ts'
import { AppError } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'
import type { FromReader, InspectTask, ParseResult, ReadTask } from '../workers/worker-messages.ts'
import { breathe, type Context, changed } from './context.ts'
import type { JobContext } from './jobs/jobs.ts'
import { runTask } from './jobs/tasks.ts'
import type { NewKeyHashes } from './new-keys.ts'
import type { OpenProject } from './open-project.ts'
import {
  areKnown,
  beginImport,
  discardUnfinished,
  finishImports,
  importReport,
  insertProblems,
  type ReadImport,
} from './store/imports.ts'
import { type BatchOutcome, insertBatch, type RunningImport } from './store/incoming.ts'
import { linkParents } from './store/parents.ts'
import { explain, type ProjectFile } from './store/project-file.ts'
import { whoDecides } from './who-decides.ts'

export interface ImportFile {
  readonly path: string
  /** Which of what is in it; null for a file alone. */
  readonly member: string | null
  readonly name: string
  /** Of what is read, not of what it lies in: a folder or an archive says nothing of how far one is. */
  readonly bytes: number
  readonly reading: Reading
}

export interface InspectedFile extends Omit<ImportFile, 'reading' | 'bytes'> {
  readonly reading: Reading | null
  readonly remembered?: readonly RememberedReading[]
}

/** Reads the whole file and says what was understood. `project` says what is here already; null for a new one. */
export function inspectFile(
  file: InspectedFile,
  project: OpenProject | null,
  { signal, progress }: JobContext,
  onNewKeys: (keys: NewKeyHashes) => void = () => undefined,
): Promise<InspectReport> {
  const task: InspectTask = { task: 'inspect', remembered: [], ...file, asksKnown: project !== null }
  return runTask<FromReader, InspectReport>('parse', {
    data: { ...task, mayStay: true } satisfies ReadTask,
    signal,
    onMessage(message) {
      if (message.type === 'progress') {
        progress({ done: message.bytes, total: message.total, comments: message.comments })
      }
      if (message.type === 'new-keys') onNewKeys(message)
      if (message.type !== 'known?') return undefined
      return { type: 'known', known: project ? areKnown(project.db, message.keys) : [] }
    },
  })
}

/**
 * Brings the comments of files into the project. They appear all at once at the end; when anything goes wrong with any
 * of them, or the person stops it, the project is as it was before.
 *
 * @returns one report a file, in their order
 */
export async function importFiles(
  context: Context,
  project: OpenProject,
  files: readonly ImportFile[],
  job: JobContext,
): Promise<readonly ImportReport[]> {
  project.requireInPlace()
  if (!(await clearUnfinished(project))) throw new AppError('disk-full', sentences.diskFull(project.path))
  const at = context.now().toISOString()
  try {
    const done: ReadImport[] = []
    const progress = progressOf(files, job)
    for (const file of files) done.push(await readOne(project, file, at, progress.of(file)))
    finishImports(project.db, done, at, whoDecides(context, project))
    project.othersWrote()
    changed(context, 'comments', 'project', 'decisions')
    return done.flatMap(({ id }) => importReport(project.db, id) ?? [])
  } catch (error) {
    // What is not committed yet need not be taken out comment by comment.
    project.db.dropBulk()
    await clearUnfinished(project)
    throw explain(project.path, error)
  }
}

/** One bar for all files: bytes read of bytes in all, comments so far. Ask for each file when its turn comes. */
function progressOf(files: readonly ImportFile[], { signal, progress }: JobContext) {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  const before = { bytes: 0, comments: 0 }
  const now = { bytes: 0, comments: 0 }
  return {
    of(file: ImportFile): JobContext {
      before.bytes += now.bytes
      before.comments += now.comments
      now.bytes = file.bytes
      now.comments = 0
      return {
        signal,
        progress({ done, comments = 0 }) {
          now.comments = comments
          // A file may have grown since it was looked at.
          progress({
            done: before.bytes + Math.min(done, file.bytes),
            total,
            comments: before.comments + comments,
          })
        },
      }
    },
  }
}

async function readOne(
  project: OpenProject,
  file: ImportFile,
  at: string,
  job: JobContext,
): Promise<ReadImport> {
  const { name, reading } = file
  const format = exportFormatOf(reading)
  const running = beginImport(project.db, {
    name,
    reading,
    platform: format?.platform ?? null,
    areIdsWide: format?.idsWithin === 'platform',
    at,
  })
  const { counts, incomplete } = await readInto(project, running, file, job)
  const strays: number[] = []
  for (const found of linkParents(project.db, running)) {
    strays.push(...found)
    await breathe()
    if (job.signal.aborted) throw new AppError('cancelled', sentences.stopped())
  }
  const { id, widePlatform } = running
  return { id, widePlatform, strays, ledger: counts, incomplete }
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
  const { incomplete } = await runTask<FromReader, ParseResult>('parse', {
    data: { task: 'parse', ...file, keepsRaw: true, mayStay: true } satisfies ReadTask,
    signal,
    onMessage(message) {
      if (message.type !== 'batch') return undefined
      const outcome = insertBatch(project.db, running, message.comments)
      insertProblems(project.db, running.id, message.problems)
      tally.add(outcome, message.problems)
      progress({ done: message.bytes, total: file.bytes, comments: tally.comments() })
      return { type: 'ack' }
    },
  })
  return { counts: tally.ledger(), incomplete }
}

/** Counts what happened to every record of the file. */
function createTally() {
  const sum = { added: 0, alreadyHere: 0, updated: 0, duplicates: 0 }
  const skipped = new Map<Count['reason'], number>()
  const repaired = new Map<Count['reason'], number>()
  const add = (counts: typeof skipped, reason: Count['reason'], n: number) =>
    counts.set(reason, (counts.get(reason) ?? 0) + n)
  return {
    add(outcome: BatchOutcome, problems: readonly Problem[]): void {
      sum.added += outcome.added
      sum.alreadyHere += outcome.alreadyHere
      sum.updated += outcome.updated
      if (outcome.duplicates > 0) add(skipped, 'duplicate', outcome.duplicates)
      for (const { reason, skipped: isSkipped } of problems) add(isSkipped ? skipped : repaired, reason, 1)
    },
    comments: () => sum.added + sum.alreadyHere + sum.updated,
    ledger(): Omit<Ledger, 'orphans'> {
      const left = [...skipped.values()].reduce((total, n) => total + n, 0)
      const { added, alreadyHere, updated } = sum
      return {
        read: added + alreadyHere + updated + left,
        added,
        alreadyHere,
        updated,
        skipped: countsOf(skipped),
        repaired: countsOf(repaired),
      }
    },
  }
}

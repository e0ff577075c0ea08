/** The record of all that is done: read, checked, written as a file. */
import path from 'node:path'
import type { ExportReport } from '../../../core/contract/answers.ts'
import type { Service } from '../../../core/contract/contract.ts'
import type { Request } from '../../../core/contract/requests.ts'
import { entryGroups, type RecordEntry } from '../../../core/record/entry.ts'
import { safeFileName } from '../../files/names.ts'
import type { RecordTask, Verified, Written } from '../../workers/record.worker.ts'
import type { Context } from '../context.ts'
import { runTask } from '../jobs/tasks.ts'
import { readHead } from '../store/chain.ts'
import { type EntryFilter, recordEntries } from '../store/record-entries.ts'

export function recordHandlers(
  context: Context,
): Pick<Service, 'record.entries' | 'record.verify' | 'record.export'> {
  const { current, files, jobs } = context
  return {
    'record.entries': ({ before, limit, ...filter }) => {
      const { db, name } = current.require()
      const { id: rows, hash: head } = readHead(db)
      const entries = recordEntries(db, asFilter(filter), { before, limit })
      return {
        rows,
        head,
        entries: entries.map((entry) => asSeen(context, entry)),
        suggestedName: `${safeFileName(name)} record`,
      }
    },
    'record.verify': () => {
      const project = current.require()
      const data: RecordTask = { project: project.path, does: 'verify' }
      const job = jobs.start('verify', 'steps', ({ signal }) =>
        runTask<never, Verified>('record', { data, signal, onMessage: () => undefined }),
      )
      return { jobId: job.id }
    },
    'record.export': ({ target, format, ...filter }) => {
      const project = current.require()
      const data: RecordTask = {
        project: project.path,
        does: 'write',
        target: files.pathOf(target),
        format,
        filter: asFilter(filter),
      }
      const job = jobs.start('export', 'steps', async ({ signal }) => {
        const written = await runTask<never, Written>('record', { data, signal, onMessage: () => undefined })
        return { name: path.basename(data.target), ...written } satisfies ExportReport
      })
      return { jobId: job.id }
    },
  }
}

function asFilter({
  groups,
  coder,
  commentId = null,
}: Pick<Request<'record.entries'>, 'groups' | 'coder'> & {
  readonly commentId?: number | null
}): EntryFilter {
  return { kinds: groups?.flatMap((group) => entryGroups[group]) ?? null, coder, commentId }
}

/** What others decided is kept from whoever codes blind, here too. */
function asSeen({ settings }: Context, entry: RecordEntry): RecordEntry {
  const { coder, mode } = settings.settings.get()
  if (entry.judged === null || mode === 'check' || entry.coder === coder) return entry
  return { ...entry, judged: { ...entry.judged, label: null, reason: null } }
}

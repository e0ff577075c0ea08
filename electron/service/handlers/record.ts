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
import { type Sight, sightOf } from '../sight.ts'
import { readHead } from '../store/chain.ts'
import { type EntryFilter, recordEntries } from '../store/record-entries.ts'

export function recordHandlers(
  context: Context,
): Pick<Service, 'record.entries' | 'record.verify' | 'record.export'> {
  const { current, files, jobs } = context
  return {
    'record.entries': ({ before, limit, ...filter }) => {
      const project = current.require()
      const { db, name } = project
      const sight = sightOf(context, project)
      const { id: rows, hash: head } = readHead(db)
      const entries = recordEntries(db, asFilter(filter), { before, limit })
      return {
        rows,
        head,
        entries: entries.map((entry) => asSeen(sight, entry)),
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
function asSeen({ own, hides }: Sight, entry: RecordEntry): RecordEntry {
  const { commentId, judged, coder } = entry
  if (commentId === null || coder === own.coder) return entry
  if (!hides(commentId)) {
    own.show([commentId])
    return entry
  }
  // Tests, letters and appeals are about a label that accuses: which comment it is would tell as much.
  if (judged === null) return { ...entry, commentId: null, excerpt: null }
  return { ...entry, judged: { ...judged, label: null, reason: null, role: null } }
}

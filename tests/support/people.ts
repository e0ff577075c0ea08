/** Several people in one project, as they sit down at it: each says who they are, and in which mode they work. */
import type { Answers } from '../../core/contract/contract.ts'
import type { Filter, Request } from '../../core/contract/requests.ts'
import type { Mode } from '../../core/records.ts'
import { openDatabase, type WritableDB } from '../../electron/service/store/database.ts'
import { groundsFor } from './grounds.ts'
import { inventedIn, inventedProject } from './invented.ts'
import { startService, type TestService } from './service.ts'
import { temporaryFolder } from './temporary.ts'

type Said = Partial<Request<'decisions.record'>>

export interface People {
  readonly path: string
  /** Through which all of them ask; another one after `restart`. */
  service(): TestService
  /** From now on somebody else sits there. */
  sit(name: string, mode?: Mode): Promise<void>
  /** Whoever sits there decides, with grounds where they are needed. */
  decide(commentId: number, label: string, said?: Said): Promise<Answers['decisions.record']>
  open(
    show: Filter['show'],
    text?: string,
  ): Promise<Answers['queue.open'] & { readonly rows: Answers['queue.rows'] }>
  view(commentId: number, queueId?: string | null): Promise<Answers['comments.get']>
  /** What stands, as the file has it: "troll final"; with "flagged" where it was one sitting. */
  stands(commentId: number): string | null
  /** Whether the latest decision on it counts as independent. */
  isIndependent(commentId: number): boolean
  /** Closes everything and opens it again: another sitting. `meanwhile` has the file to itself. */
  restart(meanwhile?: (db: WritableDB) => void): Promise<void>
}

export async function people(comments = 12): Promise<People> {
  const { path, service } = await inventedProject(comments)
  return peopleAt(path, service)
}

/** The same over a file that is there. */
export async function peopleOver(path: string): Promise<People> {
  const service = await opened(path)
  return peopleAt(path, service)
}

async function opened(path: string): Promise<TestService> {
  const service = await startService(temporaryFolder())
  await service.call('projects.open', { file: service.running.files.register(path).ref })
  await service.quiet()
  return service
}

function peopleAt(path: string, first: TestService): People {
  let service = first
  let mode: Mode = 'code'
  const { ask } = inventedIn(service, path)
  return {
    path,
    service: () => service,
    async sit(name, how = 'code') {
      mode = how
      await service.call('coders.choose', { name })
      await service.call('settings.update', { mode: how })
    },
    decide: (commentId, label, said = {}) =>
      service.call('decisions.record', {
        commentId,
        queueId: null,
        label,
        suggestionShown: false,
        shownMs: 900,
        note: null,
        mode,
        ...groundsFor(label),
        ...said,
      }),
    async open(show, text = '') {
      const handle = await service.call('queue.open', {
        order: 'oldest-first',
        filter: { show, text, importId: null },
      })
      const { queueId } = handle
      return { ...handle, rows: await service.call('queue.rows', { queueId, offset: 0, limit: 500 }) }
    },
    view: (commentId, queueId = null) => service.call('comments.get', { commentId, queueId }),
    stands(commentId) {
      const row = ask((db) =>
        db.get<{ label: string; status: string; one_sitting: number }>(
          'select label, status, one_sitting from standing where comment_id = ?',
          commentId,
        ),
      )
      return row ? `${row.label} ${row.status}${row.one_sitting === 1 ? ' flagged' : ''}` : null
    },
    isIndependent: (commentId) =>
      ask((db) =>
        db.get<{ independent: number | null }>(
          `select independent from decisions where comment_id = ? and kind = 'label' order by id desc limit 1`,
          commentId,
        ),
      )?.independent === 1,
    async restart(meanwhile) {
      await service.close()
      if (meanwhile) {
        const db = openDatabase(path)
        meanwhile(db)
        db.close()
      }
      service = await opened(path)
    },
  }
}

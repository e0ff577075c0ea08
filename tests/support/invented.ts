/** A project of invented comments, open in a real service. */
import { existsSync, renameSync } from 'node:fs'
import path from 'node:path'
import { inject } from 'vitest'
import type { Answers } from '../../core/contract/contract.ts'
import type { Filter, Order } from '../../core/contract/requests.ts'
import type { ReadableDB } from '../../electron/service/store/database.ts'
import { readProjectFile } from '../../electron/service/store/project-file.ts'
import { groundsFor } from './grounds.ts'
import { copyOf } from './merging.ts'
import { addComments, comment, emptyProject } from './project.ts'
import { startService, type TestService } from './service.ts'
import { temporaryFolder } from './temporary.ts'

const texts = {
  troll: ['You are a pathetic idiot', 'Shut up, you worthless liar', 'What a stupid cow you are'],
  critic: ['The board hid the report', 'Shame on this decision', 'Nobody answered us for a year'],
  neither: ['Is the car park open on Saturday', 'Thank you for the update', 'The meeting is at six'],
} as const
export type Kind = keyof typeof texts
const kinds = ['neither', 'critic', 'troll', 'critic'] as const

/** What comment `id` was meant as: a quarter troll, half critic, a quarter neither. */
export const meantAs = (id: number): Kind => kinds[id % 4] ?? 'neither'

export interface Invented {
  readonly service: TestService
  readonly path: string
  /** Asks the file itself, beside the service. */
  ask<T>(question: (db: ReadableDB) => T): T
  open(order: Order, filter?: Partial<Filter>): Promise<Opened>
  /** As it was meant where no label is given; blind where nothing else is said. */
  decide(
    commentId: number,
    how?: { readonly queueId?: string | null; readonly label?: string; readonly suggestionShown?: boolean },
  ): Promise<Answers['decisions.record']>
}
export type Opened = Answers['queue.open'] & { readonly rows: Answers['queue.rows'] }

/** Comments 1 to `count`, none of them decided, all of them scored by the starter. */
export async function inventedProject(count: number): Promise<Invented> {
  const kept = path.join(inject('built'), `invented-${count}.fairhearing`)
  const isKept = existsSync(kept)
  const file = isKept ? copyOf(kept, 'test') : written(count)
  const service = await startService(temporaryFolder())
  await service.call('projects.open', { file: service.running.files.register(file).ref })
  await service.quiet()
  const invented = inventedIn(service, file)
  if (!isKept) keep(invented, kept)
  return invented
}

function written(count: number): string {
  const project = emptyProject()
  const rows = Array.from({ length: count }, (_, n) => {
    const some = texts[meantAs(n + 1)]
    return comment(n + 1, { text: `${some[n % some.length]}, number ${n + 1} of them.` })
  })
  addComments(project.db, rows)
  project.close()
  return project.path
}

/** For all tests of this run that need as many: to score them takes longer than most of what is done with them. */
function keep({ ask }: Invented, place: string): void {
  const beside = `${place}.${process.pid}`
  ask((db) => db.get('vacuum into ?', beside))
  renameSync(beside, place)
}

export function inventedIn(service: TestService, file: string): Invented {
  return {
    service,
    path: file,
    ask(question) {
      const db = readProjectFile(file)
      try {
        return question(db)
      } finally {
        db.close()
      }
    },
    async open(order, filter = {}) {
      const handle = await service.call('queue.open', {
        order,
        filter: { show: 'undecided', text: '', importId: null, ...filter },
      })
      const { queueId } = handle
      return { ...handle, rows: await service.call('queue.rows', { queueId, offset: 0, limit: 500 }) }
    },
    decide(commentId, { queueId = null, label = meantAs(commentId), suggestionShown = false } = {}) {
      return service.call('decisions.record', {
        commentId,
        queueId,
        label,
        suggestionShown,
        shownMs: 800,
        note: null,
        mode: 'code',
        ...groundsFor(label),
      })
    },
  }
}

/** Somebody at the sample: through a service of their own, as a window would be. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Answers } from '../../core/contract/contract.ts'
import type { Method, Request } from '../../core/contract/requests.ts'
import { dispatch } from '../../electron/service/dispatch.ts'
import { resourcesFolder } from '../../electron/service/paths.ts'
import { createService, type RunningService } from '../../electron/service/service.ts'

export interface Seat {
  readonly running: RunningService
  /** Through the same lock as every door. @throws Error with the failure's sentence */
  call<M extends Method>(method: M, request: Request<M>): Promise<Answers[M]>
  find(words: string): Promise<number>
  decide(words: string, label: string, grounds?: Grounds): Promise<void>
  /** So many of those that nobody has decided, drawn at random, each as the sample means it. */
  decideMany(count: number): Promise<void>
  quiet(): Promise<void>
}
export type Grounds = Pick<Request<'decisions.record'>, 'note' | 'reason'>

const plainly = {
  reason: 'abuse',
  note: 'Goes for a person, plainly.',
  passage: { start: 0, end: 12 },
} as const
/** Somebody sits down, so many days before today, in the morning, and works in the sample. */
export async function sitting(
  home: string,
  name: string,
  daysAgo: number,
  work: (seat: Seat) => Promise<void>,
): Promise<void> {
  const seat = await takeSeat(home, daysBefore(daysAgo))
  try {
    await seat.call('settings.update', { coder: name, mode: 'code' })
    await seat.call('projects.trySample', {})
    await seat.call('coders.choose', { name })
    await work(seat)
    await seat.quiet()
  } finally {
    await seat.running.close()
  }
}

/** Who the window takes for the person at it, before anybody has said so. */
export async function chooseCoder(home: string, name: string): Promise<void> {
  const seat = await takeSeat(home, new Date())
  await seat.call('settings.update', { coder: name })
  await seat.running.close()
}

async function takeSeat(home: string, from: Date): Promise<Seat> {
  let now = from
  const running = await createService({
    places: {
      settings: path.join(home, 'settings'),
      projects: path.join(home, 'projects'),
      resources: resourcesFolder(),
    },
    emit: () => undefined,
    version: 'pictures',
    now: () => now,
  })
  const call: Seat['call'] = async (method, request) => {
    const result = await dispatch(running.service, method, request)
    if (!result.ok) throw new Error(`${method}: ${result.failure.message}`)
    // Safe: the contract ties the method to its answer.
    return result.value as Answers[typeof method]
  }
  const queueOf = async (text: string, show: 'all' | 'undecided') => {
    const filter = { show, text, importId: null }
    const { queueId } = await call('queue.open', { order: 'random', filter })
    return { queueId, rows: await call('queue.rows', { queueId, offset: 0, limit: 500 }) }
  }
  const record = async (commentId: number, label: string, said: Partial<Request<'decisions.record'>>) => {
    const shownMs = 4000 + ((commentId * 7919) % 14_000)
    now = new Date(now.getTime() + shownMs + 1500)
    await call('decisions.record', {
      ...{ commentId, label, shownMs, queueId: null, suggestionShown: false, mode: 'code' },
      ...{ note: null, passage: null, reason: null, ...said },
    })
  }
  const find = async (words: string) => {
    const [row] = (await queueOf(`"${words}"`, 'all')).rows
    if (row === undefined) throw new Error(`The sample does not say “${words}”.`)
    return row.commentId
  }
  return {
    running,
    call,
    find,
    async decide(words, label, grounds) {
      const commentId = await find(words)
      const { text } = await call('comments.get', { commentId, queueId: null })
      const start = text.indexOf(words)
      const passage = label === 'troll' && start >= 0 ? { start, end: start + words.length } : null
      await record(commentId, label, { ...grounds, passage })
    },
    async decideMany(count) {
      const { queueId, rows } = await queueOf('', 'undecided')
      const meant = meantIn(path.join(home, 'projects'))
      // Not the first ones, and the same each time.
      const scattered = rows
        .filter((row) => meant.has(row.commentId))
        .toSorted((one, other) => ((one.commentId * 97) % 359) - ((other.commentId * 97) % 359))
      for (const { commentId } of scattered.slice(0, count)) {
        const label = meant.get(commentId) ?? 'unsure'
        await record(commentId, label, { queueId, ...(label === 'troll' ? plainly : {}) })
      }
    },
    async quiet() {
      while ((await call('jobs.list', {})).some(({ status }) => status === 'running'))
        await new Promise((resolve) => setTimeout(resolve, 20))
    },
  }
}

/** What the sample intends for each comment on which nobody has decided. */
function meantIn(projects: string): ReadonlyMap<number, string> {
  const lines = readFileSync(path.join(resourcesFolder(), 'sample/labels.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
  const labels = new Map(
    lines.map((line) => {
      // Safe: the file is ours, and its README says what is in it.
      const one = JSON.parse(line) as { readonly file: string; readonly id: string; readonly label: string }
      return [`${one.file} ${one.id}`, one.label]
    }),
  )
  const db = new DatabaseSync(path.join(projects, projectIn(projects)), { readOnly: true })
  const rows = db
    .prepare(
      `select c.id, i.name || ' ' || c.external_id as origin from comments c join imports i on i.id = c.import_id
       where c.id not in (select comment_id from decisions)`,
    )
    .all()
  db.close()
  return new Map(rows.map(({ id, origin }) => [Number(id), labels.get(String(origin)) ?? 'unsure']))
}

/** The one that is there. */
export function projectIn(folder: string): string {
  const name = readdirSync(folder).find((one) => one.endsWith('.fairhearing'))
  if (name === undefined) throw new Error('There is no project yet.')
  return name
}

export function daysBefore(days: number): Date {
  const day = new Date(Date.now() - days * 86_400_000)
  day.setUTCHours(9, 4, 0, 0)
  return day
}

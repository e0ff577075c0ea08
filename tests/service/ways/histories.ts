/** How a comment came to be where somebody tries a way round the two people. */
import { expect } from 'vitest'
import { appendEvent } from '../../../electron/service/store/events.ts'
import { type People, people } from '../../support/people.ts'
import { importAs, writeFile } from '../../support/service.ts'
import { temporaryFolder } from '../../support/temporary.ts'

/** One way that was tried, and what must stand on the comment afterwards. */
export interface Way {
  readonly tried: string
  readonly stands: string | null
  readonly run: () => Promise<People>
}

/** The comment that it is about. */
export const it = 2

/** Somebody proposes; then somebody else sits down at another time. */
export async function proposed(by = 'Priya'): Promise<People> {
  const all = await people()
  await all.sit(by)
  await all.decide(it, 'troll')
  await all.restart()
  return all
}

export async function disputed(): Promise<People> {
  const all = await proposed()
  await all.sit('Sam')
  await all.decide(it, 'critic')
  await all.restart()
  expect(all.stands(it)).toBe('troll disputed')
  return all
}

export async function agreed(): Promise<People> {
  const all = await proposed()
  await all.sit('Sam')
  await all.decide(it, 'troll')
  await all.restart()
  return all
}

export async function appealed(): Promise<People> {
  const all = await agreed()
  const at = '2026-09-20T10:00:00.000Z'
  const body = {
    reference: 'FH-0000-0000',
    label: 'troll',
    text: 'I asked who signed it off.',
    receivedAt: at,
  }
  await all.restart((db) =>
    db.transaction(() => appendEvent(db, { kind: 'appeal', coder: 'Jo', at, commentId: it, body })),
  )
  return all
}

export async function labelled(one: string, other: string): Promise<People> {
  const all = await people(1)
  const line = (coder: string) =>
    JSON.stringify({
      text: 'Shut up, you liar.',
      _input_hash: 1,
      _task_hash: 2,
      label: 'troll',
      answer: 'accept',
      _timestamp: 1789290000,
      _annotator_id: coder,
      _session_id: coder,
    })
  const file = writeFile(temporaryFolder(), 'labelled.jsonl', `${line(one)}\n${line(other)}\n`)
  const { report } = await importAs(all.service(), file, { into: 'current' })
  await report()
  return all
}

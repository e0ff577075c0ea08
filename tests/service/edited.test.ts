/** A comment that was decided, and that a later export has otherwise: what was decided was about what it said then. */
import { expect, test } from 'vitest'
import type { WritableDB } from '../../electron/service/store/database.ts'
import { exportRows } from '../../electron/service/store/export-rows.ts'
import { beginImport, finishImports } from '../../electron/service/store/imports.ts'
import { insertBatch } from '../../electron/service/store/incoming.ts'
import { readTaught } from '../../electron/service/store/taught.ts'
import { inventedIn } from '../support/invented.ts'
import { copyOf, merge } from '../support/merging.ts'
import { type People, people } from '../support/people.ts'
import { comment, plainReading } from '../support/project.ts'

const it = 6
const before = 'What a stupid cow you are, number 6 of them.'
const after = 'Oh.'

/** A later export has the comment otherwise. The clock of the machine is a year behind by then. */
function edit(db: WritableDB): void {
  const at = '2025-01-01T09:00:00.000Z'
  const running = beginImport(db, {
    name: 'b.csv',
    reading: plainReading,
    platform: null,
    areIdsWide: false,
    at,
  })
  const { added, alreadyHere, updated } = insertBatch(db, running, [comment(it, { text: after })])
  const ledger = { read: 1, added, alreadyHere, updated, skipped: [], repaired: [] }
  finishImports(db, [{ ...running, strays: [], ledger, incomplete: [] }], at, 'Priya')
}

const marked = { passage: { start: 7, end: 17 }, reason: 'abuse', note: 'It goes for a person.' }

async function accusedThenEdited(): Promise<People> {
  const all = await people()
  for (const name of ['Priya', 'Sam']) {
    await all.sit(name)
    await all.decide(it, 'troll', marked)
  }
  await all.restart(edit)
  return all
}

const askedOf = (all: People) => inventedIn(all.service(), all.path).ask

test('its letter quotes what it said when it was decided, and says that it has been changed since', async () => {
  const all = await accusedThenEdited()
  const { call } = all.service()
  const contact = '1 Harbour Street\nLowgate'
  await call('letters.configure', {
    sender: 'Lowgate Hospital Trust',
    contact,
    appealDays: 28,
    further: '',
    names: [],
  })
  const about = { kind: 'decision', commentId: it } as const
  const { text } = await call('letters.preview', { about, withAuthor: false })
  expect(text).toContain(before)
  expect(text).toContain('stupid cow')
  expect(text).toContain('It has been changed since')
})

test('the desk shows what was decided, and marks no other words', async () => {
  const all = await accusedThenEdited()
  await all.sit('Sam', 'check')
  expect(await all.view(it)).toMatchObject({ text: after, decidedText: before, decision: { passage: null } })
  await all.decide(it, 'critic')
  expect(await all.view(it)).toMatchObject({ decidedText: before, status: 'disputed' })
  await all.sit('Ellis', 'check')
  const judgements = await all.service().call('comments.judgements', { commentId: it })
  expect(judgements).toMatchObject([
    { coder: 'Priya', earlierText: before, passage: marked.passage },
    { coder: 'Sam', earlierText: null },
  ])
})

test('whoever decides an appeal reads what was decided, and upholds it without words that are not there', async () => {
  const all = await accusedThenEdited()
  await all.sit('Ellis')
  const { call } = all.service()
  const { appealId } = await call('appeals.record', {
    commentId: it,
    text: 'I took it back.',
    receivedAt: null,
  })
  expect(await call('appeals.get', { appealId })).toMatchObject({
    comment: { text: after, decidedText: before },
    reasonings: [{ passage: 'stupid cow' }, { passage: 'stupid cow' }],
  })
  await call('appeals.outcome', {
    appealId,
    label: 'troll',
    answer: 'It was said to a person.',
    shownMs: 900,
  })
  expect(await all.view(it)).toMatchObject({ decision: { role: 'appeal', passage: null } })
})

test('its export has what it said when it was decided', async () => {
  const all = await accusedThenEdited()
  const [row] = askedOf(all)((db) => [...exportRows(db, 'decided')])
  expect(row).toMatchObject({ text: after, decidedText: before, passageStart: 7, passageEnd: 17 })
})

test('what it teaches is what it said when it was decided', async () => {
  const all = await accusedThenEdited()
  const { decisions } = askedOf(all)(readTaught)
  expect(decisions).toMatchObject([{ commentId: it, label: 'troll', text: before }])
})

test('what is decided afterwards, or was taken back before and is given again, is about its own text', async () => {
  const all = await people()
  await all.sit('Priya')
  await all.decide(it, 'troll', marked)
  await all.service().call('decisions.undo', {})
  await all.restart(edit)
  await all.sit('Priya')
  await all.service().call('decisions.redo', {})
  expect(await all.view(it)).toMatchObject({ decidedText: before })
  await all.decide(it, 'critic')
  expect(await all.view(it)).toMatchObject({ decidedText: null })
})

test('two who read different words agree about nothing: the label waits for somebody who reads the newer ones', async () => {
  const all = await people()
  await all.sit('Priya')
  await all.decide(it, 'troll', marked)
  await all.restart(edit)
  await all.sit('Sam')
  await all.decide(it, 'troll', { passage: { start: 0, end: 2 } })
  expect(all.stands(it)).toBe('troll proposed')
  await all.restart()
  await all.sit('Priya')
  expect(await all.view(it)).toMatchObject({ status: 'proposed', decidedText: before, isSplit: false })
  await all.decide(it, 'troll', { passage: { start: 0, end: 2 } })
  expect(all.stands(it)).toBe('troll final')
  await all.sit('Jo', 'check')
  expect(await all.view(it)).toMatchObject({
    decision: { coder: 'Sam' },
    decidedText: null,
    isSplit: false,
  })
})

test('its export names as agreeing only who read the same words', async () => {
  const all = await people()
  await all.sit('Priya')
  await all.decide(it, 'troll', marked)
  await all.restart(edit)
  await all.sit('Sam')
  await all.decide(it, 'troll', { passage: { start: 0, end: 2 } })
  const agreedBy = () => askedOf(all)((db) => [...exportRows(db, 'decided')])[0]?.agreedBy
  expect(agreedBy()).toBeNull()
  await all.sit('Jo')
  await all.decide(it, 'troll', { passage: { start: 0, end: 2 } })
  expect(agreedBy()).toBe('Jo')
})

test('whoever saw what others think of the newer words does not agree by saying their own again', async () => {
  const all = await people()
  await all.sit('Priya')
  await all.decide(it, 'troll', marked)
  await all.restart(edit)
  await all.sit('Sam')
  await all.decide(it, 'troll', { passage: { start: 0, end: 2 } })
  await all.sit('Priya', 'check')
  expect(await all.view(it)).toMatchObject({ decision: { coder: 'Sam' }, isSplit: true })
  await all.decide(it, 'troll', { passage: { start: 0, end: 2 } })
  expect(all.stands(it)).toBe('troll proposed')
})

test('a label that was taken for agreed on two kinds of words is only proposed once the project is opened', async () => {
  const all = await people()
  await all.sit('Priya')
  await all.decide(it, 'troll', marked)
  await all.restart(edit)
  await all.sit('Sam')
  await all.decide(it, 'troll', { passage: { start: 0, end: 2 } })
  await all.restart((db) => db.run(`update standing set status = 'final' where comment_id = ?`, it))
  expect(all.stands(it)).toBe('troll proposed')
})

test('a copy in which it became shorter than what was marked is still merged', async () => {
  const all = await people()
  let copy = ''
  await all.restart(() => {
    copy = copyOf(all.path, 'copy')
  })
  await all.sit('Priya')
  await all.decide(it, 'troll', { ...marked, passage: { start: 7, end: 44 } })
  await all.restart(edit)
  await all.service().close()
  expect(merge(copy, all.path)).toMatchObject({ decisions: { new: 1 } })
})

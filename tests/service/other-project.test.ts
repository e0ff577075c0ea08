/** Comments have the same numbers in every project: what was meant for one is never done in another. */
import { expect, test } from 'vitest'
import { openDatabase } from '../../electron/service/store/database.ts'
import { inventedIn, inventedProject } from '../support/invented.ts'
import { people } from '../support/people.ts'

/** Two projects, and the second is opened while somebody has the first on the screen. */
async function openedMeanwhile() {
  const all = await people()
  await all.sit('Priya')
  const { call, running } = all.service()
  const first = await call('app.state', {})
  await all.decide(2, 'critic')
  const other = await inventedProject(12)
  await other.service.close()
  // What an invented project is called by is the same for all: another one is not.

  const db = openDatabase(other.path)
  db.run(`update project set uid = '5eed0000-0000-4000-8000-00000000beef'`)
  db.close()
  await call('projects.open', { file: running.files.register(other.path).ref })
  const given = inventedIn(all.service(), other.path)
  return {
    call,
    projectId: first.project?.id ?? '',
    decisions: () => given.ask((one) => one.all('select id from decisions')),
  }
}

const refused = { code: 'no-project', message: expect.stringContaining('was opened meanwhile') }

test('a decision on a comment of the project that was open before is refused, and says so', async () => {
  const { call, projectId, decisions } = await openedMeanwhile()
  const said = {
    note: null,
    passage: null,
    reason: null,
    suggestionShown: false,
    mode: 'code',
    shownMs: 900,
  } as const
  const decision = { projectId, commentId: 3, queueId: null, label: 'critic', ...said }
  await expect(call('decisions.record', decision)).rejects.toMatchObject(refused)
  const many = {
    projectId,
    queueId: null,
    commentIds: [3, 4],
    label: 'critic',
    note: null,
    mode: 'code' as const,
  }
  await expect(call('decisions.recordMany', many)).rejects.toMatchObject(refused)
  expect(decisions()).toEqual([])
})

test('so are undo and redo', async () => {
  const { call, projectId, decisions } = await openedMeanwhile()
  await call('decisions.record', {
    ...{ commentId: 3, queueId: null, label: 'critic', note: null, passage: null, reason: null },
    ...{ suggestionShown: false, mode: 'code', shownMs: 900 },
  })
  await expect(call('decisions.undo', { projectId })).rejects.toMatchObject(refused)
  await expect(call('decisions.redo', { projectId })).rejects.toMatchObject(refused)
  expect(decisions()).toHaveLength(1)
})

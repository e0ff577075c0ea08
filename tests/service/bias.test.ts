/** The bias report, asked of a real service over a real project file. */
import { expect, test } from 'vitest'
import { standardCodebook } from '../../core/labels.ts'
import type { WritableDB } from '../../electron/service/store/database.ts'
import { appendDecision, type NewDecision } from '../../electron/service/store/decisions.ts'
import { undoLatest } from '../../electron/service/store/steps.ts'
import { groupOf } from '../core/bias/invent.ts'
import { addComments, comment, emptyProject } from '../support/project.ts'
import { startService } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary.ts'

const timeZone = 'Europe/London'
/** Monday, ten past nine in the morning in summer time. */
const morning = Date.parse('2026-09-14T08:10:00.000Z')

function decide(db: WritableDB, commentId: number, over: Partial<NewDecision> = {}): void {
  appendDecision(db, {
    commentId,
    label: 'critic',
    coder: 'Priya',
    decidedAt: new Date(morning + commentId * 5000).toISOString(),
    note: null,
    codebook: standardCodebook,
    suggestionShown: false,
    shownMs: 1200,
    suggestion: { shares: { troll: 0.1 }, band: 'critic', modelVersion: 'starter-1' },
    draw: 'other',
    mode: 'code',
    passage: { start: 0, end: 4 },
    reason: 'abuse',
    role: null,
    isIndependent: true,
    sitting: `${over.coder ?? 'Priya'}-sitting`,
    ...over,
  })
}

/** Two hundred comments in two threads and two files; every fifth is written in capitals. */
function project() {
  const made = emptyProject()
  const rows = Array.from({ length: 200 }, (_, at) => {
    const text = `The ward is shut again, comment number ${at + 1} of them.`
    const n = at + 1
    return comment(n, {
      text: n % 5 === 0 ? text.toUpperCase() : text,
      threadId: n % 2 === 0 ? 'fern-ward' : 'lowgate',
      threadTitle: n % 2 === 0 ? 'Fern ward' : 'Lowgate',
      author: n === 1 ? 'Dunnock' : `Plover ${n % 3}`,
      lang: n % 4 === 0 ? 'pt-BR' : 'en',
    })
  })
  addComments(made.db, rows.slice(0, 150))
  addComments(made.db, rows.slice(150), 'late.csv')
  return made
}

async function opened({ path, close }: ReturnType<typeof project>) {
  close()
  const service = await startService(temporaryFolder())
  await service.call('projects.open', { file: service.running.files.register(path).ref })
  return service
}

const reportOf = async (made: ReturnType<typeof project>) =>
  (await opened(made)).call('bias.report', { timeZone })

test('comments in capitals that are called troll are found, and nothing is said of a thread', async () => {
  const made = project()
  for (let id = 1; id <= 200; id += 1) decide(made.db, id, { label: id % 5 === 0 ? 'troll' : 'critic' })
  const report = await reportOf(made)
  expect(report).toMatchObject({ harmful: 'troll', comments: 200, decisions: 200 })
  const loud = groupOf(report, 'capitals', 'most').rates.troll
  expect(loud).toMatchObject({ hits: 40, of: 40, comparison: { difference: 1, stands: 'clear' } })
  const thread = report.dimensions.find(({ id }) => id === 'thread')
  expect(thread?.groups.map(({ name, n }) => [name, n])).toEqual([
    ['Lowgate', 100],
    ['Fern ward', 100],
  ])
  expect(thread?.groups.map(({ rates }) => rates.troll.comparison?.stands)).toEqual(['none', 'none'])
  // One wrote one, three wrote the others.
  expect(groupOf(report, 'author', 'regular').n).toBe(199)
  expect(groupOf(report, 'author', 'new').rates.troll.share).toBeNull()
  expect(groupOf(report, 'source', 'late.csv')).toMatchObject({ n: 50, search: 'source:"late.csv"' })
  expect(groupOf(report, 'language', 'pt').n).toBe(50)
  // Every five seconds without a break, until half past nine.
  expect(groupOf(report, 'run', 'late').n).toBe(50)
  expect(report.dimensions.some(({ id }) => id === 'decided')).toBe(false)
})

test('what is proposed, agreed, disputed, adjudicated and taken back is each what it is', async () => {
  const made = project()
  const { db } = made
  for (let id = 1; id <= 30; id += 1) decide(db, id)
  // Only proposed; agreed by two; disputed; disputed and settled against the accuser; and one that was thought better of.
  for (const id of [31, 32, 33, 34]) decide(db, id, { label: 'troll' })
  decide(db, 32, { label: 'troll', coder: 'Sam' })
  decide(db, 33, { coder: 'Sam' })
  decide(db, 34, { coder: 'Sam' })
  decide(db, 34, { coder: 'Noor', role: 'adjudication', note: 'It is about the decision.' })
  decide(db, 35, { label: 'troll' })
  undoLatest(db, { coder: 'Priya', at: new Date(morning).toISOString() })
  const { overall, decisions, comments } = await reportOf(made)
  expect([comments, decisions]).toEqual([34, 37])
  expect(overall.troll).toMatchObject({ hits: 3, of: 34 })
  expect(overall.overturned).toMatchObject({ hits: 1, of: 2 })
  expect(overall['by-people']).toMatchObject({ hits: 1, of: 31 })
  expect(overall['by-model']).toMatchObject({ hits: 0, of: 31 })
})

test('an appeal that is upheld against a final label counts as overturned', async () => {
  const made = project()
  for (let id = 1; id <= 25; id += 1) {
    decide(made.db, id, { label: 'troll' })
    decide(made.db, id, { label: 'troll', coder: 'Sam' })
    if (id <= 5) decide(made.db, id, { role: 'appeal', coder: 'Noor', note: 'Angry, and right.' })
  }
  const { overall } = await reportOf(made)
  expect(overall.overturned).toMatchObject({ hits: 5, of: 25 })
  expect(overall.overturned.share?.low).toBeCloseTo(0.0886, 4)
})

test('labels given to many at once are of no run, and a coder’s own count for that coder', async () => {
  const made = project()
  for (let id = 1; id <= 40; id += 1) decide(made.db, id, { shownMs: id <= 20 ? 0 : 900 })
  for (let id = 1; id <= 40; id += 1) decide(made.db, id, { coder: 'Sam', label: 'neither', shownMs: 0 })
  const report = await reportOf(made)
  expect(groupOf(report, 'coder', 'Sam').n).toBe(40)
  expect(report.comments).toBe(40)
  // One group alone is nothing to compare.
  expect(report.dimensions.some(({ id }) => id === 'run')).toBe(false)
})

test('nothing decided has nothing to compare, and neither has a codebook that accuses nobody', async () => {
  expect(await reportOf(project())).toMatchObject({ harmful: 'troll', comments: 0, comparisons: 0 })
  const made = project()
  for (let id = 1; id <= 40; id += 1) decide(made.db, id)
  const labels = standardCodebook.labels.filter(({ id }) => id !== 'troll')
  made.db.run('update codebooks set body = ?', JSON.stringify({ ...standardCodebook, labels }))
  expect(await reportOf(made)).toMatchObject({ harmful: null, comments: 0, dimensions: [] })
})

test('what was counted is kept until somebody decides', async () => {
  const made = project()
  decide(made.db, 1)
  const service = await opened(made)
  const ask = () => service.call('bias.report', { timeZone })
  const [one, other] = await Promise.all([ask(), ask()])
  // The very same, not one that is like it.
  expect(other).toBe(one)
  await service.call('decisions.record', {
    commentId: 2,
    queueId: null,
    label: 'critic',
    suggestionShown: false,
    shownMs: 800,
    note: null,
    mode: 'code',
    passage: null,
    reason: null,
  })
  expect((await ask()).comments).toBe(2)
})

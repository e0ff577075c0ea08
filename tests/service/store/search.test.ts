/** What a search finds, in real SQLite; how orders and columns stay up to date. */
import { describe, expect, test } from 'vitest'
import { standardCodebook } from '../../../core/labels.ts'
import type { WritableDB } from '../../../electron/service/store/database.ts'
import { appendDecision } from '../../../electron/service/store/decisions.ts'
import { savePredictions } from '../../../electron/service/store/models.ts'
import { createQueueMaker } from '../../../electron/service/store/queue-maker.ts'
import { undoLatest } from '../../../electron/service/store/steps.ts'
import { addComments, at, comment, emptyProject } from '../../support/project.ts'
import { everything, pick, wishFor } from '../../support/queues.ts'

function decide(db: WritableDB, commentId: number, over: Partial<Parameters<typeof appendDecision>[1]> = {}) {
  return appendDecision(db, {
    commentId,
    label: 'critic',
    coder: 'Priya',
    decidedAt: at,
    note: null,
    codebook: standardCodebook,
    suggestionShown: false,
    shownMs: 900,
    suggestion: null,
    draw: null,
    mode: 'code',
    passage: null,
    reason: null,
    ...over,
  })
}

const shares = (troll: number) => ({ troll, critic: 0.9 - troll, neither: 0.1 })

/** Seven comments of two files; 1 to 3 are scored, 2 and 3 decided. */
function project(): WritableDB {
  const { db } = emptyProject()
  addComments(db, [
    comment(1, {
      text: 'The report on Fern ward is late',
      author: 'Wren 208',
      createdAt: '2026-09-12T18:00:00.000Z',
    }),
    comment(2, {
      text: 'Reports, reports! Nobody signed the café report',
      author: 'Wren 20',
      createdAt: '2026-08-31T23:59:59.999Z',
    }),
    comment(3, {
      text: 'Thanks for the update',
      author: 'Rook 5',
      parentId: '1',
      createdAt: '2026-09-01T00:00:00.000Z',
    }),
    comment(4, {
      text: 'ward of the Fern? See https://lowgate.example/report',
      author: null,
      createdAt: null,
    }),
    comment(5, {
      text: '我的母亲在病房 100% 😀',
      author: 'ÉMILE',
      threadId: 'bus',
      threadTitle: 'Lowgate bus changes',
    }),
  ])
  addComments(
    db,
    [comment(6, { text: 'Delay, delay', threadId: 'bus' }), comment(7, { text: '', threadId: 'bus' })],
    'Trust page.csv',
  )
  savePredictions(db, {
    modelVersion: 'starter-1',
    accusationLimit: 0.02,
    harmful: 'troll',
    ids: [1, 2, 3],
    predictions: [
      { shares: shares(0.1), band: 'critic' },
      { shares: shares(0.5), band: 'unsure' },
      { shares: shares(0.9), band: 'troll' },
    ],
  })
  decide(db, 2, { coder: 'Sam', note: 'Asks for a name.', passage: { start: 0, end: 7 } })
  decide(db, 3, { label: 'neither' })
  return db
}

describe('a search finds', () => {
  test.each([
    ['', [1, 2, 3, 4, 5, 6]],
    ['report ', [1, 2, 4]],
    ['repo', [1, 2, 4]],
    ['reports ', [2]],
    ['report ward ', [1, 4]],
    ['"fern ward"', [1]],
    ['"fern war', [1]],
    ['cafe ', [2]],
    ['report -ward ', [2]],
    ['report -war', [2]],
    ['report -ward -"café report" ', []],
    ['report -ward OR late ', [1, 2]],
    ['-ward -report ', [3, 5, 6]],
    ['thanks OR delay ', [3, 6]],
    ['-report ', [3, 5, 6]],
    ['母亲', [5]],
    ['100%', [5]],
    ['😀', [5]],
    ['_', []],
    ['author:"Wren 20"', [2]],
    ['author:"wren 20"', [2]],
    ['author:wren', [1, 2]],
    ['author:émile', [5]],
    ['-author:wren ', [3, 4, 5, 6]],
    ['thread:bus', [5, 6]],
    ['thread:"Report published"', [1, 2, 3, 4]],
    ['source:"trust page.csv"', [6]],
    ['source:csv', [1, 2, 3, 4, 5, 6]],
    ['label:critic', [2]],
    ['label:none', [1, 4, 5, 6]],
    ['label:none,neither', [1, 3, 4, 5, 6]],
    ['decided:me', [3]],
    ['decided:sam', [2]],
    ['decided:yes', [2, 3]],
    ['decided:no', [1, 4, 5, 6]],
    ['suggestion:troll', [3]],
    ['suggestion:unsure,critic', [1, 2]],
    ['score:0.4..0.6', [2]],
    ['score:>0.5', [3]],
    ['score:critic:0.8', [1]],
    ['score:critic:<0.1', [3]],
    ['-score:0..1', [4, 5, 6]],
    ['date:2026-09', [1, 3, 5, 6]],
    ['date:2026-08', [2]],
    ['date:<2026-09', [2]],
    ['date:2026-09-01..2026-09-11', [3]],
    ['has:note', [2]],
    ['has:passage', [2]],
    ['has:link', [4]],
    ['has:reply', [1]],
    ['has:parent', [3]],
    ['has:earlier', []],
    ['label:none OR has:note report ', [1, 2, 4]],
    ['autor:wren ', []],
    ['date:2026-02-30', [1, 2, 3, 4, 5, 6]],
    [`'; drop table comments; -- "`, []],
  ])('%s', (text, expected) => {
    const { ids } = pick(project(), { filter: { ...everything, text } })
    expect([...ids].toSorted((a, b) => a - b)).toEqual(expected)
  })

  test('among the undecided only, and of one import', () => {
    const db = project()
    const found = (filter: Partial<typeof everything>) => [
      ...pick(db, { filter: { ...everything, ...filter } }).ids,
    ]
    expect(found({ text: 'report ', show: 'undecided' })).toEqual([1, 4])
    expect(found({ text: 'report ', show: 'decided' })).toEqual([2])
    expect(found({ importId: 2 })).toEqual([6])
  })
})

describe('orders', () => {
  const order = (by: Parameters<typeof wishFor>[0]) => [...pick(project(), by ?? {}).ids]
  test('by time put what has none last, both ways', () => {
    expect(order({ order: 'oldest-first' })).toEqual([2, 3, 1, 5, 6, 4])
    expect(order({ order: 'newest-first' })).toEqual([6, 5, 1, 3, 2, 4])
  })

  test('by the model put what it has not looked at last', () => {
    expect(order({ order: 'troll-first' })).toEqual([3, 2, 1, 4, 5, 6])
    expect(order({ order: 'unsure-first' })).toEqual([2, 1, 3, 4, 5, 6])
  })

  test('by the model say the same where every comment can be decided and some are not scored yet', () => {
    const { db } = emptyProject()
    addComments(
      db,
      [1, 2, 3, 4].map((id) => comment(id)),
    )
    const score = (ids: readonly number[], troll: number) =>
      savePredictions(db, {
        modelVersion: 'starter-1',
        accusationLimit: 0.02,
        harmful: 'troll',
        ids,
        predictions: ids.map(() => ({ shares: shares(troll), band: 'unsure' })),
      })
    score([4], 0.5)
    score([2], 0.7)
    expect([...pick(db, { order: 'troll-first' }).ids]).toEqual([2, 4, 1, 3])
    score([1, 3], 0.6)
    expect([...pick(db, { order: 'troll-first' }).ids]).toEqual([2, 1, 3, 4])
  })

  test('leave out ids that an import which was stopped has left unused', () => {
    const db = project()
    db.execute('pragma foreign_keys = off; delete from comments where id = 5')
    expect([...pick(db, { order: 'oldest-first' }).ids]).toEqual([2, 3, 1, 6, 4])
  })

  test('that teaches holds every undecided one once, and the decided ones behind them, the oldest first', () => {
    const { ids, picks } = pick(project(), { order: 'teach' })
    expect([...ids.subarray(0, 4)].toSorted()).toEqual([1, 4, 5, 6])
    expect([...ids.subarray(4)]).toEqual([2, 3])
    expect(picks).toHaveLength(4)
  })
})

describe('what is kept between questions', () => {
  const found = (maker: ReturnType<typeof createQueueMaker>, db: WritableDB, text: string, versions = {}) => [
    ...maker.pick(db, wishFor({ filter: { ...everything, text }, ...versions })).ids,
  ]

  test('follows decisions and undos without being told', () => {
    const db = project()
    const maker = createQueueMaker()
    expect(found(maker, db, 'decided:no')).toEqual([1, 5, 6, 4])
    decide(db, 5, { label: 'troll' })
    decide(db, 2, { label: 'troll' })
    expect(found(maker, db, 'label:troll')).toEqual([2, 5])
    undoLatest(db, { coder: 'Priya', at })
    undoLatest(db, { coder: 'Priya', at })
    expect(found(maker, db, 'label:troll')).toEqual([])
    expect(found(maker, db, 'label:critic')).toEqual([2])
  })

  test('takes new comments and new scores when it is told of them', () => {
    const db = project()
    const maker = createQueueMaker()
    expect(found(maker, db, 'suggestion:troll')).toEqual([3])
    expect(found(maker, db, '母亲')).toEqual([5])
    addComments(db, [comment(8, { text: '母亲', author: 'Teal 77' })], 'later.csv')
    savePredictions(db, {
      modelVersion: 'starter-2',
      accusationLimit: 0.02,
      harmful: 'troll',
      ids: [1],
      predictions: [{ shares: shares(0.8), band: 'troll' }],
    })
    const told = { comments: 1, scores: 1 }
    expect(found(maker, db, 'suggestion:troll', told)).toEqual([3, 1])
    expect(found(maker, db, '母亲', told)).toEqual([5, 8])
    expect(found(maker, db, 'author:teal', told)).toEqual([8])
  })

  test('authors that were read ahead are found as others are', () => {
    const db = project()
    const maker = createQueueMaker()
    expect(maker.readAhead(db)).toBe(false)
    found(maker, db, '')
    expect([maker.readAhead(db), maker.readAhead(db)]).toEqual([true, false])
    expect(found(maker, db, 'author:wren')).toEqual([2, 1])
  })

  test('what is typed on is looked for among what had its beginning', () => {
    const db = project()
    const maker = createQueueMaker()
    expect(found(maker, db, '母')).toEqual([5])
    expect(found(maker, db, '母亲')).toEqual([5])
    expect(found(maker, db, '母亲们')).toEqual([])
    expect(found(maker, db, '病')).toEqual([5])
  })
})

/** Merging is a union: which copy begins, in which order and how often, makes no difference. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meetCoder } from '../../../electron/service/store/coders.ts'
import type { WritableDB } from '../../../electron/service/store/database.ts'
import { appendDecision } from '../../../electron/service/store/decisions.ts'
import { appendEvent } from '../../../electron/service/store/events.ts'
import { appendMany } from '../../../electron/service/store/many.ts'
import { brokenLink } from '../../../electron/service/store/record-check.ts'
import { restand, wronglyStanding } from '../../../electron/service/store/standing.ts'
import { redoLatest, undoLatest } from '../../../electron/service/store/steps.ts'
import { copyOf, knownIn, merge, written } from '../../support/merging.ts'
import { addComments, at, comment, emptyProject } from '../../support/project.ts'

const coders = ['Ama', 'Ben', 'Cleo'] as const
const comments = 4
const codebook = { id: 'troll-or-critic', version: 2 }

type Act =
  | {
      readonly do: 'decide'
      readonly on: number
      readonly label: string
      readonly role: 'adjudication' | null
    }
  | {
      readonly do: 'undo' | 'redo' | 'expire' | 'many' | 'import'
      readonly on: number
      readonly label: string
    }
type By = { readonly coder: (typeof coders)[number]; readonly act: Act }

const labels = fc.constantFrom('troll', 'critic', 'neither', 'unsure')
const on = fc.integer({ min: 1, max: comments })
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('decide' as const), on, label: labels, role: fc.constant(null) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      on,
      label: labels,
      role: fc.constant('adjudication' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'undo' as const,
        'redo' as const,
        'expire' as const,
        'many' as const,
        'import' as const,
      ),
      on,
      label: labels,
    }),
  },
)
const history = fc.array(fc.record({ coder: fc.constantFrom(...coders), act }), { maxLength: 8 })

function play(db: WritableDB, place: string, acts: readonly By[]): void {
  acts.forEach(({ coder, act }, n) => {
    // Two machines: the same moment may come twice, the same sitting does not.
    const by = { coder, at: new Date(Date.parse(at) + n * 1000).toISOString(), sitting: place }
    switch (act.do) {
      case 'decide':
        appendDecision(db, { ...decision(act.on, act.label, by), role: act.role })
        break
      case 'undo':
        undoLatest(db, by)
        break
      case 'redo':
        redoLatest(db, by)
        break
      case 'expire':
        db.transaction(() => {
          appendEvent(db, { kind: 'expiry', coder, at: by.at, commentId: act.on, body: {} })
          restand(db, act.on)
        })
        break
      case 'many':
        appendMany(db, [1, act.on].slice(act.on === 1 ? 1 : 0), {
          ...{ label: 'neither', coder, decidedAt: by.at, note: null, codebook },
          ...{ suggestionShown: false, mode: 'code', sitting: place },
        })
        break
      case 'import':
        addComments(
          db,
          [comment(100 + act.on), comment(200 + n, { parentId: String(act.on) })],
          `${place}-${n}.csv`,
        )
        break
    }
  })
}

const decision = (commentId: number, label: string, by: { coder: string; at: string; sitting: string }) => ({
  ...{ commentId, label, coder: by.coder, decidedAt: by.at, note: null, codebook },
  ...{ suggestionShown: false, shownMs: 900, suggestion: null, draw: null, mode: 'code' as const },
  ...{ passage: { start: 0, end: 3 }, reason: 'threat', isIndependent: true, sitting: by.sitting },
})

/** Three copies of one project, each gone its own way. */
function parted(common: readonly By[], ways: readonly (readonly By[])[]): readonly string[] {
  const project = emptyProject()
  addComments(
    project.db,
    Array.from({ length: comments }, (_, n) => comment(n + 1)),
  )
  for (const name of coders) project.db.transaction(() => meetCoder(project.db, { name, at }))
  play(project.db, 'common', common)
  project.db.execute('pragma wal_checkpoint(truncate)')
  return ways.map((acts, n) => {
    const copy = copyOf(project.path, `copy-${n}`)
    written(copy, (db) => play(db, `place-${n}`, acts))
    return copy
  })
}

const known = (file: string) =>
  written(file, (db) => {
    expect(brokenLink(db)).toBeNull()
    expect(wronglyStanding(db)).toEqual([])
    expect(db.all('pragma foreign_key_check')).toEqual([])
    return knownIn(db)
  })

const fresh = (file: string | undefined, name: string) => copyOf(file ?? '', name)

test('merging is commutative, associative and idempotent, whatever three coders did', () => {
  fc.assert(
    fc.property(history, history, history, history, (common, one, two, three) => {
      const [a, b, c] = parted(common, [one, two, three])
      const ab = fresh(a, 'ab')
      merge(ab, b ?? '')
      const ba = fresh(b, 'ba')
      merge(ba, a ?? '')
      expect(known(ab)).toEqual(known(ba))

      const abThenC = fresh(ab, 'ab-c')
      merge(abThenC, c ?? '')
      const bc = fresh(b, 'bc')
      merge(bc, c ?? '')
      const aThenBc = fresh(a, 'a-bc')
      merge(aThenBc, bc)
      expect(known(aThenBc)).toEqual(known(abThenC))

      const before = known(abThenC)
      for (const again of [a, b, c, bc]) {
        const report = merge(abThenC, again ?? '')
        expect([report.decisions.new, report.undos.new]).toEqual([0, 0])
      }
      expect(known(abThenC)).toEqual(before)
    }),
    { numRuns: 12 },
  )
})

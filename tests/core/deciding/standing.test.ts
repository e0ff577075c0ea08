import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Given, type StandingRules, standingOf } from '../../../core/deciding/standing.ts'

const rules: StandingRules = {
  twoPerson: new Set(['troll']),
  needGrounds: new Set(['troll']),
  unsure: 'unsure',
}

/** One coder's own blind judgement with grounds, in a sitting of its own, unless said otherwise. */
function given(clock: number, coder: string, label: string, over: Partial<Given> = {}): Given {
  return {
    id: clock,
    clock,
    uid: `uid-${clock}`,
    label,
    coder,
    role: null,
    isTakenBack: false,
    inBatch: false,
    hasGrounds: true,
    isIndependent: true,
    sawSuggestion: false,
    sitting: `${coder}'s`,
    words: null,
    ...over,
  }
}

const short = (decisions: readonly Given[], expiries?: Parameters<typeof standingOf>[2]) => {
  const standing = standingOf(decisions, rules, expiries)
  if (standing === null) return null
  const { label, status, isOneSitting, isSplit } = standing
  return `${label} ${status}${isOneSitting ? ' flagged' : ''}${isSplit ? ' split' : ''}`
}

const priya = given(1, 'Priya', 'troll')

describe('what stands', () => {
  test.each<[string, readonly Given[], string | null]>([
    ['nothing', [], null],
    ['one critic', [given(1, 'Priya', 'critic')], 'critic final'],
    [
      'the later of two that need nothing',
      [given(1, 'Priya', 'critic'), given(2, 'Sam', 'neither')],
      'neither final',
    ],
    ['one troll', [priya], 'troll proposed'],
    ['the same person twice', [priya, given(2, 'Priya', 'troll')], 'troll proposed'],
    ['the same person, spelt otherwise', [priya, given(2, ' priya', 'troll')], 'troll proposed'],
    ['a second, blind person', [priya, given(2, 'Sam', 'troll')], 'troll final'],
    [
      'a second person who saw the first',
      [priya, given(2, 'Sam', 'troll', { isIndependent: false })],
      'troll proposed',
    ],
    [
      'a second person without grounds',
      [priya, given(2, 'Sam', 'troll', { hasGrounds: false })],
      'troll proposed',
    ],
    ['a second person in bulk', [priya, given(2, 'Sam', 'troll', { inBatch: true })], 'troll proposed'],
    [
      'a second person who saw the suggestion, where the first did not',
      [priya, given(2, 'Sam', 'troll', { sawSuggestion: true })],
      'troll final',
    ],
    [
      'two who both saw the suggestion',
      [
        given(1, 'Priya', 'troll', { sawSuggestion: true }),
        given(2, 'Sam', 'troll', { sawSuggestion: true }),
      ],
      'troll proposed',
    ],
    [
      'labels that files brought',
      ['A', 'B', 'C'].map((name, at) =>
        given(at, name, 'troll', { isIndependent: false, hasGrounds: false }),
      ),
      'troll proposed',
    ],
    ['somebody who is not sure', [priya, given(2, 'Sam', 'unsure')], 'troll proposed'],
    ['somebody who disagrees', [priya, given(2, 'Sam', 'critic')], 'troll disputed'],
    [
      'somebody who disagreed before',
      [given(1, 'Sam', 'neither'), given(2, 'Priya', 'troll')],
      'troll disputed',
    ],
    [
      'two who agree and a third who does not',
      [priya, given(2, 'Sam', 'troll'), given(3, 'Ellis', 'critic')],
      'troll disputed',
    ],
    [
      'a mind that was changed',
      [priya, given(2, 'Sam', 'critic'), given(3, 'Priya', 'critic')],
      'critic final',
    ],
    [
      'a proposal that was taken back',
      [given(1, 'Priya', 'troll', { isTakenBack: true }), given(2, 'Sam', 'troll')],
      'troll proposed',
    ],
    [
      'two who agree in one sitting',
      [given(1, 'Priya', 'troll', { sitting: 's' }), given(2, 'Sam', 'troll', { sitting: 's' })],
      'troll final flagged',
    ],
  ])('after %s', (_what, decisions, expected) => {
    expect(short(decisions)).toBe(expected)
  })

  const older = { words: 'older' }
  test.each<[string, readonly Given[], string, number]>([
    [
      'a second person, who read newer words',
      [given(1, 'Priya', 'troll', older), given(2, 'Sam', 'troll')],
      'troll proposed split',
      2,
    ],
    [
      'the first, who gave it again for the newer words',
      [given(1, 'Priya', 'troll', older), given(2, 'Sam', 'troll'), given(3, 'Priya', 'troll')],
      'troll final',
      2,
    ],
    [
      'two about older words and a third about newer ones',
      [given(1, 'Priya', 'troll', older), given(2, 'Sam', 'troll', older), given(3, 'Jo', 'troll')],
      'troll final',
      1,
    ],
    [
      'somebody who finds newer words no troll’s',
      [given(1, 'Priya', 'troll', older), given(2, 'Sam', 'critic')],
      'troll disputed',
      1,
    ],
  ])('after %s', (_what, decisions, expected, decisionId) => {
    expect(short(decisions)).toBe(expected)
    expect(standingOf(decisions, rules)?.decisionId).toBe(decisionId)
  })

  const dispute = [priya, given(2, 'Sam', 'critic')]
  test.each<[string, readonly Given[], string | null]>([
    ['a third person', [...dispute, given(3, 'Ellis', 'troll', { role: 'adjudication' })], 'troll final'],
    ['one of the two', [...dispute, given(3, 'Sam', 'troll', { role: 'adjudication' })], 'troll disputed'],
    [
      'one of the two, spelt otherwise',
      [...dispute, given(3, 'SAM', 'troll', { role: 'adjudication' })],
      'troll disputed',
    ],
    [
      'one of the two, after taking their own back',
      [
        priya,
        given(2, 'Sam', 'critic', { isTakenBack: true }),
        given(3, 'Ellis', 'critic'),
        given(4, 'Sam', 'troll', { role: 'adjudication' }),
      ],
      'troll disputed',
    ],
    [
      'somebody where there is no dispute',
      [priya, given(3, 'Ellis', 'troll', { role: 'adjudication' })],
      'troll proposed',
    ],
    [
      'a third person, taken back',
      [...dispute, given(3, 'Ellis', 'troll', { role: 'adjudication', isTakenBack: true })],
      'troll disputed',
    ],
    [
      'an answer to an appeal',
      [
        ...dispute,
        given(3, 'Ellis', 'troll', { role: 'adjudication' }),
        given(4, 'Jo', 'critic', { role: 'appeal' }),
      ],
      'critic final',
    ],
    [
      'an answer by who adjudicated',
      [
        ...dispute,
        given(3, 'Ellis', 'troll', { role: 'adjudication' }),
        given(4, 'Ellis', 'critic', { role: 'appeal' }),
      ],
      'troll disputed',
    ],
    [
      'somebody in the same sitting as one of the two',
      [...dispute, given(3, 'Ellis', 'troll', { role: 'adjudication', sitting: "Sam's" })],
      'troll final flagged',
    ],
  ])('settled by %s', (_what, decisions, expected) => {
    expect(short(decisions)).toBe(expected)
  })

  test('what ran out counts no more, and what is decided after it does', () => {
    const both = [priya, given(2, 'Sam', 'troll')]
    const expiry = { clock: 3, uid: 'x' }
    expect(short(both, [expiry])).toBeNull()
    expect(short([...both, given(4, 'Sam', 'critic')], [expiry])).toBe('critic final')
  })

  test('does not depend on the order in which decisions came here', () => {
    const one = fc.record({
      clock: fc.integer({ min: 1, max: 6 }),
      coder: fc.constantFrom('Priya', 'Sam', 'Ellis', 'Jo'),
      label: fc.constantFrom('troll', 'critic', 'unsure'),
      role: fc.constantFrom(null, null, 'adjudication' as const, 'appeal' as const),
      isTakenBack: fc.boolean(),
      isIndependent: fc.boolean(),
      words: fc.constantFrom('older', null),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (made, random) => {
        const decisions = made.map(({ clock, coder, label, ...over }, at) =>
          given(clock, coder, label, { ...over, id: at, uid: `uid-${at}` }),
        )
        const shuffled = decisions
          .map((decision) => ({ decision, key: random.next().value }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ decision }) => decision)
        expect(standingOf(shuffled, rules)).toEqual(standingOf(decisions, rules))
      }),
    )
  })
})

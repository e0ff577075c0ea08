/** The bias report: it finds what was planted, and nothing where nothing was. */
import { describe, expect, test } from 'vitest'
import { noBias } from '../../../core/bias/none.ts'
import { biasOf, fewestToSay } from '../../../core/bias/report.ts'
import { countRuns } from '../../../core/bias/runs.ts'
import { capitalsGroup, languageGroup, lengthGroup, scriptGroup } from '../../../core/bias/text-groups.ts'
import { chooseTopics, findTopics } from '../../../core/bias/topics.ts'
import { wilson } from '../../../core/evaluation/intervals.ts'
import { decided, facts, flagged, groupOf, invent, labelled, opinion } from './invent.ts'

const isLoud = ({ text }: { readonly text: string }) => text === text.toUpperCase()

describe('where nothing was planted', () => {
  test('nothing stands out, though some of so many differences leave 0 out by chance', () => {
    const report = biasOf(invent(4000), facts)
    expect(flagged(report, 'clear')).toEqual([])
    expect(report.comparisons).toBeGreaterThan(60)
    expect(flagged(report, 'perhaps').length).toBeLessThan(report.comparisons * 0.12)
    expect(report).toMatchObject({ comments: 4000, decisions: 4000, harmful: 'troll', fewest: fewestToSay })
  })
})

describe('what was planted', () => {
  test('in capitals is found there, with its rate, its difference and their intervals', () => {
    const report = biasOf(
      invent(3000, (one, chance) => (isLoud(one) && chance < 0.4 ? labelled(one, 'troll') : one)),
      facts,
    )
    const loud = groupOf(report, 'capitals', 'most').rates.troll
    expect(loud.share).toMatchObject(wilson(loud.hits, loud.of))
    expect(loud.hits / loud.of).toBeGreaterThan(0.45)
    expect(loud.comparison?.stands).toBe('clear')
    expect(loud.comparison?.low).toBeGreaterThan(0.2)
    expect(groupOf(report, 'capitals', 'few').rates.troll.comparison?.difference).toBeCloseTo(
      -(loud.comparison?.difference ?? 0),
      12,
    )
    const troll = flagged(report, 'clear').filter((one) => one.endsWith(' troll'))
    expect(troll).toEqual(['capitals few troll', 'capitals most troll'])
  })

  test('in one coder who accuses more is found in that coder, not in the comments', () => {
    const report = biasOf(
      invent(3000, (one, chance) =>
        one.opinions[0]?.coder === 'Sam' && chance < 0.3
          ? { ...one, opinions: one.opinions.map((each) => ({ ...each, label: 'troll' })) }
          : one,
      ),
      facts,
    )
    expect(groupOf(report, 'coder', 'Sam').rates.troll.comparison?.low).toBeGreaterThan(0.15)
    expect(groupOf(report, 'coder', 'Sam').search).toBe('coder:"Sam"')
    // What they say of comments that are settled as no trolls are mistakes.
    expect(groupOf(report, 'coder', 'Sam').rates['by-people'].comparison?.stands).toBe('clear')
    expect(groupOf(report, 'source', 'a.csv').rates.troll.comparison?.stands).toBe('none')
  })

  test('in a model that takes a thread for trolls is found as the model’s mistake', () => {
    const report = biasOf(
      invent(2000, (one, chance) =>
        one.thread === 2 && chance < 0.3
          ? { ...one, opinions: one.opinions.map((each) => ({ ...each, suggested: 'troll' })) }
          : one,
      ),
      facts,
    )
    const group = groupOf(report, 'thread', '2')
    expect(group).toMatchObject({ name: 'Fern ward', search: 'thread:"Fern ward"' })
    expect(group.rates['by-model'].comparison?.stands).toBe('clear')
    expect(group.rates['by-people'].hits).toBe(0)
  })

  test('after a long run is found, and regular authors who are overturned more often', () => {
    const report = biasOf(
      invent(4000, (one, chance) => {
        const isLate = one.opinions[0]?.run === 'late'
        if (isLate && chance < 0.3) return labelled(one, 'troll')
        if (one.label === 'troll' && one.byAuthor === 9 && chance < 0.6)
          return { ...one, label: 'critic', isFinal: true, isOverturned: true }
        return one
      }),
      facts,
    )
    expect(groupOf(report, 'run', 'late').rates.troll.comparison?.stands).toBe('clear')
    expect(groupOf(report, 'author', 'regular').rates.overturned.comparison?.stands).toBe('clear')
  })
})

describe('what is counted', () => {
  const rates = (...comments: Parameters<typeof biasOf>[0][]) =>
    biasOf(
      comments.flatMap((some) => [...some]),
      facts,
    ).overall

  test('overturned is of accusations that are settled', () => {
    const accused = [opinion({ label: 'troll' })]
    const { overturned, troll } = rates([
      decided({ label: 'troll' }),
      decided({ label: 'troll', isFinal: false }),
      decided({ label: 'critic', isOverturned: true, opinions: accused }),
      decided(),
    ])
    expect(overturned).toMatchObject({ hits: 1, of: 2 })
    expect(troll).toMatchObject({ hits: 2, of: 4 })
  })

  test('mistakes are of settled comments that are no trolls, decided blind or drawn at random', () => {
    const both = [opinion({ label: 'troll', suggested: null }), opinion({ coder: 'Sam', suggested: 'troll' })]
    const seen = [opinion({ isBlind: false, suggested: 'troll', label: 'troll' })]
    const { 'by-model': byModel, 'by-people': byPeople } = rates([
      decided({ opinions: both }),
      decided({ opinions: seen }),
      decided({ opinions: seen.map((one) => ({ ...one, isRandom: true })) }),
      decided({ isFinal: false, opinions: both }),
      decided({ label: 'unsure' }),
      decided({ label: 'troll' }),
      decided({ opinions: [] }),
    ])
    expect(byModel).toMatchObject({ hits: 2, of: 2 })
    expect(byPeople).toMatchObject({ hits: 2, of: 2 })
  })

  test('each opinion counts for its own coder, and the comment once', () => {
    const comments = Array.from({ length: 30 }, () =>
      decided({ opinions: [opinion({ label: 'troll' }), opinion({ coder: 'Sam' })] }),
    )
    const report = biasOf(comments, facts)
    expect(report).toMatchObject({ comments: 30, decisions: 60 })
    expect(groupOf(report, 'coder', 'Priya').rates.troll).toMatchObject({ hits: 30, of: 30 })
    expect(groupOf(report, 'coder', 'Sam').rates.troll).toMatchObject({ hits: 0, of: 30 })
  })
})

describe('too few', () => {
  test('are counted and get neither a rate nor a difference', () => {
    const some = (n: number, thread: number) => Array.from({ length: n }, () => decided({ thread }))
    const report = biasOf([...some(19, 1), ...some(20, 2)], facts)
    expect(groupOf(report, 'thread', '1').rates.troll).toEqual({
      hits: 0,
      of: 19,
      share: null,
      comparison: null,
    })
    expect(groupOf(report, 'thread', '2').rates.troll.share).toMatchObject({ hits: 0, of: 20, low: 0 })
    // The others are too few to be compared with.
    expect(groupOf(report, 'thread', '2').rates.troll.comparison).toBeNull()
  })

  test('a dimension with one group has nothing to compare, and is not there', () => {
    const report = biasOf([decided(), decided()], facts)
    expect(report.dimensions).toEqual([])
    expect(biasOf([], facts)).toMatchObject({ comments: 0, groups: 0, comparisons: 0 })
    expect(noBias.harmful).toBeNull()
  })

  test('groups beyond the twenty largest are counted with the others', () => {
    const report = biasOf(
      Array.from({ length: 500 }, (_, at) => decided({ source: `${String(at % 25)}.csv`, thread: null })),
      { ...facts, threadCount: 300 },
    )
    const sources = report.dimensions.find(({ id }) => id === 'source')
    expect(sources?.groups).toHaveLength(20)
    expect(sources?.left).toBe(5)
    expect(sources?.all.troll.of).toBe(500)
  })

  test('words that hardly any comment has are not listed one by one', () => {
    const topics = Array.from({ length: 12 }, (_, at) => ({ word: `word${at}`, forms: [`word${at}`] }))
    const comments = Array.from({ length: 60 }, (_, at) =>
      decided({ text: at < 25 ? `word0 and word${1 + (at % 11)}` : `only word${1 + (at % 11)}` }),
    )
    const topic = biasOf(comments, { ...facts, topics }).dimensions.find(({ id }) => id === 'topic')
    expect(topic?.groups.map(({ n }) => n >= fewestToSay)).toEqual([true, false, false, false, false])
    expect(topic?.left).toBe(7)
  })

  test('two groups are one comparison', () => {
    const report = biasOf(invent(400), { ...facts, topics: [] })
    const sources = report.dimensions.find(({ id }) => id === 'source')?.groups ?? []
    expect(sources.map(({ rates }) => rates.troll.comparison?.p)).toEqual([
      sources[1]?.rates.troll.comparison?.p,
      sources[0]?.rates.troll.comparison?.p,
    ])
    const differences = report.dimensions.flatMap(({ groups }) =>
      groups.flatMap(({ rates }) => Object.values(rates).filter(({ comparison }) => comparison !== null)),
    )
    expect(report.comparisons).toBeLessThan(differences.length)
  })
})

describe('the groups of a text', () => {
  test('are its length, its capitals, its letters and its language', () => {
    expect(['', 'x'.repeat(39), 'x'.repeat(40), 'x'.repeat(5000)].map(lengthGroup)).toEqual([
      '0',
      '0',
      '40',
      '1000',
    ])
    expect(capitalsGroup('WHO SIGNED THIS OFF')).toBe('most')
    expect(capitalsGroup('Who SIGNED this OFF')).toBe('some')
    expect(capitalsGroup('КТО ЭТО ПОДПИСАЛ')).toBe('most')
    expect(capitalsGroup('NHS?')).toBeNull()
    // Letters that have no capitals say nothing.
    expect(capitalsGroup('この病棟はいつ再開しますか')).toBeNull()
    expect([scriptGroup('Fern ward'), scriptGroup('Палата'), scriptGroup('?! 🙄')]).toEqual([
      'latin',
      'other',
      null,
    ])
    expect(['pt-BR', 'EN_gb', 'und', 'nonsense', null].map(languageGroup)).toEqual([
      'pt',
      'en',
      null,
      null,
      null,
    ])
  })

  test('are the words that are commonest in all of them, with their forms', () => {
    const topics = chooseTopics([
      'The wards are full, and the report says so',
      'One ward, one report',
      'No ward at Lowgate',
      'Ward staff were told',
    ])
    expect(topics[0]).toEqual({ word: 'ward', forms: ['ward', 'wards'] })
    const find = findTopics(topics)
    expect(find('Which WARDS, and which reports?').topics).toContain('ward')
    expect(find('nothing of it')).toEqual({ topics: [], namesGroup: false })
    expect(find('My Irish neighbour').namesGroup).toBe(true)
  })
})

test('a run of decisions ends with a break of more than half an hour, for each coder alone', () => {
  const placeOf = countRuns()
  const at = (minutes: number) => new Date(Date.UTC(2026, 8, 14, 9) + minutes * 60_000).toISOString()
  const places = Array.from({ length: 151 }, (_, n) => placeOf('Priya', at(n)))
  expect([places[0], places[49], places[50], places[149], places[150]]).toEqual([
    'first',
    'first',
    'between',
    'between',
    'late',
  ])
  expect(placeOf('Sam', at(151))).toBe('first')
  expect(placeOf('Priya', at(180))).toBe('late')
  expect(placeOf('Priya', at(211))).toBe('first')
  // A clock that was set back.
  expect(placeOf('Priya', at(-600))).toBe('first')
})

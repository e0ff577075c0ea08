import { expect, test } from 'vitest'
import { standardCodebook } from '../../core/labels.ts'
import { parseQuery } from '../../core/queue/query.ts'
import { hintWords } from '../../renderer/src/copy/en-search.ts'
import { queryTitle } from '../../renderer/src/copy/query-title.ts'

const { labels } = standardCodebook
const read = (typed: string) => parseQuery(typed, { codebook: standardCodebook, today: '2026-09-14' })

test.each([
  ['', 'all', 'oldest-first', 'Comments, oldest first'],
  [
    'report author:"Wren 208" ',
    'undecided',
    'unsure-first',
    'Undecided comments with “report” by Wren 208, not sure first',
  ],
  ['repo', 'decided', 'random', 'Decided comments with “repo…”, in random order'],
  [
    'delay OR late -thanks ',
    'all',
    'newest-first',
    'Comments with “delay” or with “late” without “thanks”, newest first',
  ],
  ['label:none,critic', 'all', 'teach', 'Comments that nobody has decided or marked critic, a useful mix'],
  [
    '-label:troll decided:me',
    'all',
    'troll-first',
    'Comments not marked troll decided by you, likely trolls first',
  ],
  [
    'label:critic measured:troll',
    'all',
    'oldest-first',
    'Comments marked critic taken for troll when the model was measured, oldest first',
  ],
  ['-measured:yes', 'all', 'oldest-first', 'Comments the model was not measured on, oldest first'],
  ['suggestion:unsure', 'all', 'oldest-first', 'Comments taken for not sure by the model, oldest first'],
  ['score:0.4..0.6', 'all', 'oldest-first', 'Comments with a troll score from 0.4 to 0.6, oldest first'],
  ['score:critic:>0.9', 'all', 'oldest-first', 'Comments with a critic score above 0.9, oldest first'],
  ['date:2026-09', 'all', 'oldest-first', 'Comments written in September 2026, oldest first'],
  ['date:2026', 'all', 'oldest-first', 'Comments written in 2026, oldest first'],
  ['date:today', 'all', 'oldest-first', 'Comments written on 14 September 2026, oldest first'],
  [
    'date:2026-09-01..2026-09-12',
    'all',
    'oldest-first',
    'Comments written from 1 September 2026 to 12 September 2026, oldest first',
  ],
  ['has:note -has:link', 'all', 'oldest-first', 'Comments with a note without a link, oldest first'],
  ['author:"أحمد"', 'all', 'oldest-first', 'Comments by \u2068أحمد\u2069, oldest first'],
] as const)('%s, %s, %s', (typed, show, order, title) => {
  expect(queryTitle({ query: read(typed), show, order, labels })).toBe(title)
})

test.each([
  ['autor:wren', 'There is no “autor:”.'],
  ['author:', 'Write something after author:, for example author:"Wren 208"'],
  ['"fern ward', 'A quote is not closed. Everything after it counts as the phrase.'],
  ['label:trol', 'No label is called “trol”.'],
  ['date:2026-02-30', 'There is no 2026-02-30 in the calendar.'],
  ['date:soon', '“soon” is no date. Write 2026, 2026-09, 2026-09-12 or today.'],
  ['score:0.6..0.4', '“0.6..0.4” ends before it begins. Put the smaller one first.'],
  ['score:40', '“40” is no score. Scores go from 0 to 1: 0.4..0.6 or >0.9.'],
  ['OR x ', 'OR stands between two words: delay OR late'],
  ['gp', '“gp” is looked for as a whole word. Type on, or write gp*'],
])('%s is answered with what to do', (typed, words) => {
  expect(read(typed).hints.map(hintWords)).toEqual([words])
})

import { expect, test } from 'vitest'
import { appealOutcome } from '../../../core/deciding/appeal-outcome.ts'

test.each([
  ['is open while its label is on the comment', null, 'troll', 'open'],
  ['is about a label that is gone when nothing is on the comment', null, null, 'gone'],
  ['is about a label that is gone when another one took its place', null, 'critic', 'gone'],
  ['stays upheld when the label ends later', 'upheld', null, 'upheld'],
  ['stays overturned when the label is given anew', 'overturned', 'troll', 'overturned'],
] as const)('an appeal %s', (_, answer, standing, outcome) => {
  expect(appealOutcome({ answer, label: 'troll', standing })).toBe(outcome)
})

import { describe, expect, test } from 'vitest'
import { isSentence, missingGrounds } from '../../../core/deciding/grounds.ts'
import { standardCodebook } from '../../../core/labels.ts'

const label = (id: string) => {
  const found = standardCodebook.labels.find((one) => one.id === id)
  if (!found) throw new Error(`There is no label ${id}.`)
  return found
}
const passage = { start: 0, end: 4 }

describe('what a label is given for', () => {
  test.each([
    ['troll', { reason: null, passage: null, note: null }, ['reason', 'passage']],
    ['troll', { reason: 'threat', passage: null, note: null }, ['passage']],
    ['troll', { reason: 'threat', passage, note: null }, []],
    ['troll', { reason: 'abuse', passage, note: null }, ['sentence']],
    ['troll', { reason: 'abuse', passage, note: 'Mocks her grief.' }, []],
    ['troll', { reason: 'no such rule', passage, note: 'Mocks her grief.' }, ['reason']],
    ['critic', { reason: null, passage: null, note: null }, []],
    ['unsure', { reason: null, passage: null, note: null }, []],
  ])('%s with %j lacks %j', (id, given, missing) => {
    expect(missingGrounds(label(id), given)).toEqual(missing)
  })

  test.each([
    ['tone', false],
    ['rude tone', false],
    ['! ! ! ? ?', false],
    ['', false],
    ['Mocks a nurse', true],
    ['그는 간호사를 위협한다', true],
    ['他在威胁一名病房护士', true],
    ['态度差', false],
  ])('“%s” is a sentence: %j', (note, is) => {
    expect(isSentence(note)).toBe(is)
  })
})

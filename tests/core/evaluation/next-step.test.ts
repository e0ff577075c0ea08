import { expect, test } from 'vitest'
import { type Facts, nextStep } from '../../../core/evaluation/next-step.ts'

const suspect = { commentId: 1, excerpt: '', label: 'critic', likely: 'troll', probability: 0.97 }
const facts = (changed: Partial<Facts>): Facts => ({
  learned: { troll: 20, critic: 30, neither: 10 },
  threshold: { from: 'project', nonTrolls: 60, needed: 49 },
  suspects: [],
  ...changed,
})

test('asks for a first lesson while the starter is in use', () => {
  const learned = { troll: 0, critic: 0, neither: 0 }
  expect(nextStep(facts({ learned, suspects: [suspect] }))).toEqual({
    kind: 'first-lesson',
    missing: ['troll', 'critic', 'neither'],
  })
})

test('two labels are enough for a model', () => {
  const learned = { troll: 3, critic: 30, neither: 0 }
  expect(nextStep(facts({ learned })).kind).toBe('nothing')
  expect(nextStep(facts({ learned: { critic: 30 } }))).toEqual({
    kind: 'first-lesson',
    missing: ['troll', 'neither'],
  })
})

test('then for as many decisions at random as keep the limit', () => {
  const threshold = { from: 'shipped', nonTrolls: 8, needed: 49 } as const
  expect(nextStep(facts({ threshold, suspects: [suspect] }))).toEqual({
    kind: 'draw-more',
    count: 41,
    nonTrolls: 8,
    needed: 49,
  })
})

test('then for another look at what may be mistakes', () => {
  expect(nextStep(facts({ suspects: [suspect, suspect] }))).toEqual({ kind: 'look-again', count: 2 })
})

test('and has nothing to ask for when all is well', () => {
  expect(nextStep(facts({}))).toEqual({ kind: 'nothing' })
})

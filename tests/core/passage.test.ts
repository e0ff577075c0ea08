import { expect, test } from 'vitest'
import { beginChoice, chosenSpan, moveChoice, type WordStep } from '../../core/passage.ts'
import { wordSpans } from '../../core/text/letters.ts'

const text = 'Nobody called you an idiot.'
const words = wordSpans(text)

/** "right", "+right": with Shift. */
function walk(...steps: readonly string[]): string | null {
  let choice = beginChoice(words, null)
  if (choice === null) return null
  for (const step of steps) {
    // Safe: the steps below are these.
    choice = moveChoice(choice, step.replace('+', '') as WordStep, { words, extend: step.startsWith('+') })
  }
  const span = chosenSpan(choice, words)
  return span && text.slice(span.start, span.end)
}

test.each([
  [[], 'Nobody'],
  [['left'], 'Nobody'],
  [['right', '+right', '+right'], 'called you an'],
  [['right', 'right', '+left'], 'called you'],
  [['end', '+start'], text],
  [['+right', 'right'], 'you'],
  [['end', '+right'], 'idiot.'],
])('%j chooses %j', (steps, chosen) => {
  expect(walk(...steps)).toBe(chosen)
})

test('begins at the passage there is', () => {
  const choice = beginChoice(words, { start: 7, end: 17 })
  expect(choice).toEqual({ anchor: 1, head: 2 })
})

test('a text without words has nothing to choose', () => {
  expect(beginChoice([], null)).toBeNull()
})

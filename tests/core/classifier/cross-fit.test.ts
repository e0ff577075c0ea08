import { expect, test } from 'vitest'
import type { Taught } from '../../../core/classifier/classifier.ts'
import { fitAndScore, foldCount, foldOf } from '../../../core/classifier/cross-fit.ts'
import { type Lesson, readLesson } from '../../../core/classifier/lesson.ts'
import { fitLesson, logitsOfRow } from '../../../core/classifier/residual.ts'
import { createTextReader } from '../../../core/classifier/text-reader.ts'
import { createRandom, shuffle } from '../../../core/random.ts'
import { Vectorizer } from '../../../core/text/features.ts'
import { scheme } from './starter.ts'
import { inventDecisions } from './teaching.ts'

const decisions = inventDecisions(120)
const lessonOf = (rows: Parameters<typeof readLesson>[1]) =>
  readLesson(scheme, rows, createTextReader(scheme.base, new Vectorizer()))

const scoresOf = (lesson: Lesson) => fitAndScore(lesson).outOfFold
/** By a fit on these rows. */
function judged(lesson: Lesson, rows: readonly number[], row: number) {
  const [fit] = fitLesson(lesson, [{ rows }])
  return fit && logitsOfRow(fit, row)
}

test('cuts texts into five parts of about the same size', () => {
  const sizes = Map.groupBy(inventDecisions(2000), ({ text }) => foldOf(text))
  expect([...sizes.keys()].toSorted()).toEqual(Array.from({ length: foldCount }, (_, fold) => fold))
  for (const fold of sizes.values()) expect(fold.length).toBeGreaterThan(300)
})

test('keeps copies of a comment in one part, whatever their spaces and capitals', () => {
  expect(foldOf('  Hello\n THERE ')).toBe(foldOf('hello there'))
  expect(foldOf('\ud800')).toBeLessThan(foldCount)
  expect(foldOf('')).toBeLessThan(foldCount)
})

test('scores each decision by a fit on the other parts, to the bit', () => {
  const lesson = lessonOf(decisions)
  const scored = scoresOf(lesson)
  expect(scored.map(({ row }) => row)).toEqual(lesson.decisions.map((_, row) => row))
  const row = 17
  const fold = foldOf(lesson.decisions[row]?.text ?? '')
  const others = lesson.decisions.flatMap(({ text }, at) => (foldOf(text) === fold ? [] : [at]))
  expect(scored[row]?.logits).toEqual(judged(lesson, others, row))
})

test('lets those that may not measure teach every judge, but for copies of what it scores', () => {
  const [first, second] = decisions
  const some = decisions.map((one, at) => ({ ...one, measures: at % 4 === 0 }))
  const scoresWith = (...more: readonly Taught[]) => {
    const lesson = lessonOf([...some, ...more])
    return scoresOf(lesson).map(({ row, logits }) => ({ text: lesson.decisions[row]?.text, logits }))
  }
  const more = (text: string, label: string): Taught => ({ commentId: 900, text, label, measures: false })
  const copy = `  ${first?.text.toUpperCase()}`
  const asTroll = scoresWith(more(copy, 'troll'))
  const asCritic = scoresWith(more(copy, 'critic'))
  const isMoved = asTroll.map(({ text, logits }, at) => ({
    text,
    isMoved: logits[0] !== asCritic[at]?.logits[0],
  }))
  expect(isMoved.find(({ text }) => text === first?.text)?.isMoved).toBe(false)
  // A quarter measures: two halves of them, each scored by a judge that lacks only this half.
  expect(isMoved.filter((one) => one.isMoved).length).toBeGreaterThan(10)
  const other = scoresWith(more(`${second?.text} again`, 'troll'))
  const turned = scoresWith(more(`${second?.text} again`, 'critic'))
  expect(other.filter(({ logits }, at) => logits[0] === turned[at]?.logits[0])).toEqual([])
})

test('fits all decisions to where a fit from the start ends, though it begins at the judges', () => {
  const lesson = lessonOf(decisions)
  const [alone] = fitLesson(lesson, [{ rows: decisions.map((_, row) => row) }])
  const { fit } = fitAndScore(lesson)
  fit?.forEach(({ logits }, head) => {
    logits.forEach((logit, row) => {
      expect(Math.abs(logit - (alone?.[head]?.logits[row] ?? Number.NaN))).toBeLessThan(0.03)
    })
  })
  expect(fit).toHaveLength(2)
})

test('a decision does not move its own score', () => {
  const scored = scoresOf(lessonOf(decisions))
  const lesson = lessonOf(decisions)
  const row = 30
  const { text = '', label } = lesson.decisions[row] ?? {}
  const turned = decisions.map((one) =>
    one.text === text ? { ...one, label: label === 'troll' ? ('critic' as const) : ('troll' as const) } : one,
  )
  expect(scoresOf(lessonOf(turned))[row]).toEqual(scored[row])
})

test('gives the same scores in any order', () => {
  expect(scoresOf(lessonOf(shuffle(decisions, createRandom(2))))).toEqual(scoresOf(lessonOf(decisions)))
})

test('scores only what may measure', () => {
  const some = decisions.map((one, at) => ({ ...one, measures: at % 4 === 0 }))
  const lesson = lessonOf(some)
  expect(scoresOf(lesson).map(({ row }) => lesson.decisions[row]?.measures)).toEqual(Array(30).fill(true))
})

test('uses the starter where the other parts have one label only', () => {
  const lesson = lessonOf([
    { commentId: 1, text: 'the same', label: 'troll', measures: true },
    { commentId: 2, text: 'The same', label: 'critic', measures: true },
  ])
  const scored = scoresOf(lesson)
  expect(scored.map(({ logits }) => logits[0])).toEqual([...(lesson.prior[0] ?? [])])
})

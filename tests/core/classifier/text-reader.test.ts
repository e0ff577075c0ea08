import { expect, test } from 'vitest'
import { createTextReader } from '../../../core/classifier/text-reader.ts'
import { Vectorizer } from '../../../core/text/features.ts'
import { scheme } from './starter.ts'

/** Counts how often a text is really read. */
class CountingVectorizer extends Vectorizer {
  readonly texts: string[] = []
  override read(text: string): void {
    this.texts.push(text)
    super.read(text)
  }
}

test('reads a text once while it stays among the decisions', () => {
  const vectorizer = new CountingVectorizer()
  const reader = createTextReader(scheme.base, vectorizer)
  const first = reader.read(['you idiot', 'the bus is late', 'you idiot'])
  const second = reader.read(['the bus is late', 'hello', 'you idiot'])
  expect(vectorizer.texts).toEqual(['you idiot', 'the bus is late', 'hello'])
  expect(second[2]).toBe(first[0])
  expect(first[2]).toBe(first[0])
})

test('says the same whatever was read before', () => {
  const warm = createTextReader(scheme.base, new Vectorizer())
  warm.read(['a much longer text that was read before it', 'you idiot'])
  const cold = createTextReader(scheme.base, new Vectorizer())
  expect(warm.read(['you idiot', 'مرحبا', ''])).toEqual(cold.read(['you idiot', 'مرحبا', '']))
})

test('forgets what is not asked for any more, and keeps no more than it may', () => {
  const vectorizer = new CountingVectorizer()
  const reader = createTextReader(scheme.base, vectorizer, 40)
  reader.read(['one'])
  reader.read(['two'])
  reader.read(['one'])
  expect(vectorizer.texts).toEqual(['one', 'two', 'one'])
  const long = 'far more words and letters than it may keep of them'
  expect(reader.read([long])).toEqual(reader.read([long]))
  expect(vectorizer.texts.filter((text) => text === long)).toHaveLength(2)
})

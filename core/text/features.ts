/**
 * What the classifier sees of a text: words one and two at a time, and the letters of each word three to five at a
 * time, hashed into 2^18 buckets. Each of the two blocks counts with the logarithm and has length 1.
 */
import { hashStep, hashText, Tokens, tokenKind } from './tokenize.ts'

export const bucketCount = 2 ** 18
/** Changes whenever the same text would give other features: weights of another version mean nothing. */
export const featureVersion = 1

const mask = bucketCount - 1
const wordSeed = hashText('word')
const letterSeed = hashText('letters')
const shortestGram = 3
const longestGram = 5
const space = 0x20

/** Spreads a hash over the buckets: FNV leaves short n-grams close together. */
function bucketOf(hash: number): number {
  let mixed = hash ^ (hash >>> 15)
  mixed = Math.imul(mixed, 0x2c1b3c6d)
  return (mixed ^ (mixed >>> 14)) & mask
}

/** One n-gram where it stands in the text. */
export interface Occurrence {
  readonly bucket: number
  /** Its part of the feature's value: the value is shared out among all occurrences. */
  readonly value: number
  /** The token it belongs to. */
  readonly row: number
  /** Two words: it belongs to the token after `row` as well. */
  readonly isPair: boolean
}

/**
 * The features of one text at a time; `read` overwrites the last. Feature i is `buckets[i]` with `values[i]`, for
 * i below `count`; the same bucket may come once in each block.
 */
export class Vectorizer {
  readonly tokens: Tokens = new Tokens()
  count = 0
  buckets: Int32Array = new Int32Array(4096)
  values: Float32Array = new Float32Array(4096)
  /** How often each feature comes up in the text. */
  #times: Int32Array = new Int32Array(4096)
  /** Every n-gram in the order of the text, words first: its bucket, and once counted its feature. */
  #grams: Int32Array = new Int32Array(4096)
  /** The token each n-gram belongs to, the first of two for a pair. */
  #owners: Int32Array = new Int32Array(4096)
  #gramCount = 0
  /** Where the letters' n-grams begin. */
  #letterGrams = 0
  /** One above each bucket's feature in the block at hand, 0 for none yet; all 0 between blocks. */
  readonly #featureOf: Int32Array = new Int32Array(bucketCount)

  /** Any string; a text without words has no features. */
  read(text: string): void {
    this.tokens.read(text)
    this.#gramCount = 0
    this.count = 0
    this.#reserve()
    this.#listWords()
    this.#countBlock(0)
    this.#letterGrams = this.#gramCount
    for (let row = 0; row < this.tokens.count; row++) {
      if (this.tokens.kind[row] === tokenKind.word) this.#listLetters(row)
    }
    this.#countBlock(this.#letterGrams)
  }

  /** Undoes the hash for the text read last: says of every n-gram what it adds and to which words. */
  forEachOccurrence(visit: (occurrence: Occurrence) => void): void {
    for (let at = 0; at < this.#gramCount; at++) {
      const feature = this.#grams[at] ?? 0
      // Words are listed as: the first word, then by turns a word and the pair that it ends.
      const isPair = at > 0 && at < this.#letterGrams && at % 2 === 0
      visit({
        bucket: this.buckets[feature] ?? 0,
        value: (this.values[feature] ?? 0) / (this.#times[feature] ?? 1),
        row: this.#owners[at] ?? 0,
        isPair,
      })
    }
  }

  /** Two per token for words, and at most three for each letter of a word and its two edges. */
  #reserve(): void {
    const { count, unitEnd } = this.tokens
    const units = count === 0 ? 0 : (unitEnd[count - 1] ?? 0)
    const needed = 2 * count + 3 * (units + 2 * count)
    if (needed <= this.#grams.length) return
    const size = needed * 2
    this.buckets = new Int32Array(size)
    this.values = new Float32Array(size)
    this.#times = new Int32Array(size)
    this.#grams = new Int32Array(size)
    this.#owners = new Int32Array(size)
  }

  #listWords(): void {
    const { count, hash } = this.tokens
    let before = 0
    for (let row = 0; row < count; row++) {
      const own = hash[row] ?? 0
      this.#list(own ^ wordSeed, row)
      if (row > 0) this.#list(Math.imul(before, 31) ^ own, row - 1)
      before = own
    }
  }

  /** Letters within the word, with a space at each edge: " you ", " yo", "you", "ou " and so on. */
  #listLetters(row: number): void {
    const { units, unitStart, unitEnd } = this.tokens
    const start = unitStart[row] ?? 0
    const end = unitEnd[row] ?? 0
    const last = end + 1 - shortestGram
    for (let from = start - 1; from <= last; from++) {
      let hash = letterSeed
      const stop = Math.min(from + longestGram, end + 1)
      for (let at = from; at < stop; at++) {
        hash = hashStep(hash, at < start || at >= end ? space : (units[at] ?? 0))
        if (at - from >= shortestGram - 1) this.#list(hash, row)
      }
    }
  }

  #list(hash: number, row: number): void {
    this.#grams[this.#gramCount] = bucketOf(hash)
    this.#owners[this.#gramCount++] = row
  }

  /** Turns the occurrences from `from` on into features: 1 + log of the count, the block scaled to length 1. */
  #countBlock(from: number): void {
    const first = this.count
    for (let at = from; at < this.#gramCount; at++) {
      const bucket = this.#grams[at] ?? 0
      let feature = (this.#featureOf[bucket] ?? 0) - 1
      if (feature < 0) {
        feature = this.count++
        this.buckets[feature] = bucket
        this.#times[feature] = 0
        this.#featureOf[bucket] = feature + 1
      }
      this.#times[feature] = (this.#times[feature] ?? 0) + 1
      this.#grams[at] = feature
    }
    let squares = 0
    for (let at = first; at < this.count; at++) {
      const times = this.#times[at] ?? 1
      const value = times === 1 ? 1 : 1 + Math.log(times)
      this.#featureOf[this.buckets[at] ?? 0] = 0
      this.values[at] = value
      squares += value * value
    }
    const scale = 1 / Math.sqrt(squares)
    for (let at = first; at < this.count; at++) this.values[at] = (this.values[at] ?? 0) * scale
  }
}

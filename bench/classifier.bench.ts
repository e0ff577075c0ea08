/** How fast the classifier is, on invented comments of about 300 characters: `node bench/classifier.bench.ts`. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Taught } from '../core/classifier/classifier.ts'
import { loadStarter } from '../core/classifier/linear-classifier.ts'
import { createRandom, type Random } from '../core/random.ts'

const commentCount = 20_000
const decisionCount = 1000
const commentLength = 300
const vocabulary = 30_000

/** Made-up words, a few of them very common, as in any language. */
function inventComment(random: Random): string {
  let text = ''
  while (text.length < commentLength) {
    const rank = Math.floor(vocabulary ** random())
    text += `${rank.toString(36).replaceAll(/\d/g, (digit) => 'aeioustrnl'.charAt(Number(digit)))} `
  }
  return text.trimEnd()
}

function timed<T>(run: () => T): { readonly value: T; readonly ms: number } {
  const from = performance.now()
  const value = run()
  return { value, ms: performance.now() - from }
}

const perSecond = (count: number, ms: number): string => Math.round((count / ms) * 1000).toLocaleString('en')

const bytes = readFileSync(path.join(import.meta.dirname, '../resources/starter/starter.bin'))
const { value: starter, ms: loadMs } = timed(() => loadStarter(bytes))
const random = createRandom(1)
const comments = Array.from({ length: commentCount }, () => inventComment(random))
const decisions = comments.slice(0, decisionCount).map((text, commentId): Taught => {
  const draw = random()
  const label = draw < 0.3 ? 'troll' : draw < 0.7 ? 'critic' : 'neither'
  // As many as the teaching order draws at random.
  return { commentId, text, label, measures: commentId % 4 === 0 }
})
const unmeasured = decisions.map((decision) => ({ ...decision, measures: false }))
const limit = { accusationLimit: 0.02 }

starter.suggest(comments.slice(0, 2000), { evidence: true })
const plain = timed(() => starter.suggest(comments))
const evidence = timed(() => starter.suggest(comments, { evidence: true }))
const firstLearn = timed(() => starter.learn(decisions, limit))
const nextLearn = timed(() => starter.learn(decisions, limit))
const fit = timed(() => starter.learn(unmeasured, limit))

console.log(`load                      ${loadMs.toFixed(0)} ms`)
console.log(`suggest                   ${perSecond(commentCount, plain.ms)} comments/s`)
console.log(`suggest with evidence     ${perSecond(commentCount, evidence.ms)} comments/s`)
console.log(
  `learn ${decisionCount} decisions      ${firstLearn.ms.toFixed(0)} ms, again ${nextLearn.ms.toFixed(0)} ms`,
)
console.log(`the same, fit alone       ${fit.ms.toFixed(0)} ms`)

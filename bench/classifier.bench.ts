/** How fast and how good the classifier is, beside what a user would take otherwise, on the same rows. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Taught } from '../core/classifier/classifier.ts'
import { loadStarter } from '../core/classifier/linear-classifier.ts'
import { rocAuc } from '../core/evaluation/metrics.ts'
import { benchRefit } from './refit.ts'
import { fastText, naturalBayes, type Rival, type Row } from './rivals.ts'
import { inventedComments, timed, withFolder } from './support.ts'
import { type OwnComment, readOwnComments } from './train/own-comments.ts'

const commentCount = 20_000
const starterBytes = readFileSync(path.join(import.meta.dirname, '../resources/starter/starter.bin'))
const limits = { accusationLimit: 0.02 }

type Say = (line: string) => void

export async function benchClassifier(say: Say): Promise<void> {
  await benchSpeed(say)
  await benchRefit(say)
  await withFolder(async (folder) => {
    const rivals = [ours(), naturalBayes(), fastText(folder)]
    if (rivals.includes(null)) say('fastText: not run, the program `fasttext` is not installed')
    await benchBeside(
      rivals.filter((rival) => rival !== null),
      say,
    )
  })
}

/** On invented comments of about 300 characters. */
async function benchSpeed(say: Say): Promise<void> {
  const { value: starter, ms: loadMs } = await timed(() => loadStarter(starterBytes))
  const texts = inventedComments(commentCount).map(({ text }) => text)
  starter.suggest(texts.slice(0, 2000), { evidence: true })
  const plain = await timed(() => starter.suggest(texts))
  const evidence = await timed(() => starter.suggest(texts, { evidence: true }))
  say(`starter: ${Math.round(starterBytes.length / 2 / 1000)} kB a head, loaded in ${loadMs.toFixed(0)} ms`)
  say(`suggest: ${pace(commentCount, plain.ms)} comments/s, with evidence ${pace(commentCount, evidence.ms)}`)
}

interface Outcome {
  readonly trainMs: number
  readonly scoreMs: number
  readonly auc: number
}

/**
 * Each learns from half of our own comments that the starter has not seen, and is tried on the other half. No way
 * of speaking is in both halves.
 */
async function benchBeside(rivals: readonly Rival[], say: Say): Promise<void> {
  const [train, dev] = halves(readOwnComments().filter(({ split }) => split === 'dev'))
  say(`side by side: ${train.length} comments to learn from, ${dev.length} to judge`)
  const outcomes: Outcome[] = []
  for (const rival of rivals) {
    const outcome = await tryOut(rival, train, dev)
    outcomes.push(outcome)
    const { trainMs, scoreMs, auc } = outcome
    say(
      `${rival.name}: learned in ${trainMs.toFixed(0)} ms, ${pace(dev.length, scoreMs)} comments/s, AUC ${auc.toFixed(3)}`,
    )
  }
  const [own, ...others] = outcomes
  if (!own) return
  others.forEach(({ trainMs, scoreMs }, at) => {
    const name = rivals[at + 1]?.name ?? ''
    say(
      `ratio: ${name} takes ${ratio(trainMs, own.trainMs)} times as long to learn, ${ratio(scoreMs, own.scoreMs)} to judge`,
    )
  })
}

async function tryOut(rival: Rival, train: readonly Row[], dev: readonly Row[]): Promise<Outcome> {
  const texts = dev.map(({ text }) => text)
  const learned = await timed(() => rival.train(train))
  const judged = await timed(() => rival.score(texts))
  const scored = dev.map(({ isTroll }, at) => ({ score: judged.value[at] ?? 0, isPositive: isTroll }))
  return { trainMs: learned.ms, scoreMs: judged.ms, auc: rocAuc(scored) ?? Number.NaN }
}

/** The starter, taught as a project teaches it. */
function ours(): Rival {
  const starter = loadStarter(starterBytes)
  let model = starter
  return {
    name: 'Fair Hearing',
    train(rows) {
      const taught = rows.map(({ text, isTroll }, commentId): Taught => {
        return { commentId, text, label: isTroll ? 'troll' : 'critic', measures: false }
      })
      model = starter.learn(taught, limits) ?? starter
    },
    score: (texts) => model.suggest(texts).map(({ shares }) => shares.troll ?? 0),
  }
}

function halves(comments: readonly OwnComment[]): readonly [readonly Row[], readonly Row[]] {
  const patterns = [...new Set(comments.map(({ pattern }) => pattern))]
  const half = (side: 0 | 1): readonly Row[] =>
    comments
      .filter(({ pattern }) => patterns.indexOf(pattern) % 2 === side)
      .map(({ text, label }) => ({ text, isTroll: label === 'troll' }))
  return [half(0), half(1)]
}

const pace = (count: number, ms: number): string => Math.round((count / ms) * 1000).toLocaleString('en')
const ratio = (other: number, own: number): string => (other / own).toFixed(other / own < 10 ? 1 : 0)

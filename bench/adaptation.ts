/**
 * Whether a project's model keeps its word, on simulated projects: `node bench/adaptation.ts --data DIR`. A project is a
 * random part of a labelled set; the starter is one that has not seen the set, kept in `--starters DIR` between runs.
 * `--shipped` uses the shipped starter on development rows instead, `--accused` looks at false accusations only. Not a test:
 * it takes many minutes.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Classifier, Taught } from '../core/classifier/classifier.ts'
import { loadStarter } from '../core/classifier/linear-classifier.ts'
import { calibrationError, rocAuc, type Scored } from '../core/evaluation/metrics.ts'
import { createRandom, type Random, shuffle } from '../core/random.ts'
import { promisedBy, shownByChance, spreadOf } from './accused-spread.ts'
import { quantile } from './support.ts'
import { makeContrasts } from './train/contrasts.ts'
import { fitStarter } from './train/fit-starter.ts'
import { type Example, readExamples } from './train/read-examples.ts'
import { sources } from './train/sources.ts'

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    sets: {
      type: 'string',
      default: 'legislator_tweets,reddit_cmv,surge_toxicity,fox_news_comments,reddit_cad,wikipedia_jigsaw',
    },
    starters: { type: 'string', default: path.join(os.tmpdir(), 'fair-hearing-starters') },
    projects: { type: 'string', default: '100' },
    shipped: { type: 'boolean', default: false },
    accused: { type: 'boolean', default: false },
  },
})

const accusationLimit = 0.02
const confirmedNonTrolls = 200
const randomLabels = 200
/** Comments that a simulated project is checked on. */
const mostRest = 3000
const projectCount = Number(options.projects)

/** Only troll or not is looked at: the sets seldom say which the others are. */
function asTaught(example: Example, commentId: number): Taught {
  const label = example.label === 'troll' ? 'troll' : 'critic'
  return { commentId, text: example.text, label, measures: true }
}

async function starterWithout(data: string, set: string): Promise<Classifier> {
  const file = path.join(options.starters, `without-${set}.bin`)
  const kept = await readFile(file).catch(() => null)
  if (kept) return loadStarter(kept)
  const used = sources.filter(({ name, allowsAnyUse }) => allowsAnyUse && name !== set)
  const examples = (await Promise.all(used.map(({ name }) => readExamples(data, name)))).flat()
  const bytes = fitStarter([...examples, ...makeContrasts()])
  await mkdir(options.starters, { recursive: true })
  await writeFile(file, bytes)
  return loadStarter(bytes)
}

const shippedStarter = async (): Promise<Classifier> =>
  loadStarter(await readFile(path.join(import.meta.dirname, '../resources/starter/starter.bin')))

/** The first rows that hold so many non-trolls, and the rest. */
function splitAfter(
  rows: readonly Taught[],
  nonTrolls: number,
): readonly [readonly Taught[], readonly Taught[]] {
  let left = nonTrolls
  const end = rows.findIndex(({ label }) => {
    if (label !== 'troll') left -= 1
    return left === 0
  })
  return end < 0 ? [rows, []] : [rows.slice(0, end + 1), rows.slice(end + 1, end + 1 + mostRest)]
}

const learnOr = (starter: Classifier, taught: readonly Taught[]): Classifier =>
  starter.learn(taught, { accusationLimit }) ?? starter

function judge(
  model: Classifier,
  rows: readonly Taught[],
): readonly (Scored & { readonly isAccused: boolean })[] {
  return model.suggest(rows.map(({ text }) => text)).map(({ shares, band }, at) => ({
    score: shares.troll ?? 0,
    isPositive: rows[at]?.label === 'troll',
    isAccused: band === 'troll',
  }))
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

function shareAccused(
  rows: readonly { readonly isPositive: boolean; readonly isAccused: boolean }[],
  of: boolean,
) {
  const those = rows.filter(({ isPositive }) => isPositive === of)
  return those.filter(({ isAccused }) => isAccused).length / Math.max(1, those.length)
}

/** Accusations with the limit kept by 200 confirmed non-trolls. */
function accusations(starter: Classifier, rows: readonly Taught[]) {
  const runs = Array.from({ length: projectCount }, (_, seed) => {
    const [taught, rest] = splitAfter(shuffle(rows, createRandom(seed)), confirmedNonTrolls)
    const judged = judge(learnOr(starter, taught), rest)
    const others = judged.filter(({ isPositive }) => !isPositive)
    const accused = others.filter(({ isAccused }) => isAccused).length
    return { accused, of: others.length, recall: shareAccused(judged, true) }
  })
  return {
    ...spreadOf(runs),
    chance: shownByChance(confirmedNonTrolls, accusationLimit, Math.round(mean(runs.map(({ of }) => of)))),
    recall: mean(runs.map(({ recall }) => recall)),
  }
}

/**
 * Calibration after 200 labels at random, of the starter and of what has learned. `chance` is what probabilities that
 * are exactly true would show on as many comments.
 */
function calibrationAfter(starter: Classifier, rows: readonly Taught[]) {
  const runs = Array.from({ length: Math.min(projectCount, 40) }, (_, seed) => {
    const order = shuffle(rows, createRandom(1000 + seed))
    const rest = order.slice(randomLabels, randomLabels + mostRest)
    const judged = judge(learnOr(starter, order.slice(0, randomLabels)), rest)
    const before = seed < 5 ? calibrationError(judge(starter, rest)) : null
    const random = createRandom(3000 + seed)
    const ifTrue = judged.map(({ score }) => ({ score, isPositive: random() < score }))
    return {
      before,
      after: calibrationError(judged) ?? 0,
      chance: calibrationError(ifTrue) ?? 0,
      auc: rocAuc(judged) ?? 0,
    }
  })
  return {
    before: mean(runs.flatMap(({ before }) => (before === null ? [] : [before]))),
    after: mean(runs.map(({ after }) => after)),
    high: quantile(
      runs.map(({ after }) => after),
      0.95,
    ),
    chance: mean(runs.map(({ chance }) => chance)),
    auc: mean(runs.map(({ auc }) => auc)),
  }
}

/** F1 at the best threshold. */
function bestF1(scored: readonly Scored[]): number {
  const sorted = scored.toSorted((one, other) => other.score - one.score)
  const positives = sorted.filter(({ isPositive }) => isPositive).length
  let hits = 0
  let best = 0
  sorted.forEach(({ isPositive }, at) => {
    if (isPositive) hits += 1
    best = Math.max(best, (2 * hits) / (at + 1 + positives))
  })
  return best
}

const sizes = [0, 25, 50, 100, 150, 200, 300, 400, 600, 800, 1200]

/** The next of the teaching queue: half highest troll scores, a quarter in doubt, a quarter at random. */
function pick(model: Classifier, pool: readonly Taught[], count: number, random: Random): readonly Taught[] {
  const scored = model
    .suggest(pool.map(({ text }) => text))
    .map(({ shares }, at) => ({ troll: shares.troll ?? 0, row: pool[at] }))
  const likely = scored.toSorted((one, other) => other.troll - one.troll).slice(0, Math.floor(count / 2))
  const doubtful = scored
    .filter((one) => !likely.includes(one))
    .toSorted((one, other) => Math.abs(one.troll - 0.5) - Math.abs(other.troll - 0.5))
    .slice(0, Math.floor(count / 4))
  const chosen = [...likely, ...doubtful].flatMap(({ row }) => (row ? [{ ...row, measures: false }] : []))
  const taken = new Set(chosen.map(({ commentId }) => commentId))
  const others = pool.filter(({ commentId }) => !taken.has(commentId))
  return [...chosen, ...shuffle(others, random).slice(0, count - chosen.length)]
}

/** How many decisions in teaching order it takes for 95 % of the F1 with all; the mean F1 of each size. */
function decisionsNeeded(starter: Classifier, rows: readonly Taught[]) {
  const runs = Array.from({ length: 3 }, (_, seed) => {
    const random = createRandom(2000 + seed)
    const order = shuffle(rows, random).slice(0, mostRest)
    const test = order.slice(0, Math.floor(order.length / 3))
    const pool = order.slice(test.length)
    const full = bestF1(judge(learnOr(starter, pool), test))
    let model = starter
    let taught: readonly Taught[] = []
    const curve = sizes
      .filter((size) => size < pool.length)
      .map((size) => {
        const known = new Set(taught.map(({ commentId }) => commentId))
        const left = pool.filter(({ commentId }) => !known.has(commentId))
        taught = [...taught, ...pick(model, left, size - taught.length, random)]
        model = learnOr(starter, taught)
        return bestF1(judge(model, test)) / full
      })
    return { full, curve }
  })
  const shares = sizes.map((_, at) => mean(runs.map(({ curve }) => curve[at] ?? 1)))
  const at = shares.findIndex((share) => share >= 0.95)
  return { full: mean(runs.map(({ full }) => full)), needed: at < 0 ? null : (sizes[at] ?? null) }
}

if (!options.data) {
  console.error('Say where the data is: --data DIR')
  process.exit(1)
}
const percent = (share: number): string => `${(share * 100).toFixed(2)} %`
const accusedColumns = [
  'accused: mean',
  '95 % of runs',
  'its 95 % interval',
  'without the noise of counting',
  'by chance',
  'recall',
]
const otherColumns = [
  'ECE starter',
  'ECE 200',
  'by chance',
  '95 % of runs',
  'AUC starter, 200',
  'F1 full',
  'decisions to 95 %',
]

function accusedCells(starter: Classifier, rows: readonly Taught[]): readonly string[] {
  const { mean: all, counted, low, high, uncounted, chance, recall } = accusations(starter, rows)
  return [
    percent(all),
    percent(counted),
    `${percent(low)} to ${percent(high)}`,
    percent(uncounted),
    percent(chance),
    percent(recall),
  ]
}

function otherCells(starter: Classifier, rows: readonly Taught[]): readonly string[] {
  const ece = calibrationAfter(starter, rows)
  const auc = rocAuc(judge(starter, shuffle(rows, createRandom(1)).slice(0, mostRest))) ?? 0
  const { full, needed } = decisionsNeeded(starter, rows)
  return [
    ece.before.toFixed(3),
    ece.after.toFixed(3),
    ece.chance.toFixed(3),
    ece.high.toFixed(3),
    `${auc.toFixed(3)}, ${ece.auc.toFixed(3)}`,
    full.toFixed(3),
    `${needed ?? `over ${sizes.at(-1)}`}`,
  ]
}

const promises = [50, 100, 150, 200, 500].map(
  (nonTrolls) => `${percent(promisedBy(nonTrolls, accusationLimit))} with ${nonTrolls}`,
)
console.log(`What the line promises in 95 % of projects, by non-trolls: ${promises.join(', ')}`)
console.log(['set', 'rows (trolls)', ...accusedColumns, ...(options.accused ? [] : otherColumns)].join(' | '))
for (const set of options.sets.split(',')) {
  const all = await readExamples(options.data, set)
  const used = options.shipped ? all.filter(({ split }) => split === 'dev') : all
  const starter = options.shipped ? await shippedStarter() : await starterWithout(options.data, set)
  const rows = used.map(asTaught)
  const trolls = rows.filter(({ label }) => label === 'troll').length
  const cells = [...accusedCells(starter, rows), ...(options.accused ? [] : otherCells(starter, rows))]
  console.log([set, `${rows.length} (${trolls})`, ...cells].join(' | '))
}

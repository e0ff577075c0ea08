/** Writes what anyone who relies on the starter should know about it. */
import { accusationLimit, doubtLimit, fewestNegatives } from './band-limits.ts'
import type { SetMetrics } from './measure.ts'
import { ownSource } from './own-comments.ts'
import type { Example } from './read-examples.ts'
import { sources } from './sources.ts'

/** A starter trained on some of the examples. */
export interface Build {
  readonly name: string
  readonly version: string
  readonly bytes: Uint8Array
  readonly metrics: readonly SetMetrics[]
  /** Over troll, critic and neither, in [0, 1]. */
  readonly macroF1: number
  /** Whether it has learned from the set of this name. */
  isUsed(source: string): boolean
}

export interface CardFacts {
  readonly chosen: Build
  /** All that were trained, to be held side by side. */
  readonly builds: readonly Build[]
  /** Of all sets, used or not. */
  readonly examples: readonly Example[]
  /** Sentences made from our own patterns. */
  readonly contrastCount: number
}

/** A Markdown table, one line a set; sets that nothing was learned from have a star. */
export function metricsTable({ metrics, isUsed }: Build): string {
  const header = [
    'set',
    'trolls',
    'others',
    'AUC',
    'recall',
    'false accusations',
    'unsure',
    'critic AUC',
    'ECE',
  ]
  const rows = metrics.map((set) => [
    isUsed(set.source) ? set.source : `${set.source} *`,
    String(set.trolls),
    String(set.others),
    decimal(set.auc),
    percent(set.recall),
    percent(set.falseAccusations),
    percent(set.unsure),
    decimal(set.criticAuc),
    decimal(set.calibrationError),
  ])
  return table([header, ...rows])
}

/** AUC of troll, false accusations, and AUC of critic against neither, a build beside the other. */
export function comparisonTable(builds: readonly Build[]): string {
  const header = ['set', ...builds.map(({ name }) => name)]
  const rows = (builds[0]?.metrics ?? []).map(({ source }, at) => [
    source,
    ...builds.map(({ metrics }) => {
      const { auc, falseAccusations, criticAuc } = metrics[at] ?? {}
      return [decimal(auc ?? null), percent(falseAccusations ?? null), decimal(criticAuc ?? null)].join(' · ')
    }),
  ])
  return table([
    header,
    ...rows,
    ['mean AUC', ...builds.map(({ metrics }) => decimal(meanAuc(metrics)))],
    ['three-class macro-F1', ...builds.map((one) => decimal(one.macroF1))],
  ])
}

/** Over the sets that have one: no pooled number, in which the largest set would speak for all. */
function meanAuc(metrics: readonly SetMetrics[]): number {
  const all = metrics.flatMap(({ auc }) => auc ?? [])
  return all.reduce((sum, auc) => sum + auc, 0) / all.length
}

export function modelCard({ chosen, builds, examples, contrastCount }: CardFacts): string {
  const own = examples.filter(({ source }) => source === ownSource)
  return `# The starter model

\`${chosen.version}\`, ${whole(chosen.bytes.length)} bytes. Written by \`npm run train:starter\`; do not edit.

## What it is for

It suggests labels for comments in English, to a person who then decides. It puts likely trolls, and comments it is
unsure of, in front of a moderator; a project's own decisions make it better. It is not for deciding alone, not for
judging people (it sees one comment at a time and no author), and not for other languages.

## What it means by troll and critic

- **Troll**: attacks, insults, threatens, demeans or baits a person or a group.
- **Critic**: finds fault with an act, policy, institution, service, work or argument, however angry, sarcastic or
  rude, without such an attack.
- **Neither**: no attack and no criticism.

Swearing alone is not trolling, and naming a group is not: words for groups are all read as one and the same word.

## How it works

Words one and two at a time, and letters within words three to five at a time, hashed into 2^18 buckets; log counts,
each block of length 1; in training, rare features are held less than common ones. Two logistic heads: troll against the rest, and critic against neither among the rest. Sets
that say only "not a troll" teach the first head alone. No set counts for more than 4,000 examples. Both heads are
calibrated on the development examples (Platt 1999), the first with every set counting the same, the second as if critics
and neither were equally common, and rounded to signed bytes.

A comment is suggested as troll only above the threshold at which, averaged over the development sets with at least
${fewestNegatives} comments that are not trolls, ${percent(accusationLimit)} of those are accused. Below it, down to
the threshold for ${percent(doubtLimit)}, the suggestion is "unsure".

## What it learned from

${sourcesTable(chosen, examples)}

Besides ${whole(own.length)} comments written for Fair Hearing (\`bench/train/own/\`, invented), of what the sets hardly have: angry
critics of public bodies, polite insults, quoted abuse, short replies, messages to a service. And ${whole(contrastCount)} sentences made from patterns written for Fair Hearing, in which the same harsh words hit a person
in one and a thing in another, or are only reported ("I never called you ...").

The comments themselves are not in the app and cannot be read out of the model.

## How well it does

On the development examples of each set. Calibration and thresholds were fitted on the same examples, so expect a
little less elsewhere. Sets with a star taught it nothing (their licences forbid commercial use). *Recall*: trolls
suggested as troll. *False accusations*: others suggested as troll. *Critic AUC*: critics against neither.

${metricsTable(chosen)}

Other builds, on the same examples: AUC of troll · false accusations · AUC of critics against neither.

${comparisonTable(builds)}

## What it cannot do

- It reads words, not meaning: it knows no context, no irony, no quotation. Quoted abuse, and slurs that people use
  of themselves, can look like trolling to it.
- Deliberate derailing in polite words is invisible to it.
- What it calls a threshold for ${percent(accusationLimit)} does not carry over to every place: where insults are
  common and mild, it will accuse more. Check it on your own comments before you rely on it.
- The comments are mostly from the United States and Canada, 2010 to 2020: Twitter, Reddit, Wikipedia, news sites.
- "Troll" follows the judgement of those who labelled the sets, and they do not always agree.
`
}

function sourcesTable({ isUsed }: Build, examples: readonly Example[]): string {
  const bySource = Map.groupBy(
    examples.filter(({ source }) => isUsed(source)),
    ({ source }) => source,
  )
  const header = ['set', 'from', 'licence', 'what', 'trolls', 'critics', 'neither', 'not troll', 'in all']
  const used = sources.filter(({ name }) => bySource.has(name))
  const rows = used.map(({ name, origin, licence, about }) => {
    const own = bySource.get(name) ?? []
    const counts = (['troll', 'critic', 'neither', 'nontroll'] as const).map((label) =>
      whole(own.filter((example) => example.label === label).length),
    )
    return [name, origin, licence, about, ...counts, whole(own.length)]
  })
  return table([header, ...rows])
}

function table(rows: readonly (readonly string[])[]): string {
  const [header = [], ...rest] = rows
  const rule = header.map(() => '---')
  return [header, rule, ...rest].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

const whole = (count: number): string => count.toLocaleString('en')
const decimal = (value: number | null): string => (value === null ? '' : value.toFixed(3))
const percent = (value: number | null): string => (value === null ? '' : `${(value * 100).toFixed(1)} %`)

/** What a user would take otherwise to tell trolls from the rest: natural's Bayes classifier, and fastText. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js'

export interface Row {
  readonly text: string
  readonly isTroll: boolean
}

/** Learns from rows, then gives one score a text: the higher, the likelier a troll. */
export interface Rival {
  readonly name: string
  train(rows: readonly Row[]): void
  score(texts: readonly string[]): readonly number[]
}

export function naturalBayes(): Rival {
  const classifier = new BayesClassifier()
  return {
    name: 'natural BayesClassifier',
    train(rows) {
      for (const { text, isTroll } of rows) classifier.addDocument(text, isTroll ? 'troll' : 'other')
      classifier.train()
    },
    score: (texts) => texts.map((text) => oddsOf(classifier.getClassifications(text))),
  }
}

/** Long texts underflow to 0 or NaN: then it has no opinion. */
function oddsOf(classes: readonly { readonly label: string; readonly value: number }[]): number {
  const likelihood = (label: string) => classes.find((one) => one.label === label)?.value ?? 0
  const odds = Math.log(likelihood('troll')) - Math.log(likelihood('other'))
  return Number.isFinite(odds) ? odds : 0
}

/** @returns null where the program `fasttext` is not installed */
export function fastText(folder: string): Rival | null {
  if (spawnSync('fasttext', []).error) return null
  const model = path.join(folder, 'model')
  const run = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync('fasttext', args, { maxBuffer: 2 ** 28 })
    if (status !== 0) throw new Error(`fasttext ${args[0]} failed: ${stderr.toString().slice(-300)}`)
    return stdout.toString()
  }
  return {
    name: 'fastText',
    train(rows) {
      const file = path.join(folder, 'train.txt')
      const lines = rows.map(({ text, isTroll }) => `__label__${isTroll ? 'troll' : 'other'} ${plain(text)}`)
      writeFileSync(file, `${lines.join('\n')}\n`)
      const shape = [
        '-wordNgrams',
        '2',
        '-minn',
        '3',
        '-maxn',
        '5',
        '-dim',
        '50',
        '-epoch',
        '25',
        '-lr',
        '0.5',
      ]
      run('supervised', '-input', file, '-output', model, '-thread', '1', ...shape)
    },
    score(texts) {
      const file = path.join(folder, 'test.txt')
      writeFileSync(file, `${texts.map(plain).join('\n')}\n`)
      const said = run('predict-prob', `${model}.bin`, file, '2').trimEnd().split('\n')
      return said.map((line) => Number(/__label__troll (\S+)/.exec(line)?.[1] ?? 0))
    },
  }
}

/** One line, lower case, as its users prepare it; never empty, since it gives no line for an empty one. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}'!?]+/gu, ' ')
    .trim() || '?'

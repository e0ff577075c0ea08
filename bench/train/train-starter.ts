/**
 * Trains the starter that ships with the app: `npm run train:starter -- --data DIR --out DIR`. The same data gives
 * the same file, to the byte. `--with-non-commercial` adds sets whose licences forbid commercial use. Prints how each
 * build does, and what our own comments and the non-commercial sets change.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { loadStarter } from '../../core/classifier/linear-classifier.ts'
import { makeContrasts } from './contrasts.ts'
import { fitStarter } from './fit-starter.ts'
import { macroF1, measure } from './measure.ts'
import { type Build, comparisonTable, metricsTable, modelCard } from './model-card.ts'
import { ownSource, readOwnComments } from './own-comments.ts'
import { readExamples } from './read-examples.ts'
import { sources } from './sources.ts'

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    out: { type: 'string' },
    'with-non-commercial': { type: 'boolean', default: false },
  },
})
if (!options.data || !options.out) {
  console.error('Say where the data is and where the model should go: --data DIR --out DIR')
  process.exit(1)
}

const { data, out } = options
const collected = (await Promise.all(sources.map(({ name }) => readExamples(data, name)))).flat()
const contrasts = makeContrasts()
const examples = [...collected, ...readOwnComments()]
const free: ReadonlySet<string> = new Set(sources.filter((one) => one.allowsAnyUse).map(({ name }) => name))

const build = (name: string, isUsed: (source: string) => boolean): Build => {
  const bytes = fitStarter([...examples.filter(({ source }) => isUsed(source)), ...contrasts])
  const starter = loadStarter(bytes)
  return {
    name,
    bytes,
    version: starter.version,
    isUsed,
    metrics: measure(starter, examples),
    macroF1: macroF1(starter, examples),
  }
}
const anyUse = build('any use', (source) => free.has(source) || source === ownSource)
const withoutOwn = build('without our own comments', (source) => free.has(source))
const nonCommercial = build('with the non-commercial sets', () => true)
const chosen = options['with-non-commercial'] ? nonCommercial : anyUse

await mkdir(out, { recursive: true })
await writeFile(path.join(out, 'starter.bin'), chosen.bytes)
await writeFile(
  path.join(out, 'MODEL_CARD.md'),
  modelCard({
    chosen,
    builds: [anyUse, withoutOwn, nonCommercial],
    examples,
    contrastCount: contrasts.length,
  }),
)
console.log(metricsTable(chosen))
console.log(`\n${comparisonTable([anyUse, withoutOwn, nonCommercial])}`)
console.log(`${chosen.version}, ${chosen.bytes.length} bytes, written to ${out}`)

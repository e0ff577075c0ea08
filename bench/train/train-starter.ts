/**
 * Trains the starter that ships with the app: `npm run train:starter -- --data DIR --out DIR`. The same data gives
 * the same file, to the byte. `--with-non-commercial` adds sets whose licences forbid commercial use.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { loadStarter } from '../../core/classifier/linear-classifier.ts'
import { makeContrasts } from './contrasts.ts'
import { fitStarter } from './fit-starter.ts'
import { measure } from './measure.ts'
import { metricsTable, modelCard } from './model-card.ts'
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
const used = sources.filter(({ allowsAnyUse }) => allowsAnyUse || options['with-non-commercial'])
const examples = (await Promise.all(sources.map(({ name }) => readExamples(data, name)))).flat()
const usedNames = new Set(used.map(({ name }) => name))
const collected = examples.filter(({ source }) => usedNames.has(source))
const contrasts = makeContrasts()
const bytes = fitStarter([...collected, ...contrasts])
const starter = loadStarter(bytes)
const metrics = measure(starter, examples)

await mkdir(out, { recursive: true })
await writeFile(path.join(out, 'starter.bin'), bytes)
await writeFile(
  path.join(out, 'MODEL_CARD.md'),
  modelCard({
    version: starter.version,
    bytes: bytes.length,
    used,
    examples,
    metrics,
    contrastCount: contrasts.length,
  }),
)
console.log(metricsTable(metrics, usedNames))
console.log(`${starter.version}, ${bytes.length} bytes, written to ${out}`)

/** `npm run bench`: what is timed, against what, on which machine. `-- project import` runs only those. */
import { benchBulk } from './bulk.bench.ts'
import { benchClassifier } from './classifier.bench.ts'
import { benchImport } from './import.bench.ts'
import { benchMany } from './many.bench.ts'
import { benchMerge } from './merge.bench.ts'
import { benchProject } from './project.bench.ts'
import { benchRecord } from './record.bench.ts'
import { benchSearch } from './search.bench.ts'
import { benchStart } from './start.bench.ts'
import { machineFacts } from './support.ts'

type Benchmark = (say: (line: string) => void) => Promise<void>
const benchmarks: Readonly<Record<string, Benchmark>> = {
  start: benchStart,
  project: benchProject,
  import: benchImport,
  many: benchMany,
  bulk: benchBulk,
  record: benchRecord,
  merge: benchMerge,
  search: benchSearch,
  classifier: benchClassifier,
}

const say = (line: string) => console.log(line)
const wanted = process.argv.slice(2)
say(machineFacts())
for (const [name, run] of Object.entries(benchmarks)) {
  if (wanted.length === 0 || wanted.includes(name)) await run(say)
}

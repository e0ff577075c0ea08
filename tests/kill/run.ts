/** `npm run test:kill`: fifty kills, and ten in the middle of a merge. `-- --times N --seed S` for another number, or the same moments again. */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { createRandom } from '../../core/random.ts'
import { killOften } from './kill.ts'
import { killMerges } from './merges.ts'

const { values } = parseArgs({ options: { times: { type: 'string' }, seed: { type: 'string' } } })
const times = Number(values.times ?? 50)
const seed = Number(values.seed ?? Date.now() % 1_000_000)
const folder = mkdtempSync(path.join(os.tmpdir(), 'fair-hearing-kill-'))
process.env.FAIR_HEARING_HOME = folder
try {
  const report = await killOften(folder, times, createRandom(seed))
  for (const failure of report.failures) console.error(failure)
  console.log(
    `${report.kills} kills (seed ${seed}), ${report.duringImport} of them during an import; ` +
      `${report.acknowledged} acknowledged decisions looked for; ${report.failures.length} failures.`,
  )
  const merges = await killMerges(folder, Math.ceil(times / 5), createRandom(seed))
  for (const failure of merges.failures) console.error(failure)
  console.log(
    `${merges.kills} kills during a merge: ${merges.nothing} with nothing of it there, ${merges.whole} with all of it; ` +
      `${merges.failures.length} failures.`,
  )
  process.exitCode = report.failures.length + merges.failures.length === 0 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

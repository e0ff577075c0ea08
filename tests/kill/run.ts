/** `npm run test:kill`: fifty kills, ten in the middle of a merge, and of a label for very many and its undo. `-- --times N --seed S` for another number, or the same moments again. */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { createRandom } from '../../core/random.ts'
import { killOften } from './kill.ts'
import { killMany } from './many.ts'
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
  const few = Math.ceil(times / 5)
  const merges = await killMerges(folder, few, createRandom(seed))
  const marking = await killMany(folder, 'mark', few, createRandom(seed))
  const undoing = await killMany(folder, 'undo', few, createRandom(seed))
  const pieces = { 'a merge': merges, 'a label for very many': marking, 'its undo': undoing }
  for (const [what, { kills, nothing, whole, failures }] of Object.entries(pieces)) {
    for (const failure of failures) console.error(failure)
    console.log(
      `${kills} kills during ${what}: ${nothing} with nothing of it there, ${whole} with all of it; ` +
        `${failures.length} failures.`,
    )
  }
  const all = [report, ...Object.values(pieces)]
  process.exitCode = all.every(({ failures }) => failures.length === 0) ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

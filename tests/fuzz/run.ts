/** `npm run fuzz`: 2,000 damaged files for each reader. `-- --rounds N --seed S --format ID` for others, or the same again. */
import { parseArgs } from 'node:util'
import { allFixtures, formatsWithoutFixture } from './fixtures.ts'
import { fuzz } from './fuzz.ts'

const { values } = parseArgs({
  options: { rounds: { type: 'string' }, seed: { type: 'string' }, format: { type: 'string' } },
})
const rounds = Number(values.rounds ?? 2000)
const seed = Number(values.seed ?? Date.now() % 1_000_000)
const formats = [...new Set(allFixtures().map(({ reading }) => reading.format))].toSorted()
let failures = 0

for (const format of formats.filter((id) => values.format === undefined || id === values.format)) {
  const [report] = await fuzz([format], { rounds, seed })
  if (report === undefined) continue
  const { wrong, hangs, slowestMs, slowestRound } = report
  failures += wrong.length + hangs.length
  console.log(
    `${format.padEnd(24)} ${rounds} rounds (seed ${seed}), ${wrong.length} crashes, ${hangs.length} hangs, ` +
      `slowest ${slowestMs.toFixed(0)} ms (round ${slowestRound})`,
  )
  // The same fault is met again and again: each is told once, with the round that shows it.
  const faults = new Map(wrong.map(({ round, what }) => [shortened(what), round]))
  for (const [what, round] of [...faults].slice(0, 5)) console.error(`  round ${round}: ${what}`)
  if (hangs.length > 0) console.error(`  hangs in rounds ${hangs.join(', ')}`)
}
const without = formatsWithoutFixture()
if (without.length > 0) console.error(`No fixture in tests/fixtures/exports: ${without.join(', ')}`)
process.exitCode = failures === 0 && without.length === 0 ? 0 : 1

/** What went wrong, and the first place in our code. */
function shortened(what: string): string {
  const lines = what.split('\n').map((line) => line.trim())
  const place = lines.find((line) => /^at .*\/core\/importers\//.test(line))
  return `${lines[0]?.slice(0, 200) ?? ''}${place === undefined ? '' : ` ${place.replace(/\(?file:.*\/core\//, '(core/')}`}`
}

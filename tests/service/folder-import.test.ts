import path from 'node:path'
import { expect, test } from 'vitest'
import { startService, writeFile } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary.ts'

const table = (first: number, rows: number) =>
  `cid,comment\n${Array.from({ length: rows }, (_, n) => `${first + n},"words number ${first + n} ${'and more '.repeat(20)}"`).join('\n')}\n`

test('the bar of a folder counts what is in its files, and never passes its end', async () => {
  const home = temporaryFolder()
  const folder = path.join(home, 'Takeout')
  writeFile(folder, 'one.csv', table(1, 4000))
  writeFile(folder, 'two.csv', table(5000, 4000))
  const service = await startService(home)
  const { ref } = service.running.files.register(folder)
  const survey = await service.result('survey', await service.call('imports.survey', { files: [ref] }))
  expect(survey.files.map(({ name }) => name)).toEqual(['Takeout › one.csv', 'Takeout › two.csv'])
  const files = []
  for (const { file } of survey.files) {
    const started = await service.call('imports.inspect', { file, reading: null })
    files.push({ file, reading: (await service.result('inspect', started)).reading })
  }
  const request = { files, into: 'new', name: 'Takeout', codebook: null } as const
  const reports = await service.result('import', await service.call('imports.start', request))
  expect(reports.map(({ ledger }) => ledger.added)).toEqual([4000, 4000])
  const bytes = survey.files.reduce((sum, file) => sum + file.bytes, 0)
  const told = service.events.flatMap((event) =>
    event.type === 'job' && event.job.kind === 'import' && event.job.total > 0 ? [event.job] : [],
  )
  expect(told.length).toBeGreaterThan(0)
  for (const { done, total } of told) {
    expect(total).toBe(bytes)
    expect(done).toBeLessThanOrEqual(total)
  }
})

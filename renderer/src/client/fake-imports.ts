/** Imports and exports of the invented service. Nothing is read or written. */
import type { ImportReport } from '../../../core/contract/answers.ts'
import type { Service } from '../../../core/contract/contract.ts'
import { standardCodebook } from '../../../core/labels.ts'
import type { Reading } from '../../../core/records.ts'
import { codebookFrom } from './fake-codebook.ts'
import { inventComments } from './fake-data.ts'
import { inspected, problems } from './fake-file.ts'
import type { FakeJobs, JobScript } from './fake-jobs.ts'
import type { FakeProject } from './fake-project.ts'
import type { FakeWorld } from './fake-world.ts'

type ImportMethods = Extract<keyof Service, `imports.${string}` | `jobs.${string}` | 'exports.start'>

const fileBytes = 1_240_000

export function fakeImports(
  world: FakeWorld,
  project: FakeProject,
  jobs: FakeJobs,
  script: JobScript,
): Pick<Service, ImportMethods> {
  const report = (): ImportReport => ({
    importId: 1,
    name: 'echo-comments-2026-09.csv',
    format: 'csv',
    title: 'Table (CSV)',
    importedAt: '2026-09-14T10:00:00.000Z',
    ledger: inspected(world, null, script).ledger,
    incomplete: [],
  })
  return {
    ...jobs.methods,
    // On arrival an optional column that is undefined is one that is absent.
    'imports.survey': ({ files }) =>
      jobs.start('survey', fileBytes, () => ({
        files: files.map((file) => ({ file, name: report().name, bytes: fileBytes, title: 'Table (CSV)' })),
        passedOver: [],
        passedOverCount: 0,
      })),
    'imports.saveReport': () => ({ rows: problems.length }),
    'imports.inspect': ({ reading }) =>
      jobs.start('inspect', fileBytes, () => inspected(world, reading as Reading | null, script)),
    'imports.start': ({ name, into, codebook }) =>
      jobs.start('import', fileBytes, () => {
        world.isOpen = true
        if (into === 'new') {
          world.name = name
          world.codebook = codebook === null ? standardCodebook : codebookFrom(codebook)
        }
        world.comments = inventComments(script.rows ?? 24)
        world.tell('project')
        world.tell('comments')
        return [report()]
      }),
    'imports.list': () => [report()],
    'imports.problems': ({ offset, limit }) => ({
      total: problems.length,
      rows: problems.slice(offset, offset + limit),
    }),
    'exports.start': ({ scope, format }) => {
      const { comments, decided } = project.summary()
      const rows = scope === 'all' ? comments : decided
      return jobs.start('export', rows, () => ({
        name: `fern-ward-report.${format}`,
        rows,
        bytes: 1_100_000,
      }))
    },
  }
}

/** Imports and exports of the invented service. Nothing is read or written. */

import type { Service } from '../../../core/contract/contract.ts'
import type { ImportReport, InspectReport, Ledger } from '../../../core/contract/import-answers.ts'
import { standardCodebook } from '../../../core/labels.ts'
import type { Reading } from '../../../core/records.ts'
import { codebookFrom } from './fake-codebook.ts'
import { inventComments } from './fake-data.ts'
import { problems } from './fake-file.ts'
import type { FakeJobs, JobScript } from './fake-jobs.ts'
import { type FakePick, inspectedPick, surveyed } from './fake-picks.ts'
import type { FakeProject } from './fake-project.ts'
import type { FakeWorld } from './fake-world.ts'

type ImportMethods = Extract<keyof Service, `imports.${string}` | `jobs.${string}` | 'exports.start'>

const fileBytes = 1_240_000

export function fakeImports(
  world: FakeWorld,
  project: FakeProject,
  jobs: FakeJobs,
  { script, pick }: { readonly script: JobScript; readonly pick: FakePick },
): Pick<Service, ImportMethods> {
  const readings = new Map<string, Reading | null>()
  const look = (file: string, reading: Reading | null) => {
    readings.set(file, reading)
    return inspectedPick(pick, file, { world, reading, script })
  }
  const done: ImportReport[] = []
  const reportOf = (found: InspectReport, at: number): ImportReport => ({
    importId: at + 1,
    name: found.name,
    format: found.reading.format,
    title: found.title ?? 'Table (CSV)',
    importedAt: '2026-09-14T10:00:00.000Z',
    // What was here already has changed in part: an inspection cannot know, an import does.
    ledger: { ...found.ledger, ...changed(found.ledger) },
    incomplete: found.incomplete,
  })
  return {
    ...jobs.methods,
    'imports.survey': () => jobs.start('survey', 4, () => surveyed(pick)),
    'imports.saveReport': () => ({ rows: problems.length }),
    // On arrival an optional column that is undefined is one that is absent.
    'imports.inspect': ({ file, reading }) =>
      jobs.start('inspect', fileBytes, () => look(file, reading as Reading | null)),
    'imports.together': ({ files }) => {
      const all = files.map((file) => look(file, readings.get(file) ?? null))
      return {
        added: all.reduce((sum, { ledger }) => sum + ledger.added, 0),
        withdrawn: all.reduce((sum, { withdrawn }) => sum + withdrawn.added, 0),
      }
    },
    'imports.start': ({ files, name, into, codebook }) =>
      jobs.start('import', fileBytes, () => {
        world.isOpen = true
        if (into === 'new') {
          world.name = name
          world.codebook = codebook === null ? standardCodebook : codebookFrom(codebook)
        }
        world.comments = inventComments(script.rows ?? 24)
        world.isUndecidable = pick === 'posts'
        world.tell('project')
        world.tell('comments')
        const reports = files.map((one, at) => reportOf(look(one.file, one.reading as Reading), at))
        done.splice(0, done.length, ...reports)
        return reports
      }),
    'imports.list': () => (done.length > 0 ? done : [reportOf(look('file-0001', null), 0)]),
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

function changed({ alreadyHere, updated }: Ledger): Pick<Ledger, 'alreadyHere' | 'updated'> {
  const newer = Math.min(2, alreadyHere)
  return { alreadyHere: alreadyHere - newer, updated: updated + newer }
}

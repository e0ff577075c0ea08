/** Checks the record of a project, or writes it as a file. Reads the project only. */
import { Readable } from 'node:stream'
import { type RecordFormat, recordText } from '../../core/record/file.ts'
import { writeAtomically } from '../files/atomic-write.ts'
import { readHead } from '../service/store/chain.ts'
import { readCodebook } from '../service/store/codebook.ts'
import { readProjectFile } from '../service/store/project-file.ts'
import { type BrokenLink, brokenLink } from '../service/store/record-check.ts'
import { type EntryFilter, everyEntry } from '../service/store/record-entries.ts'
import { wronglyStanding } from '../service/store/standing.ts'
import { runAsTask } from './task.ts'

export type RecordTask =
  | { readonly project: string; readonly does: 'verify' }
  | {
      readonly project: string
      readonly does: 'write'
      readonly target: string
      readonly format: RecordFormat
      readonly filter: EntryFilter
    }

export interface Verified {
  readonly rows: number
  /** Of the last row. */
  readonly head: string
  readonly broken: BrokenLink | null
  /** Comments that carry a label which their decisions do not come to. */
  readonly wrongLabels: number
}

export interface Written {
  readonly rows: number
  readonly bytes: number
}

runAsTask(async (task: RecordTask): Promise<Verified | Written> => {
  const db = readProjectFile(task.project)
  try {
    if (task.does === 'verify') {
      const { id: rows, hash: head } = readHead(db)
      return { rows, head, broken: brokenLink(db), wrongLabels: wronglyStanding(db).length }
    }
    let rows = 0
    const counted = function* () {
      for (const entry of everyEntry(db, task.filter)) {
        rows += 1
        yield entry
      }
    }
    const text = recordText(counted(), task.format, readCodebook(db).labels)
    const bytes = await writeAtomically(task.target, Readable.from(text))
    return { rows, bytes }
  } finally {
    db.close()
  }
})

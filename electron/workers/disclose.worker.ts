/** Writes the disclosure folder, or an archive of it. Reads the project only. */
import { createHash } from 'node:crypto'
import type { DisclosureFile } from '../../core/disclosure/facts.ts'
import { disclosureFiles, sumsFile } from '../../core/disclosure/files.ts'
import { writeAtomically } from '../files/atomic-write.ts'
import { writeFolder } from '../files/write-folder.ts'
import { zipPieces } from '../files/zip-writer.ts'
import { disclosureFacts } from '../service/store/disclosed.ts'
import { readProjectFile } from '../service/store/project-file.ts'
import { stepBack } from './step-back.ts'
import { runAsTask, type TaskPort } from './task.ts'

export interface DiscloseTask {
  readonly project: string
  readonly target: string
  readonly as: 'folder' | 'archive'
  /** The archive's one folder. */
  readonly folder: string
  /** The model that ships with the app. */
  readonly starter: { readonly version: string; readonly card: string }
  readonly appVersion: string
  /** UTC, ISO 8601. */
  readonly madeAt: string
}
export interface DiscloseMessage {
  readonly type: 'progress'
  /** Files. */
  readonly done: number
  readonly total: number
}
export interface DiscloseOutcome {
  readonly files: number
  readonly bytes: number
  /** The last row of the record as it was disclosed. */
  readonly head: { readonly id: number; readonly hash: string } | null
}

stepBack()

runAsTask(async (task: DiscloseTask, port: TaskPort): Promise<DiscloseOutcome> => {
  const { target, as, folder, madeAt, appVersion } = task
  const db = readProjectFile(task.project)
  try {
    // All of it as it is at one moment, whatever is decided meanwhile.
    db.get('begin')
    const facts = disclosureFacts(db, { madeAt, appVersion, starter: task.starter })
    const files = disclosureFiles(facts)
    const total = files.length + 1
    const all = withSums(files, (done) =>
      port.post({ type: 'progress', done, total } satisfies DiscloseMessage),
    )
    const options = { isCancelled: port.isCancelled }
    const bytes =
      as === 'folder'
        ? await writeFolder(target, all, options)
        : await writeAtomically(target, zipPieces(inFolder(folder, all), new Date(madeAt)), options)
    return { files: total, bytes, head: facts.head }
  } finally {
    db.close()
  }
})

/** Each file, and then the hashes of what was written of them. */
function* withSums(
  files: readonly DisclosureFile[],
  onWritten: (count: number) => void,
): Generator<DisclosureFile> {
  const sums: { readonly name: string; readonly sha256: string }[] = []
  for (const { name, text } of files) {
    const hash = createHash('sha256')
    yield {
      name,
      *text() {
        for (const piece of text()) {
          hash.update(piece)
          yield piece
        }
      },
    }
    sums.push({ name, sha256: hash.digest('hex') })
    onWritten(sums.length)
  }
  yield sumsFile(sums)
}

function* inFolder(folder: string, files: Iterable<DisclosureFile>): Generator<DisclosureFile> {
  for (const { name, text } of files) yield { name: `${folder}/${name}`, text }
}

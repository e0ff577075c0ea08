/** A merge from the choice of a file to what came of it: a look first, then the merge itself. */
import { useState } from 'react'
import type { Job } from '../../../../core/contract/answers.ts'
import type { PickedFile } from '../../../../core/contract/contract.ts'
import type { MergeReport } from '../../../../core/contract/package-answers.ts'
import { useClient } from '../../client/client.ts'
import { useJob } from '../../client/use-job.ts'
import { en } from '../../copy/en.ts'

export interface Merging {
  /** What runs; null while nothing does. */
  readonly job: Job | null
  /** Of the file that was chosen: what would happen, then what did; null before. */
  readonly report: MergeReport | null
  choose(): void
  merge(sameCoders: boolean): void
  stop(): void
  forget(): void
}

interface Looked {
  readonly file: PickedFile
  readonly report: MergeReport
}

/** By project: whoever opens one of the conflicts comes back to the list of them. */
const kept = new Map<string, Looked>()

export function useMerge(projectId: string, onNote: (words: string) => void): Merging {
  const client = useClient()
  const onStopped = () => onNote(en.merging.stopped)
  const looking = useJob('merge-look', onStopped)
  const merging = useJob('merge', onStopped)
  const [looked, setLooked] = useState<Looked | null>(kept.get(projectId) ?? null)
  const keep = (next: Looked | null) => {
    if (next === null) kept.delete(projectId)
    else kept.set(projectId, next)
    setLooked(next)
  }

  const look = async () => {
    let file: PickedFile | null = null
    const report = await looking.run(async () => {
      file = await client.pickFile('copy')
      return file === null ? null : client.call('merge.inspect', { file: file.ref })
    })
    if (file !== null && report !== null) keep({ file, report })
  }
  const merge = async (sameCoders: boolean) => {
    if (looked === null) return
    const { file } = looked
    const report = await merging.run(() => client.call('merge.start', { file: file.ref, sameCoders }))
    if (report !== null) keep({ file, report })
  }
  return {
    job: looking.job ?? merging.job,
    report: looked?.report ?? null,
    choose: () => void look(),
    merge: (sameCoders) => void merge(sameCoders),
    stop: () => {
      looking.stop()
      merging.stop()
    },
    forget: () => keep(null),
  }
}

/** Saves the report of an import as CSV where the person says. */
import { useCallback, useState } from 'react'
import type { ImportReport } from '../../../core/contract/import-answers.ts'
import { en } from '../copy/en.ts'
import { failureOf, useClient, useReport } from './client.ts'

export interface SaveReport {
  /** The imports whose reports are saved. */
  readonly saved: ReadonlySet<number>
  save(report: ImportReport): void
}

/** @param onSaved told in words when a report is saved */
export function useSaveReport(onSaved: (words: string) => void): SaveReport {
  const client = useClient()
  const report = useReport()
  const [saved, setSaved] = useState<ReadonlySet<number>>(new Set())
  const run = useCallback(
    async ({ importId, name }: ImportReport) => {
      // A member of an archive has a sign in its name that no file should have.
      const target = await client.pickTarget(en.accounts.suggestedName(name.split(' › ').at(-1) ?? name))
      if (target === null) return
      await client.call('imports.saveReport', { importId, target })
      await client.deliver(target)
      setSaved((before) => new Set([...before, importId]))
      onSaved(en.accounts.savedOf(name))
    },
    [client, onSaved],
  )
  return { saved, save: (one) => void run(one).catch((error: unknown) => report(failureOf(error))) }
}

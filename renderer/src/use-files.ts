/** Files that the person chooses or drops, one choice at a time. */
import { useCallback, useRef } from 'react'
import type { PickedFile } from '../../core/contract/contract.ts'
import { failureOf, useClient, useReport } from './client/client.ts'

/** Until a drop is said to take a while. */
const slowMs = 500

/**
 * @param onFiles is given a number with them that is another one for each choice
 * @param onSlowDrop when a drop takes a while
 */
export function useFiles(
  onFiles: (picked: readonly PickedFile[], turn: number) => void,
  onSlowDrop: () => void,
) {
  const client = useClient()
  const report = useReport()
  const isBusy = useRef(false)
  const turn = useRef(0)
  const take = useCallback(
    async (ask: () => Promise<readonly PickedFile[]>) => {
      if (isBusy.current) return
      isBusy.current = true
      try {
        // Asked before anything is waited for: a drop holds its files only while it is being heard.
        const picked = await ask()
        turn.current += 1
        if (picked.length > 0) onFiles(picked, turn.current)
      } catch (error) {
        report(failureOf(error))
      } finally {
        isBusy.current = false
      }
    },
    [onFiles, report],
  )
  const chooseFiles = useCallback(() => void take(() => client.pickFiles('files')), [client, take])
  const chooseFolder = useCallback(() => void take(() => client.pickFiles('folder')), [client, take])
  const takeDropped = useCallback(
    (dropped: DataTransfer) =>
      void take(() => {
        // A browser hands over every byte, which may take a while; the app only names a place.
        const timer = setTimeout(onSlowDrop, slowMs)
        return client.takeDropped(dropped).finally(() => clearTimeout(timer))
      }),
    [client, onSlowDrop, take],
  )
  return { chooseFiles, chooseFolder, takeDropped }
}

/** Whether this window only reads, and because of whom. */
import { createContext, useContext } from 'react'

/** `tab`: another tab of the same browser mode writes. `program`: another program does. Null: we do. */
export type ReadingOnly = 'tab' | 'program' | null

export const ReadingOnlyContext = createContext<ReadingOnly>(null)

export function useReadingOnly(): ReadingOnly {
  return useContext(ReadingOnlyContext)
}

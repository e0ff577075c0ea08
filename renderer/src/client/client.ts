/** How every screen reaches the service, and where it says that something failed. */
import { createContext, useContext } from 'react'
import type { Client } from '../../../core/contract/contract.ts'
import { AppError, type Failure, type Result } from '../../../core/result.ts'

export const ClientContext = createContext<Client | null>(null)

/** The client of this window. @throws when nothing above provides one */
export function useClient(): Client {
  const client = useContext(ClientContext)
  if (client === null) throw new Error('There is no client above this component.')
  return client
}

export type Report = (failure: Failure) => void
export const ReportContext = createContext<Report>(() => undefined)

/** Where a failure is said: the one message bar of the window. */
export function useReport(): Report {
  return useContext(ReportContext)
}

/** The value inside a result. @throws AppError with the failure's code and sentence */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new AppError(result.failure.code, result.failure.message)
}

/** What was thrown, as a failure a person can read. */
export function failureOf(error: unknown): Failure {
  if (error instanceof AppError) return { code: error.code, message: error.message }
  return { code: 'unexpected', message: error instanceof Error ? error.message : String(error) }
}

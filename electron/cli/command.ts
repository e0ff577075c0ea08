/** What every command is made of. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import type { Failure } from '../../core/result.ts'
import { AppError } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'
import type { Context } from '../service/context.ts'
import { appVersion, resourcesFolder, standardPlaces } from '../service/paths.ts'
import { createContext } from '../service/service.ts'

export interface Io {
  out(text: string): void
  err(text: string): void
  /** Whether progress on standard error is seen by a person. */
  readonly isTerminal: boolean
}

export interface Command {
  readonly name: string
  readonly summary: string
  readonly usage: string
  readonly details: string
  /** @returns the exit status. @throws UsageError, AppError */
  run(args: readonly string[], io: Io): Promise<number>
}

/** The call's words are off: exit status 2. */
export class UsageError extends Error {}

/** @throws UsageError for an option that is not known or has no value */
export function parsed<T extends ParseArgsOptionsConfig>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** @throws UsageError when the option was not given */
export function needed(value: string | undefined, option: string): string {
  if (value === undefined || value === '') throw new UsageError(`${option} is needed.`)
  return value
}

/** One line on standard error that is written over, for people only. */
export function progressLine(io: Io, what: string) {
  return {
    show(done: number, total: number): void {
      if (io.isTerminal && total > 0) io.err(`\r${what}: ${Math.floor((100 * done) / total)} %`)
    },
    clear(): void {
      if (io.isTerminal) io.err('\r\u001b[K')
    },
  }
}

/** Stops the work when the person presses Ctrl C. */
export function interruptible(): { readonly signal: AbortSignal; readonly over: () => void } {
  const controller = new AbortController()
  const stop = () => controller.abort()
  process.once('SIGINT', stop)
  return { signal: controller.signal, over: () => process.removeListener('SIGINT', stop) }
}

/**
 * The service as long as `work` runs, which Ctrl C stops; then its jobs are stopped and its project is closed.
 *
 * @throws what `work` throws
 */
export async function withService<T>(
  work: (context: Context, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { signal, over } = interruptible()
  const { context, close } = await createContext({
    places: standardPlaces(resourcesFolder()),
    emit: () => undefined,
    version: appVersion(),
  })
  try {
    return await work(context, signal)
  } finally {
    over()
    await close()
  }
}

/** @throws AppError the failure of a job that did not end well */
export function orThrow(failure: Failure | null): void {
  if (failure) throw new AppError(failure.code, failure.message ?? sentences.unexpected())
}

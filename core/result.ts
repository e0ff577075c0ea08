/** What crosses a door (IPC, HTTP, worker): a value, or a failure with a sentence a person can act on. */

export const failureCodes = [
  'bad-request',
  'no-project',
  'project-missing',
  'project-moved',
  'project-damaged',
  'project-newer',
  'project-foreign',
  'project-read-only',
  'project-busy',
  'disk-full',
  'file-missing',
  'file-unreadable',
  'file-empty',
  'file-not-comments',
  'not-found',
  'busy',
  'cancelled',
  'unexpected',
] as const

export type FailureCode = (typeof failureCodes)[number]

/** `message` is one or two plain sentences: what happened, where, and what to do. */
export interface Failure {
  readonly code: FailureCode
  readonly message: string
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure }

/** Thrown inside a room; turned into a `Failure` at its door. */
export class AppError extends Error {
  readonly code: FailureCode
  constructor(code: FailureCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options)
    this.name = 'AppError'
    this.code = code
  }
}

/** The end of an exhaustive switch: does not compile while a case is missing. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${String(value)}`)
}

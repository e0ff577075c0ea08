/** The one door's lock: validates what comes in, runs it, and turns every throw into a failure. */
import * as z from 'zod'
import type { Service } from '../../core/contract/contract.ts'
import { type Method, requests } from '../../core/contract/requests.ts'
import { AppError, type Failure, type Result } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'

/** Never throws. An unknown method, or arguments of another shape, is a `bad-request`. */
export async function dispatch(service: Service, method: string, request: unknown): Promise<Result<unknown>> {
  if (!isMethod(method)) return refused(sentences.unknownMethod(method.slice(0, 80)))
  const parsed = requests[method].safeParse(request)
  if (!parsed.success) return refused(sentences.badRequest(method, z.prettifyError(parsed.error)))
  try {
    // Safe: the request was checked by this method's own schema just above.
    const run = service[method] as (request: unknown) => unknown
    return { ok: true, value: await run(parsed.data) }
  } catch (error) {
    return { ok: false, failure: describe(error, method) }
  }
}

/** An `AppError` keeps its code and sentence; anything else is our bug, logged without any comment text. */
export function describe(error: unknown, where = 'job'): Failure {
  if (error instanceof AppError) return { code: error.code, message: error.message }
  console.error(`Unexpected failure in ${where}:`, error)
  return { code: 'unexpected', message: sentences.unexpected() }
}

function isMethod(name: string): name is Method {
  return Object.hasOwn(requests, name)
}

function refused(message: string): Result<never> {
  return { ok: false, failure: { code: 'bad-request', message } }
}

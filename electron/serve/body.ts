/** Reading what a request carries, within bounds of size and time, without cutting the line before the answer. */
import type { IncomingMessage } from 'node:http'
import type { Refusal } from './guards.ts'

export interface BodyLimits {
  readonly maxBytes: number
  /** The whole body must arrive within this time. */
  readonly timeoutMs: number
}

/** The JSON of a request, or why it was not taken: 413 too long, 408 too slow, 400 not JSON. */
export async function readJson(
  request: IncomingMessage,
  limits: BodyLimits,
): Promise<{ readonly value: unknown } | Refusal> {
  const text = await readText(request, limits)
  if (typeof text !== 'string') return text
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { status: 400, message: 'The request is not JSON.' }
  }
}

/** A text field of a JSON object; null when it is not there. */
export function textField(value: unknown, name: string): string | null {
  if (typeof value !== 'object' || value === null) return null
  const field: unknown = Reflect.get(value, name)
  return typeof field === 'string' ? field : null
}

/**
 * Collected by events on purpose: leaving a `for await` early destroys the socket, and the sender would see a
 * broken line in place of the 413. After the answer Node reads the rest and throws it away.
 */
function readText(request: IncomingMessage, limits: BodyLimits): Promise<string | Refusal> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const finish = (result: string | Refusal) => {
      clearTimeout(timer)
      request.off('data', collect)
      resolve(result)
    }
    const collect = (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= limits.maxBytes) chunks.push(chunk)
      else finish({ status: 413, message: `The request is longer than ${limits.maxBytes} bytes.` })
    }
    const timer = setTimeout(
      () => finish({ status: 408, message: 'The request did not arrive in time.' }),
      limits.timeoutMs,
    )
    request.on('data', collect)
    request.once('end', () => finish(Buffer.concat(chunks).toString('utf8')))
    request.once('error', () => finish({ status: 400, message: 'The request broke off.' }))
  })
}

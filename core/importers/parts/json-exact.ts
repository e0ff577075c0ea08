/** JSON without the loss of long ids, and safe ways to look into what came of it. */

export type JsonObject = Readonly<Record<string, unknown>>

/** As the engine has it since 2023; the type library does not name the third argument yet. */
const parseWithSource = JSON.parse as (
  text: string,
  reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
) => unknown

/**
 * Ids of 19 digits do not fit a number: where a text holds any, they are taken as they are written, as texts.
 *
 * @throws SyntaxError for what is no JSON
 */
export function parseExactly(text: string): unknown {
  if (!/\d{16}/.test(text)) return JSON.parse(text)
  try {
    return parseWithSource(text, (_, value, context) =>
      typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context.source ?? '')
        ? context.source
        : value,
    )
  } catch (error) {
    // The engine parses any depth, but walks through it by calling itself.
    if (error instanceof RangeError) return JSON.parse(text)
    throw error
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What an object itself holds under a key, never what all objects inherit. */
export function at(value: unknown, ...keys: readonly string[]): unknown {
  let found = value
  for (const key of keys) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined
    // Safe: an object that has this key of its own.
    found = (found as JsonObject)[key]
  }
  return found
}

/** A text, or a number as text; null for everything else and for a text of blanks. */
export function textAt(value: unknown, ...keys: readonly string[]): string | null {
  const found = at(value, ...keys)
  if (typeof found === 'number' && Number.isFinite(found)) return String(found)
  return typeof found === 'string' && found.trim() !== '' ? found : null
}

/** A number, or a text of digits as one; null for everything else. */
export function numberAt(value: unknown, ...keys: readonly string[]): number | null {
  const found = at(value, ...keys)
  if (typeof found === 'number') return Number.isFinite(found) ? found : null
  return typeof found === 'string' && /^-?\d{1,15}(\.\d+)?$/.test(found.trim()) ? Number(found) : null
}

/** A list; an empty one where there is none. */
export function listAt(value: unknown, ...keys: readonly string[]): readonly unknown[] {
  const found = at(value, ...keys)
  return Array.isArray(found) ? found : []
}

/** Who may talk to browser mode: a one-use key from the printed link becomes the token of one tab. */
import { isSameSecret, newSecret, oneUse } from './secrets.ts'

const keyLifeMs = 10 * 60_000

export interface Session {
  /** A key for one link; it opens once, within ten minutes. */
  newKey(): string
  /** The token for a key; null when the key is wrong, used or too old. The token lives as long as the server. */
  exchange(key: string): string | null
  isToken(token: string): boolean
}

/** @param now milliseconds since 1970 */
export function createSession(now: () => number = Date.now): Session {
  const keys = oneUse<true>({ lifeMs: keyLifeMs, now })
  const tokens = new Set<string>()
  return {
    newKey: () => keys.issue(true),
    exchange(key) {
      if (!keys.redeem(key)) return null
      const token = newSecret()
      tokens.add(token)
      return token
    },
    isToken: (given) => [...tokens].some((token) => isSameSecret(given, token)),
  }
}

/** The token of an `Authorization` header; null when there is none. */
export function bearerToken(header: string | undefined): string | null {
  return /^Bearer ([A-Za-z0-9_-]{1,200})$/.exec(header ?? '')?.[1] ?? null
}

/** One-use secrets that expire: the keys of links and the tickets of downloads. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 random bits as 43 characters that are safe in an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** Compares in a time that says nothing about where the two differ, nor how long they are. */
export function isSameSecret(given: string, kept: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(kept))
}

/** Secrets that each stand for one `T` and open once. */
export interface OneUse<T> {
  issue(value: T): string
  /** Uses the secret up. Null when it was never issued, was used or is too old. */
  redeem(secret: string): T | null
}

/** @param options `now` in milliseconds since 1970; a secret lives for `lifeMs` */
export function oneUse<T>(options: { readonly lifeMs: number; readonly now: () => number }): OneUse<T> {
  const issued = new Map<string, { readonly value: T; readonly expiresAt: number }>()
  const forgetOld = () => {
    for (const [secret, { expiresAt }] of issued) if (expiresAt <= options.now()) issued.delete(secret)
  }
  return {
    issue(value) {
      forgetOld()
      const secret = newSecret()
      issued.set(secret, { value, expiresAt: options.now() + options.lifeMs })
      return secret
    },
    redeem(given) {
      forgetOld()
      for (const [secret, { value }] of issued) {
        if (!isSameSecret(given, secret)) continue
        issued.delete(secret)
        return value
      }
      return null
    },
  }
}

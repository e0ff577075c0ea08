import { expect, test } from 'vitest'
import { isSameSecret, newSecret, oneUse } from '../../electron/serve/secrets.ts'
import { bearerToken, createSession } from '../../electron/serve/session.ts'

test('a key is dead after ten minutes', () => {
  const clock = { now: 0 }
  const session = createSession(() => clock.now)
  const [early, late] = [session.newKey(), session.newKey()]
  clock.now = 10 * 60_000 - 1
  expect(session.exchange(early)).not.toBeNull()
  clock.now += 1
  expect(session.exchange(late)).toBeNull()
})

test('every tab gets its own token, and all of them hold', () => {
  const session = createSession()
  const tokens = [session.exchange(session.newKey()), session.exchange(session.newKey())]
  expect(new Set(tokens).size).toBe(2)
  for (const token of tokens) expect(session.isToken(token ?? '')).toBe(true)
  expect(session.isToken('')).toBe(false)
})

test('a one-use secret gives its value once', () => {
  const tickets = oneUse<string>({ lifeMs: 1000, now: () => 0 })
  const ticket = tickets.issue('file')
  expect(tickets.redeem(ticket.slice(1))).toBeNull()
  expect(tickets.redeem(ticket)).toBe('file')
  expect(tickets.redeem(ticket)).toBeNull()
})

test('secrets are long, different, and compared whatever their length', () => {
  expect(newSecret()).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(newSecret()).not.toBe(newSecret())
  expect(isSameSecret('a', 'ab')).toBe(false)
  expect(isSameSecret('ab', 'ab')).toBe(true)
})

test('only a bearer header holds a token', () => {
  expect(bearerToken('Bearer abc-_1')).toBe('abc-_1')
  for (const header of [undefined, '', 'abc', 'bearer abc', 'Bearer a b'])
    expect(bearerToken(header)).toBeNull()
})

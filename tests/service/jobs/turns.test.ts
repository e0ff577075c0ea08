/** Work that is done one piece after the other. */
import { expect, test } from 'vitest'
import { takeTurns } from '../../../electron/service/jobs/turns.ts'

test('one piece begins when the one before is over, also where that failed, and the first one at once', async () => {
  const turns = takeTurns()
  const seen: string[] = []
  const piece =
    (name: string, fails = false) =>
    async () => {
      seen.push(`${name} begins`)
      await new Promise((resolve) => setImmediate(resolve))
      seen.push(`${name} ends`)
      if (fails) throw new Error(name)
      return name
    }
  const first = turns.run(piece('one', true))
  expect(seen).toEqual(['one begins'])
  const second = turns.run(piece('two'))
  const idle = turns.idle().then(() => seen.push('idle'))
  await expect(first).rejects.toThrow('one')
  expect(await second).toBe('two')
  await idle
  expect(seen).toEqual(['one begins', 'one ends', 'two begins', 'two ends', 'idle'])
  await turns.idle()
  turns.run(piece('three'))
  expect(seen.at(-1)).toBe('three begins')
})

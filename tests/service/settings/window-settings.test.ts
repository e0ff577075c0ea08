/** What a person sets for the window: what it is on the first day, what may be said, and that it stays. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { requests } from '../../../core/contract/requests.ts'
import { openSettings } from '../../../electron/service/settings/settings.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const update = requests['settings.update']
const plain = {
  contrast: 'system',
  density: 'comfortable',
  textSize: 100,
  singleKeys: true,
  keys: {},
  coverSlurs: false,
  coverText: false,
  breakAfter: 0,
}

describe('settings of the window', () => {
  test('are plain on the first day, with covers and breaks off', async () => {
    expect((await openSettings(temporaryFolder())).settings.get()).toMatchObject(plain)
  })

  test('a file from before they were there is whole, and keeps what it says', async () => {
    const folder = temporaryFolder()
    mkdirSync(folder, { recursive: true })
    const before = { schemaVersion: 1, coder: 'Priya', theme: 'dark', mode: 'code', order: 'random' }
    writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(before))
    const { settings, damaged } = await openSettings(folder)
    expect(damaged).toBeNull()
    expect(settings.get()).toMatchObject({ ...before, ...plain })
  })

  test('a size that is none, and keys without end, are refused', () => {
    expect(update.safeParse({ textSize: 300 }).success).toBe(false)
    expect(update.safeParse({ breakAfter: 5 }).success).toBe(false)
    expect(update.safeParse({ contrast: 'less' }).success).toBe(false)
    expect(update.safeParse({ keys: { skip: Array.from({ length: 10 }, () => 'b') } }).success).toBe(false)
    const many = Object.fromEntries(Array.from({ length: 301 }, (_, at) => [`label:${at}`, ['b']]))
    expect(update.safeParse({ keys: many }).success).toBe(false)
    expect(update.safeParse({ keys: { skip: ['b'], note: [] }, textSize: 200, breakAfter: 45 }).success).toBe(
      true,
    )
  })
})

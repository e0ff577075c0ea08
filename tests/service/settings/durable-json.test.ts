import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { openDurableFile } from '../../../electron/service/settings/durable-json.ts'
import { openSettings } from '../../../electron/service/settings/settings.ts'
import { loadWindowState, saveWindowState } from '../../../electron/service/settings/window-state.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const schema = z.object({ n: z.number() })

describe('a durable file', () => {
  test('starts from its initial value and writes nothing until asked to', async () => {
    const file = path.join(temporaryFolder(), 'deep', 'a.json')
    const durable = await openDurableFile(file, schema, { n: 1 })
    expect(durable.get()).toEqual({ n: 1 })
    expect(existsSync(file)).toBe(false)
    await durable.update(({ n }) => ({ n: n + 1 }))
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ n: 2 })
    expect((await openDurableFile(file, schema, { n: 1 })).get()).toEqual({ n: 2 })
  })

  test('comes back from the last good copy when the file is torn, and keeps the torn one', async () => {
    const file = path.join(temporaryFolder(), 'a.json')
    await (await openDurableFile(file, schema, { n: 1 })).update(() => ({ n: 7 }))
    writeFileSync(file, '{"n": 7')
    const again = await openDurableFile(file, schema, { n: 1 })
    expect(again.get()).toEqual({ n: 7 })
    expect(again.damaged).toBe(`${file}.damaged`)
    expect(readFileSync(`${file}.damaged`, 'utf8')).toBe('{"n": 7')
  })

  test('refuses a file of another shape', async () => {
    const file = path.join(temporaryFolder(), 'a.json')
    writeFileSync(file, '{"n": "seven"}')
    const durable = await openDurableFile(file, schema, { n: 1 })
    expect(durable.get()).toEqual({ n: 1 })
    expect(durable.damaged).not.toBeNull()
  })

  test('applies many changes made at once, one after the other, and leaves no temporary files', async () => {
    const folder = temporaryFolder()
    const durable = await openDurableFile(path.join(folder, 'a.json'), schema, { n: 0 })
    await Promise.all(Array.from({ length: 20 }, () => durable.update(({ n }) => ({ n: n + 1 }))))
    expect(durable.get()).toEqual({ n: 20 })
    expect(readdirSync(folder).toSorted()).toEqual(['a.json', 'a.json.bak'])
  })

  test('keeps the old value when it cannot be written', async () => {
    const folder = temporaryFolder()
    const file = path.join(folder, 'a.json')
    const durable = await openDurableFile(file, schema, { n: 1 })
    mkdirSync(file)
    await expect(durable.update(() => ({ n: 2 }))).rejects.toThrow()
    expect(durable.get()).toEqual({ n: 1 })
  })
})

describe('settings', () => {
  test('say which file was set aside', async () => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, 'settings.json'), 'not json')
    const settings = await openSettings(folder)
    expect(settings.damaged).toContain('settings.json')
    expect(settings.settings.get().mode).toBe('code')
    expect(settings.library.get().codebooks).toHaveLength(1)
  })

  test('remember where the window was', async () => {
    const folder = temporaryFolder()
    const state = { x: 10, y: 20, width: 1000, height: 700, maximized: false }
    await saveWindowState(folder, state)
    expect(await loadWindowState(folder)).toEqual(state)
  })
})

import { mkdirSync, mkdtempSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { resourcesFolder } from '../../electron/service/paths.ts'

describe('the folder of resources', () => {
  test('is beside the archive in the packed app', () => {
    expect(resourcesFolder('/opt/Fair Hearing/resources/app.asar/out/electron')).toBe(
      '/opt/Fair Hearing/resources',
    )
    expect(resourcesFolder('C:\\Fair Hearing\\resources\\app.asar\\out\\electron')).toBe(
      'C:\\Fair Hearing\\resources',
    )
  })

  test('is found above the sources and above the bundle in a checkout', () => {
    const checkout = realpathSync(mkdtempSync(path.join(tmpdir(), 'fair-hearing-')))
    for (const folder of ['resources', 'electron/shell', 'out/electron']) {
      mkdirSync(path.join(checkout, folder), { recursive: true })
    }
    const resources = path.join(checkout, 'resources')
    expect(resourcesFolder(path.join(checkout, 'electron/shell'))).toBe(resources)
    expect(resourcesFolder(path.join(checkout, 'out/electron'))).toBe(resources)
  })

  test('says so when there is none', () => {
    expect(() => resourcesFolder(mkdtempSync(path.join(tmpdir(), 'fair-hearing-')))).toThrow(/"resources"/)
  })
})

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { bundlePreload } from '../support/electron-page.ts'

const root = path.resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'fair-hearing-bundle-'))
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8')

beforeAll(() => {
  const vite = path.join(root, 'node_modules/vite/bin/vite.js')
  const options = ['build', '--config', 'vite.electron.config.ts', '--outDir', folder, '--logLevel', 'warn']
  execFileSync(process.execPath, [vite, ...options], { cwd: root })
})

/** What a bundled script imports, by name. */
function importsOf(code: string): readonly string[] {
  return [...code.matchAll(/^import\s(?:[^'"]*?\sfrom\s)?["']([^"']+)["']/gm)].map((match) => match[1] ?? '')
}

describe('the bundled scripts', () => {
  test('need nothing but Node, Electron and each other', () => {
    const strangers = readdirSync(folder).flatMap((file) =>
      importsOf(read(file)).filter(
        (name) => !isBuiltin(name) && name !== 'electron' && !/^\.\/[\w.-]+\.js$/.test(name),
      ),
    )
    expect(strangers).toEqual([])
  })

  test('name Electron in the app itself only, so that workers and the command line run under Node', () => {
    const naming = readdirSync(folder).filter((file) => importsOf(read(file)).includes('electron'))
    expect(naming).toEqual(['main.js'])
  })

  test('are all in one folder, where workers look for each other', () => {
    expect(readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.isFile())).toEqual([])
  })
})

test('the bundled preload requires Electron alone', async () => {
  const code = await bundlePreload()
  expect([...code.matchAll(/require\(([^)]*)\)/g)].map((match) => match[1])).toEqual(['"electron"'])
})

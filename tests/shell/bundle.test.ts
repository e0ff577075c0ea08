import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { describe, expect, inject, test } from 'vitest'

const folder = path.join(inject('built'), 'out/electron')
const preload = 'preload.cjs'
const scripts = readdirSync(folder).filter((file) => file !== preload)
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8')

/** What a bundled script imports, by name. */
function importsOf(code: string): readonly string[] {
  return [...code.matchAll(/^import\s(?:[^'"]*?\sfrom\s)?["']([^"']+)["']/gm)].map((match) => match[1] ?? '')
}

describe('the bundled scripts', () => {
  test('need nothing but Node, Electron and each other', () => {
    const strangers = scripts.flatMap((file) =>
      importsOf(read(file)).filter(
        (name) => !isBuiltin(name) && name !== 'electron' && !/^\.\/[\w.-]+\.js$/.test(name),
      ),
    )
    expect(strangers).toEqual([])
  })

  test('name Electron in the app itself only, so that workers and the command line run under Node', () => {
    const naming = scripts.filter((file) => importsOf(read(file)).includes('electron'))
    expect(naming).toEqual(['main.js'])
  })

  test('are all in one folder, where workers look for each other', () => {
    expect(readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.isFile())).toEqual([])
  })
})

test('the bundled preload requires Electron alone', () => {
  const code = read(preload)
  expect([...code.matchAll(/require\(([^)]*)\)/g)].map((match) => match[1])).toEqual(['"electron"'])
})

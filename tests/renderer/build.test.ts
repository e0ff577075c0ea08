/** The window as it is shipped. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '../..')
const outDir = mkdtempSync(path.join(tmpdir(), 'fair-hearing-window-'))
const read = (file: string) => readFileSync(path.join(outDir, file), 'utf8')
const assets = (ending: string) =>
  readdirSync(path.join(outDir, 'assets'))
    .filter((name) => name.endsWith(ending))
    .map((name) => read(path.join('assets', name)))
    .join('\n')

beforeAll(async () => {
  await build({
    configFile: path.join(root, 'vite.renderer.config.ts'),
    logLevel: 'error',
    build: { outDir },
  })
})
afterAll(() => rmSync(outDir, { recursive: true, force: true }))

test('a strict content policy holds: nothing is written into the page itself', () => {
  const page = read('index.html')
  expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/)
  expect([...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1])).toEqual([
    'data:,',
    expect.stringMatching(/^\.\/assets\/.*\.js$/),
    expect.stringMatching(/^\.\/assets\/.*\.css$/),
  ])
})

test('colours reach the window as they are written', () => {
  expect(assets('.css')).toContain('light-dark(')
  expect(assets('.css')).not.toMatch(/url\(|@import/)
})

test('neither the invented service nor the checks of the contract are on board', () => {
  expect(assets('.js')).not.toMatch(/Harrowmere|safeParse|ZodError/)
})

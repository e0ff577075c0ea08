/** The window as it is shipped. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, inject, test } from 'vitest'

const outDir = path.join(inject('built'), 'out/renderer')
const read = (file: string) => readFileSync(path.join(outDir, file), 'utf8')
const assets = (ending: string) =>
  readdirSync(path.join(outDir, 'assets'))
    .filter((name) => name.endsWith(ending))
    .map((name) => read(path.join('assets', name)))
    .join('\n')

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

/** `npm run build` in a small checkout, with a bundler that only notes that it was called. */
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/temporary.ts'

const electronFolder = path.resolve(import.meta.dirname, '../../electron')
/** Puts the sources' words into what is built, and a line into a log. Fails where it is told to. */
const bundler = `
  import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
  if (existsSync('broken')) process.exit(3)
  mkdirSync('out/electron', { recursive: true })
  writeFileSync('out/electron/main.js', readFileSync('core/labels.ts') + process.env.NODE_ENV)
  appendFileSync('log', process.argv.at(-1) + '\\n')`

function checkout() {
  const root = temporaryFolder()
  const place = (name: string) => path.join(root, name)
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(place(name)), { recursive: true })
    writeFileSync(place(name), text)
  }
  write('package.json', '{"type":"module"}')
  write('core/labels.ts', 'first')
  write('node_modules/.package-lock.json', '{}')
  write('node_modules/vite/package.json', '{"type":"module"}')
  write('node_modules/vite/bin/vite.js', bundler)
  for (const name of ['build.mjs', 'build-note.mjs'])
    cpSync(path.join(electronFolder, name), place(`electron/${name}`))
  return { place, write }
}

/** @returns how it ended, and how many bundles were made */
function build({ place }: ReturnType<typeof checkout>) {
  rmSync(place('log'), { force: true })
  const { status } = spawnSync(process.execPath, [place('electron/build.mjs')], { stdio: 'ignore' })
  const log = existsSync(place('log')) ? readFileSync(place('log'), 'utf8') : ''
  return { status, bundles: log.split('\n').length - 1 }
}

const whole = { status: 0, bundles: 3 }
const nothing = { status: 0, bundles: 0 }

test('builds what is not there, as people get it, and leaves what is', () => {
  const at = checkout()
  expect(build(at)).toEqual(whole)
  expect(readFileSync(at.place('out/electron/main.js'), 'utf8')).toBe('firstproduction')
  const before = new Date(0)
  utimesSync(at.place('out/electron/main.js'), before, before)
  expect(build(at)).toEqual(nothing)
  // Who starts the app goes by the time.
  expect(statSync(at.place('out/electron/main.js')).mtimeMs).toBeGreaterThan(0)
})

test.each([
  ['a source is another, of the same length and time', 'core/labels.ts', 'other'],
  ['there is one more', 'renderer/new.tsx', ''],
  ['other packages are installed', 'node_modules/.package-lock.json', '{ }'],
  ['what is built is not what was built', 'out/electron/main.js', 'x'],
  ['something stands beside what was built', 'out/more.js', ''],
  ['the note is torn', '.cache/built.json', '{"from":'],
])('is not built any more where %s', async (_, name, text) => {
  const { place, write } = checkout()
  write('out/electron/main.js', 'first')
  // Safe: it is that file, in a checkout of its own.
  const note = (await import(
    pathToFileURL(place('electron/build-note.mjs')).href
  )) as typeof import('../../electron/build-note.mjs')
  expect(note.isBuilt()).toBe(false)
  note.noteBuild()
  expect(note.isBuilt()).toBe(true)
  const { mtime } = statSync(place('core/labels.ts'))
  write(name, text)
  utimesSync(place('core/labels.ts'), mtime, mtime)
  expect(note.isBuilt()).toBe(false)
})

test('says how the bundler ended where it fails, and does not take what there is for built', () => {
  const at = checkout()
  build(at)
  at.write('core/labels.ts', 'other')
  at.write('broken', '')
  expect(build(at)).toEqual({ status: 3, bundles: 0 })
  rmSync(at.place('broken'))
  expect(build(at)).toEqual(whole)
})

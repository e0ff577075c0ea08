// @ts-check
/** What out/ was built from, by content: who builds notes it, and whoever needs a build asks. Types in build-note.d.mts. */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** In this order: the preload comes beside what the second makes. */
export const builds = [
  { config: 'vite.renderer.config.ts', to: 'out/renderer' },
  { config: 'vite.electron.config.ts', to: 'out/electron' },
  { config: 'vite.preload.config.ts', to: 'out/electron' },
]

const note = path.join(root, '.cache/built.json')
/** All that a bundle can come of; of the packages, what the installed ones are. */
const sources = [
  ...['core', 'electron', 'renderer', 'package.json', 'package-lock.json', 'tsconfig.base.json'],
  ...['node_modules/.package-lock.json', ...builds.map(({ config }) => config)],
]

/** @type {typeof import('./build-note.d.mts').isBuilt} */
export function isBuilt() {
  try {
    const { from, to } = JSON.parse(readFileSync(note, 'utf8'))
    return from === digestOf(sources) && to === digestOf(['out'])
  } catch {
    return false
  }
}

/** @type {typeof import('./build-note.d.mts').noteBuild} */
export function noteBuild() {
  mkdirSync(path.dirname(note), { recursive: true })
  writeFileSync(note, JSON.stringify({ from: digestOf(sources), to: digestOf(['out']) }))
}

/** @type {typeof import('./build-note.d.mts').touch} */
export function touch() {
  const now = new Date()
  for (const file of filesBelow('out')) utimesSync(path.join(root, file), now, now)
}

/**
 * @param {readonly string[]} places
 * @returns {string} also of the names, and of the Node that builds
 */
function digestOf(places) {
  const digest = createHash('sha256').update(process.version)
  for (const file of places.flatMap(filesBelow)) {
    const bytes = readFileSync(path.join(root, file))
    digest.update(`\n${file} ${bytes.length}\n`).update(bytes)
  }
  return digest.digest('hex')
}

/**
 * @param {string} place from the root of the checkout
 * @returns {string[]} none where there is nothing
 */
function filesBelow(place) {
  const facts = statSync(path.join(root, place), { throwIfNoEntry: false })
  if (!facts?.isDirectory()) return facts ? [place] : []
  return readdirSync(path.join(root, place))
    .sort()
    .flatMap((name) => filesBelow(path.join(place, name)))
}

/** Holds what the compiler cannot see: who may import whom, no `any`, no long files. */

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root })
  .toString()
  .split('\n')
  .filter((file) => /^(core|electron|renderer|bench|tests)\/.*\.(ts|tsx|mjs|css)$/.test(file))
const code = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file))
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

/** The imports of a file: packages as they are named, own files as paths from the root. */
function importsOf(file: string): readonly { readonly target: string; readonly typeOnly: boolean }[] {
  const found = read(file).matchAll(
    /^\s*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/gm,
  )
  return [...found].map((match) => {
    const name = match[2] ?? match[3] ?? ''
    const target = name.startsWith('.') ? path.join(path.dirname(file), name).replaceAll('\\', '/') : name
    return { target, typeOnly: match[1] !== undefined }
  })
}

interface Rule {
  readonly room: RegExp
  readonly may: readonly RegExp[]
  /** May be named in `import type` only. */
  readonly typesOf?: readonly RegExp[]
}

/** The first rule whose room matches a file holds for it. */
const rules: readonly Rule[] = [
  { room: /^core\/contract\/([a-z]+-requests|requests|request-parts)\.ts$/, may: [/^core\//, /^zod$/] },
  { room: /^core\/text\/stem\.ts$/, may: [/^core\//, /^natural\/lib\//] },
  { room: /^core\/importers\//, may: [/^core\//, /^htmlparser2$/, /^postal-mime$/] },
  { room: /^core\/exporters\//, may: [/^core\//, /^papaparse$/] },
  { room: /^core\//, may: [/^core\//] },
  { room: /^electron\/preload\.ts$/, may: [/^electron$/], typesOf: [/^core\//, /^electron\/shell\//] },
  {
    room: /^electron\/shell\//,
    may: [/^electron$/, /^electron\/(shell|service\/door|files)/, /^core\//, /^node:/],
  },
  { room: /^electron\/main\.ts$/, may: [/^electron$/, /^electron\//, /^core\//, /^node:/] },
  { room: /^electron\/(build[a-z-]*\.mjs|pack-check\.ts)$/, may: [/^electron\/build-note\./, /^node:/] },
  { room: /^electron\/start[a-z-]*\.mjs$/, may: [/^electron\/start-[a-z]+\./, /^node:/] },
  {
    room: /^electron\/serve\//,
    may: [/^electron\/(serve\/|files\/|service\/door\.ts|start-plan\.mjs)/, /^core\//, /^node:/],
  },
  {
    room: /^electron\/files\//,
    may: [/^electron\/files\//, /^core\//, /^node:/, /^(yauzl|htmlparser2|chardet)$/],
  },
  {
    room: /^electron\/service\/settings\//,
    may: [/^electron\/(service|files)\//, /^core\//, /^node:/, /^lowdb$/, /^zod$/],
  },
  {
    room: /^electron\/service\//,
    may: [/^electron\/(service|files)\//, /^core\//, /^node:/, /^zod$/],
    typesOf: [/^electron\/workers\//],
  },
  {
    room: /^electron\/workers\/service\.worker\.ts$/,
    may: [/^electron\/(service|files)\//, /^core\//, /^node:/],
  },
  { room: /^electron\/workers\//, may: [/^electron\/(service\/store|files|workers)\//, /^core\//, /^node:/] },
  {
    room: /^electron\//,
    may: [/^electron\/(service|files|serve|cli)/, /^core\//, /^node:/, /^vite$/],
    typesOf: [/^electron\/workers\//],
  },
  {
    room: /^renderer\/src\/client\//,
    may: [/^renderer\/src\/(client|copy)\//, /^core\/(?!contract)/, /^react$/],
    typesOf: [/^core\/contract/],
  },
  {
    room: /^renderer\/src\/ui\//,
    may: [/^renderer\/src\/(ui|styles|copy)\//, /^core\/(labels|text\/)/, /^react(-dom)?$/, /^@tanstack\//],
    typesOf: [/^core\/deciding\/standing/],
  },
  {
    room: /^renderer\/src\/features\//,
    may: [
      /^renderer\/src\/(client|ui|keyboard|copy|features)\//,
      /^core\/(?!contract)/,
      /^react(-dom)?$/,
      /^@tanstack\//,
    ],
    typesOf: [/^core\/contract/],
  },
  {
    room: /^renderer\//,
    may: [/^renderer\//, /^core\/(?!contract)/, /^react/, /\.css$/],
    typesOf: [/^core\/contract/],
  },
]

describe('who may import whom', () => {
  test.each(code.filter((file) => rules.some((rule) => rule.room.test(file))))('%s', (file) => {
    const rule = rules.find((one) => one.room.test(file))
    const strangers = importsOf(file).filter(({ target, typeOnly }) => {
      if (rule?.may.some((allowed) => allowed.test(target))) return false
      return !(typeOnly && rule?.typesOf?.some((allowed) => allowed.test(target)))
    })
    expect(strangers.map((one) => one.target)).toEqual([])
  })

  test('no feature imports another feature', () => {
    const feature = (file: string) => /^renderer\/src\/features\/([^/]+)\//.exec(file)?.[1]
    const crossings = code.flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => feature(file) && feature(target) && feature(file) !== feature(target))
        .map(({ target }) => `${file} -> ${target}`),
    )
    expect(crossings).toEqual([])
  })

  test('only the shell, main and preload import electron', () => {
    const strangers = code.filter(
      (file) =>
        !/^electron\/(shell\/|main\.ts|preload\.ts)/.test(file) &&
        !file.startsWith('tests/') &&
        importsOf(file).some(({ target }) => target === 'electron'),
    )
    expect(strangers).toEqual([])
  })

  test('natural is named by sub-path in one file only', () => {
    const naming = code.filter((file) => importsOf(file).some(({ target }) => /^natural($|\/)/.test(target)))
    expect(naming.filter((file) => file !== 'core/text/stem.ts' && !file.startsWith('bench/'))).toEqual([])
    expect(code.filter((file) => importsOf(file).some(({ target }) => target === 'natural'))).toEqual([])
  })
})

describe('how files are written', () => {
  test('no file is over 300 lines, and no test over 400', () => {
    const most = (file: string) => (file.startsWith('tests/') ? 400 : 300)
    expect(files.filter((file) => read(file).split('\n').length > most(file) + 1)).toEqual([])
  })

  test('nothing is typed any, and no check is switched off', () => {
    // Built from parts so that this file does not find itself.
    const forbidden = new RegExp(
      [': an' + 'y\\b', 'as an' + 'y\\b', '@ts-ig' + 'nore', '@ts-expect-er' + 'ror'].join('|'),
    )
    expect(code.filter((file) => forbidden.test(read(file)))).toEqual([])
  })

  test('comment text is never put into a page as HTML', () => {
    const forbidden = /dangerouslySetInner|\.innerHTML|insertAdjacentHTML|document\.write/
    expect(code.filter((file) => file.startsWith('renderer/') && forbidden.test(read(file)))).toEqual([])
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { type Packed, pack, problemsOf } from '../../electron/pack-check.ts'

const good: Packed = {
  archive: [
    { path: 'package.json', bytes: 900 },
    { path: 'out/electron/main.js', bytes: 20_000 },
  ],
  resources: [
    { path: 'starter/starter.bin', bytes: 500_000 },
    { path: 'sample/echo-site.xml', bytes: 100_000 },
  ],
  fuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  promised: ['package.json', 'out/electron/main.js'],
}

describe('the check of what was packed', () => {
  test('has nothing to say where all is well', () => {
    expect(problemsOf(good)).toEqual([])
  })

  test.each([
    'core/labels.ts',
    'out/electron/main.js.map',
    'out/electron/types.d.ts',
    'node_modules/zod/index.js',
    'out/node_modules/zod/index.js',
    'README.md',
  ])('finds %s in the archive', (path) => {
    const found = problemsOf({ ...good, archive: [...good.archive, { path, bytes: 1 }] })
    expect(found.join(' ')).toContain(path)
  })

  test('misses what the sources promise', () => {
    expect(problemsOf({ ...good, promised: [...good.promised, 'out/electron/train.worker.js'] })).toEqual([
      'out/electron/train.worker.js is not in the archive.',
    ])
  })

  test('misses the starter, and finds a stranger beside it', () => {
    const resources = [...good.resources.slice(1), { path: 'icons/icon.svg', bytes: 1 }]
    expect(problemsOf({ ...good, resources })).toEqual([
      'icons/icon.svg is among the resources and should not be.',
      'The folder starter is not among the resources.',
    ])
  })

  test('sees a fuse that is wrong, either way', () => {
    const fuses = { ...good.fuses, runAsNode: true, onlyLoadAppFromAsar: false }
    expect(problemsOf({ ...good, fuses })).toEqual([
      'The fuse runAsNode is on and should not be.',
      'The fuse onlyLoadAppFromAsar is off and should not be.',
    ])
  })

  test('sees what has grown too large', () => {
    const archive = [...good.archive, { path: 'out/renderer/film.js', bytes: 90_000_000 }]
    expect(problemsOf({ ...good, archive })).toHaveLength(2)
  })
})

describe('the app, packed from the sources as they are, with a stub of the runtime', () => {
  let packed: Packed
  beforeAll(async () => {
    packed = await pack()
  })

  test('holds what it should and nothing else', () => {
    expect(problemsOf(packed)).toEqual([])
  })
})

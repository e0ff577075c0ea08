import { describe, expect, test } from 'vitest'
import {
  hasDisplay,
  isNodeEnough,
  megabytes,
  planStart,
  type StartFacts,
} from '../../electron/start-plan.mjs'

const now = Date.UTC(2026, 10, 22)
const hours = 60 * 60 * 1000
/** Everything is there, built, and on a screen. */
const ready: StartFacts = {
  args: [],
  nodeVersion: '24.21.0',
  bundledNode: '/bundled/node',
  isInstalled: true,
  oldestOutput: 2,
  newestSource: 1,
  isElectronReady: true,
  hasDisplay: true,
  isLinuxRoot: false,
  fetchFailedAt: null,
  now,
}

describe('which window', () => {
  test.each([
    ['the app where all is well', {}, 'app', null],
    ['browser mode where it was asked for', { args: ['--browser'] }, 'browser', null],
    [
      'browser mode without a display',
      { hasDisplay: false, isElectronReady: false },
      'browser',
      /no display/,
    ],
    ['browser mode as root on Linux', { isLinuxRoot: true }, 'browser', /as root/],
    ['a fetch where the runtime is missing', { isElectronReady: false }, 'fetch', null],
    [
      'browser mode where the fetch failed today',
      { isElectronReady: false, fetchFailedAt: now - 23 * hours },
      'browser',
      /npm start -- --fetch/,
    ],
    [
      'a fetch where it failed the day before',
      { isElectronReady: false, fetchFailedAt: now - 25 * hours },
      'fetch',
      null,
    ],
    [
      'a fetch where it was asked for again',
      { isElectronReady: false, fetchFailedAt: now - hours, args: ['--fetch'] },
      'fetch',
      null,
    ],
    [
      'no fetch without a display',
      { isElectronReady: false, hasDisplay: false, args: ['--fetch'] },
      'browser',
      /display/,
    ],
    ['a stop before npm install', { isInstalled: false }, 'stop', /npm install/],
    [
      'a stop with an old Node only',
      { nodeVersion: '20.20.2', bundledNode: null },
      'stop',
      /Node 22\.13.*20\.20\.2/,
    ],
  ] as const)('%s', (_, facts, mode, because) => {
    const plan = planStart({ ...ready, ...facts })
    expect(plan.mode).toBe(mode)
    if (because) expect(plan.because).toMatch(because)
    else expect(plan.because).toBeNull()
  })

  test('every sentence is one sentence', () => {
    const facts = [
      { hasDisplay: false },
      { isInstalled: false },
      { nodeVersion: '18.0.0', bundledNode: null },
    ]
    for (const one of facts) expect(planStart({ ...ready, ...one }).because).toMatch(/^[A-Z].*[^.]\.$/)
  })
})

describe('what comes before', () => {
  test('builds what is missing or older than its sources', () => {
    expect(planStart(ready).build).toBe(false)
    expect(planStart({ ...ready, oldestOutput: null }).build).toBe(true)
    expect(planStart({ ...ready, newestSource: 3 }).build).toBe(true)
  })

  test('takes the Node that came with npm install where this one is too old', () => {
    expect(planStart(ready).node).toBeNull()
    expect(planStart({ ...ready, nodeVersion: '20.20.2' })).toMatchObject({
      mode: 'app',
      node: '/bundled/node',
    })
  })

  test('keeps its own flags and passes the others on', () => {
    const args = ['--browser', '--port', '8080', '--fetch', '--no-open']
    expect(planStart({ ...ready, args }).args).toEqual(['--port', '8080', '--no-open'])
  })
})

test('knows which Node has SQLite', () => {
  expect(['18.0.0', '20.20.2', '22.12.9'].map(isNodeEnough)).toEqual([false, false, false])
  expect(['22.13.0', '24.0.0', '26.1.0'].map(isNodeEnough)).toEqual([true, true, true])
})

test('knows where there is a screen', () => {
  expect(hasDisplay('linux', {})).toBe(false)
  expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true)
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
  expect(hasDisplay('darwin', {})).toBe(true)
})

test('says megabytes', () => {
  expect(megabytes(119_600_000)).toBe('120 MB')
})

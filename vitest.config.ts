import path from 'node:path'
import { defineConfig } from 'vitest/config'

interface Layer {
  readonly timeoutMs: number
  /** What sees to it that all is there before the first test. */
  readonly setup?: readonly string[]
  /** Its tests leave nothing behind that another could see: its files then share one process, and load everything once. */
  readonly sharesProcess?: boolean
}

const browser = 'tests/support/one-browser.ts'
const built = 'tests/support/built.ts'
const harness = 'tests/renderer/harness/build.ts'

/** One project a layer, so that each can be run alone: `npx vitest run --project core`. */
const layer = (name: string, options: Layer) => ({
  // Workers as they are shipped; that file says why.
  resolve: {
    alias: [
      {
        find: /^\..*\/worker-url\.ts$/,
        replacement: path.resolve(import.meta.dirname, 'tests/support/worker-url.ts'),
      },
    ],
  },
  test: {
    name,
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    environment: 'node',
    testTimeout: options.timeoutMs,
    hookTimeout: 120_000,
    // A busy machine may take longer than a second for what it does all the same.
    expect: { poll: { timeout: 10_000 } },
    globalSetup: [...(options.setup ?? [])],
    isolate: !options.sharesProcess,
  },
})

export default defineConfig({
  test: {
    // Otherwise one less than the cores: half of a small machine.
    maxWorkers: 2,
    globalSetup: ['tests/support/node-version.ts', 'tests/support/compiled.ts'],
    reporters: ['default', './tests/support/plain-total-reporter.ts'],
    projects: [
      layer('rules', { timeoutMs: 30_000, sharesProcess: true }),
      layer('core', { timeoutMs: 30_000, sharesProcess: true }),
      layer('service', { timeoutMs: 60_000, setup: [built], sharesProcess: true }),
      layer('transports', { timeoutMs: 60_000, setup: [browser], sharesProcess: true }),
      layer('shell', { timeoutMs: 60_000, setup: [browser, built] }),
      layer('renderer', { timeoutMs: 60_000, setup: [browser, built, harness], sharesProcess: true }),
      layer('packing', { timeoutMs: 180_000 }),
      layer('e2e', { timeoutMs: 90_000, setup: [browser], sharesProcess: true }),
    ],
  },
})

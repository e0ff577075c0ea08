/** Ends a run with "N passed, N failed, N skipped" on its own line, which vitest does not print. */
import type { Reporter, TestModule } from 'vitest/node'

export default class PlainTotalReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const count = { passed: 0, failed: 0, skipped: 0 }
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        count[state === 'pending' ? 'skipped' : state] += 1
      }
      // A file that does not load has no tests and must not look like a pass.
      if (module.errors().length > 0) count.failed += 1
    }
    count.failed += unhandledErrors.length
    console.log(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`)
  }
}

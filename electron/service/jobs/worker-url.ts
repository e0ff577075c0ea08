/** Where the workers lie. The tests put the bundled ones in the place of this file: tests/support/worker-url.ts. */

export type TaskName =
  | 'parse'
  | 'score'
  | 'train'
  | 'measure'
  | 'export'
  | 'check'
  | 'progress'
  | 'queue'
  | 'numbers'
  | 'record'
  | 'bias'
  | 'disclose'
  | 'package'
  | 'merge'
  | 'many'

/** Beside this file's own form: TypeScript in the source, JavaScript when bundled into one folder. */
export function workerUrl(name: TaskName | 'service'): URL {
  return import.meta.url.endsWith('.ts')
    ? new URL(`../../workers/${name}.worker.ts`, import.meta.url)
    : new URL(`./${name}.worker.js`, import.meta.url)
}

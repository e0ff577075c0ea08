/**
 * In the place of electron/service/jobs/worker-url.ts: the workers as they are shipped, built from the sources as
 * they are now. In TypeScript each costs three times as much to start, for Node strips types in WebAssembly. That is
 * also suspected, not proven, where the tests' process died twice: V8 can lose count of WebAssembly's code while
 * threads come and go (nodejs/node#64500).
 */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { inject } from 'vitest'

export const workerUrl: typeof import('../../electron/service/jobs/worker-url.ts').workerUrl = (name) =>
  pathToFileURL(path.join(inject('built'), 'out/electron', `${name}.worker.js`))

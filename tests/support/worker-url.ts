/**
 * In the place of electron/service/jobs/worker-url.ts: the workers as they are shipped, built from the sources as
 * they are now. Workers in TypeScript cost three times as much to start, and now and then the whole process: V8 loses
 * count of WebAssembly's code when threads come and go, and Node strips types in WebAssembly (nodejs/node#64500).
 */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { inject } from 'vitest'

export const workerUrl: typeof import('../../electron/service/jobs/worker-url.ts').workerUrl = (name) =>
  pathToFileURL(path.join(inject('built'), 'out/electron', `${name}.worker.js`))

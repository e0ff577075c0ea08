/** Imports and labels as fast as it can until it is killed. Says what was acknowledged, a line each. */

import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import path from 'node:path'
import { resourcesFolder } from '../../electron/service/paths.ts'
import { createService } from '../../electron/service/service.ts'
import { groundsFor } from '../support/grounds.ts'
import { plainReading } from './reading.ts'

const [home = '', project = '', comments = ''] = process.argv.slice(2)

/** Straight to the file descriptor: a line that was written is there even when the process is killed next. */
const say = (line: string) => writeSync(1, `${line}\n`)

const { service, files } = await createService({
  places: {
    settings: path.join(home, 'settings'),
    projects: path.join(home, 'projects'),
    resources: resourcesFolder(),
  },
  emit: () => undefined,
  version: 'test',
})
await service['projects.open']({ file: files.register(project).ref })
const filter = { show: 'all', text: '', importId: null } as const
const queue = await service['queue.open']({ order: 'oldest-first', filter })
const rows = await service['queue.rows']({ queueId: queue.queueId, offset: 0, limit: 200 })
const labels = ['troll', 'critic', 'neither', 'unsure'] as const

// Whoever is killed leaves nothing behind for the next: what was compiled is put down before.
flushCompileCache()
say('ready')
await service['imports.start']({
  files: [{ file: files.register(comments).ref, reading: plainReading }],
  into: 'current',
  name: 'x',
  codebook: null,
})
for (let n = 0; ; n += 1) {
  const commentId = rows[n % rows.length]?.commentId ?? 1
  const label = labels[(n + Math.floor(n / rows.length)) % labels.length] ?? 'unsure'
  if (n % 7 === 6) {
    const undone = await service['decisions.undo']({})
    if (undone) say(`undone ${undone.commentId} ${undone.label}`)
  } else {
    const { decision } = await service['decisions.record']({
      commentId,
      queueId: queue.queueId,
      label,
      suggestionShown: false,
      shownMs: 10,
      note: null,
      mode: 'code',
      ...groundsFor(label),
    })
    say(`decided ${decision.id} ${commentId} ${label}`)
  }
  await new Promise((resolve) => setImmediate(resolve))
}

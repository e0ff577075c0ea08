/** Imports and labels as fast as it can until it is killed. Says what was acknowledged, a line each. */
import { groundsFor } from '../support/grounds.ts'
import { plainReading } from './reading.ts'
import { openedIn, ready, say } from './victim-service.ts'

const [home = '', project = '', comments = ''] = process.argv.slice(2)

const { service, files } = await openedIn(home, project)
const filter = { show: 'all', text: '', importId: null } as const
const queue = await service['queue.open']({ order: 'oldest-first', filter })
const rows = await service['queue.rows']({ queueId: queue.queueId, offset: 0, limit: 200 })
const labels = ['troll', 'critic', 'neither', 'unsure'] as const

ready()
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

/** Opens a project, gives all of it one label, or takes that back, and waits to be killed. */
import { openedIn, ready, say } from './victim-service.ts'

const [home = '', project = '', what = ''] = process.argv.slice(2)
const { service } = await openedIn(home, project)
await service['settings.update']({ coder: 'Moderator' })
const filter = { show: 'all', text: '', importId: null } as const
const { queueId } = await service['queue.open']({ order: 'oldest-first', filter })
ready()
if (what === 'undo') await service['decisions.undo']({})
else {
  const how = { label: 'neither', note: null, mode: 'code' } as const
  await service['decisions.recordMany']({ queueId, commentIds: null, ...how })
}
say('done')
setInterval(() => undefined, 1000)

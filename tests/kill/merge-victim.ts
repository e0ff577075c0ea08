/** Opens a project and merges a copy into it, until it is killed. */
import { openedIn, ready, say } from './victim-service.ts'

const [home = '', project = '', copy = ''] = process.argv.slice(2)
const { service, files } = await openedIn(home, project)
ready()
const { jobId } = await service['merge.start']({ file: files.register(copy).ref, sameCoders: false })
for (;;) {
  const { status } = await service['jobs.get']({ jobId })
  if (status === 'done') {
    say('done')
    break
  }
  await new Promise((resolve) => setTimeout(resolve, 5))
}
setInterval(() => undefined, 1000)

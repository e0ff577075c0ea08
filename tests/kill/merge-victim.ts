/** Opens a project and merges a copy into it, until it is killed. */
import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import path from 'node:path'
import { resourcesFolder } from '../../electron/service/paths.ts'
import { createService } from '../../electron/service/service.ts'

const [home = '', project = '', copy = ''] = process.argv.slice(2)
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
// Whoever is killed leaves nothing behind for the next: what was compiled is put down before.
flushCompileCache()
writeSync(1, 'ready\n')
const { jobId } = await service['merge.start']({ file: files.register(copy).ref, sameCoders: false })
for (;;) {
  const { status } = await service['jobs.get']({ jobId })
  if (status === 'done') {
    writeSync(1, 'merged\n')
    break
  }
  await new Promise((resolve) => setTimeout(resolve, 5))
}
setInterval(() => undefined, 1000)

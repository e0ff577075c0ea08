/** The service of those who are killed, with a project open in it. */
import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import path from 'node:path'
import { resourcesFolder } from '../../electron/service/paths.ts'
import { createService, type RunningService } from '../../electron/service/service.ts'

/** Straight to the file descriptor: a line that was written is there even when the process is killed next. */
export const say = (line: string) => writeSync(1, `${line}\n`)

export async function openedIn(home: string, project: string): Promise<RunningService> {
  const running = await createService({
    places: {
      settings: path.join(home, 'settings'),
      projects: path.join(home, 'projects'),
      resources: resourcesFolder(),
    },
    emit: () => undefined,
    version: 'test',
  })
  await running.service['projects.open']({ file: running.files.register(project).ref })
  return running
}

/** Says that the killing may begin. Whoever is killed leaves nothing behind for the next: what was compiled is put down before. */
export function ready(): void {
  flushCompileCache()
  say('ready')
}

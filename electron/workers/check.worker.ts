/** SQLite's quick check of a project, away from everything else. */
import { readProjectFile } from '../service/store/project-file.ts'
import { stepBack } from './step-back.ts'
import { runAsTask } from './task.ts'

stepBack()

/** @returns what was found first, or null when all is well */
runAsTask(async ({ project }: { readonly project: string }): Promise<string | null> => {
  const db = readProjectFile(project)
  try {
    const found = db.get<{ quick_check: string }>('pragma quick_check(1)')?.quick_check
    return found === 'ok' ? null : (found ?? 'no answer')
  } finally {
    db.close()
  }
})

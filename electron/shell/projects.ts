/** Opens a project that a person named outside the page: by the menu, the desktop or the command line. */
import { AppError, type Failure } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'
import type { Door } from '../service/door.ts'

/** @returns what went wrong, or null when the project is open */
export async function openProject(door: Door, file: string): Promise<Failure | null> {
  try {
    const { ref } = await door.registerFile(file)
    const answer = await door.dispatch('projects.open', { file: ref })
    return answer.ok ? null : answer.failure
  } catch (error) {
    return failureOf(error)
  }
}

/** What a throw becomes at this door. Bugs are logged here, without the request: it may hold a comment. */
export function failureOf(error: unknown): Failure {
  if (error instanceof AppError) return { code: error.code, message: error.message }
  console.error(error)
  return { code: 'unexpected', message: sentences.unexpected() }
}

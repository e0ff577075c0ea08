/** Projects that were given one name: what stands beside it so that they can be told apart. */
import type { ProjectEntry } from '../../../core/contract/answers.ts'

type Named = Pick<ProjectEntry, 'name' | 'file' | 'folder'>

/** @returns the name of its file, or its folder where the files have one name as well; null where its name is its own */
export function besideName({ name, file, folder }: Named, among: readonly Named[]): string | null {
  const twins = among.filter((one) => one.name === name)
  if (twins.length < 2) return null
  return twins.filter((one) => one.file === file).length < 2 ? file : folder
}

/** A work package is for somebody: as long as it is open, they decide. */
import { isSameCoder } from '../../core/deciding/coder-name.ts'
import { type Context, changed } from './context.ts'
import type { OpenProject } from './open-project.ts'

/** Whoever opens a work package works under the name that it was made for. */
export async function takeCoder(context: Context, project: OpenProject): Promise<void> {
  if (project.package === null) return
  const { coder } = context.settings.settings.get()
  if (isSameCoder(coder, project.package.forCoder)) return
  context.current.coderBefore = coder
  await become(context, project.package.forCoder)
}

/** In the next project they have the name back that they had before, unless they chose another meanwhile. */
export async function giveCoderBack(context: Context, project: OpenProject): Promise<void> {
  const { coderBefore } = context.current
  context.current.coderBefore = null
  const { coder } = context.settings.settings.get()
  if (coderBefore === null || !isSameCoder(coder, project.package?.forCoder ?? '')) return
  await become(context, coderBefore)
}

async function become(context: Context, coder: string): Promise<void> {
  await context.settings.settings.update((before) => ({ ...before, coder }))
  changed(context, 'settings', 'coders')
}

/** Opens a link in the person's own browser, where there is a screen to open it on. */
import { spawn } from 'node:child_process'
import { hasDisplay } from '../start-plan.mjs'

/** The system's own way to open a link. */
export function openerOf(
  platform: NodeJS.Platform,
  link: string,
): { readonly command: string; readonly args: readonly string[] } {
  if (platform === 'darwin') return { command: 'open', args: [link] }
  // The empty pair is the window's title, which `start` would otherwise take the link for.
  if (platform === 'win32') return { command: 'cmd', args: ['/d', '/c', 'start', '""', `"${link}"`] }
  return { command: 'xdg-open', args: [link] }
}

/** Does its best and says nothing: the link is printed anyway. */
export function openLink(link: string): void {
  if (!hasDisplay(process.platform, process.env)) return
  const { command, args } = openerOf(process.platform, link)
  const child = spawn(command, args, { detached: true, stdio: 'ignore', windowsVerbatimArguments: true })
  child.once('error', () => {})
  child.unref()
}

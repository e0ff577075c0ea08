/** What browser mode was asked to do on the command line. */
import { parseArgs } from 'node:util'

export interface BrowserOptions {
  /** Open the default browser too, not only print the link. */
  readonly open: boolean
  /** 0 for a free one. */
  readonly port: number
  /** A project file to open at the start, as it was typed; null for none. */
  readonly project: string | null
}

/** The options, or one sentence on what cannot be understood. */
export function parseOptions(args: readonly string[]): BrowserOptions | { readonly problem: string } {
  const known = '--no-open, --port N and --project PATH'
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { 'no-open': { type: 'boolean' }, port: { type: 'string' }, project: { type: 'string' } },
    })
    const port = Number(values.port ?? 0)
    const isPort = /^\d+$/.test(values.port ?? '0') && port < 65_536
    if (!isPort) return { problem: `--port takes a number from 0 to 65535, not "${values.port}".` }
    return { open: !values['no-open'], port, project: values.project ?? null }
  } catch {
    return { problem: `Browser mode takes ${known}; it was given "${args.join(' ')}".` }
  }
}

/** The command line, called in this process, which is the same but for the start of Node. */
import { vi } from 'vitest'
import { runCli } from '../../electron/cli.ts'

export interface Said {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** @param folder where the settings are */
export async function cli(folder: string, ...args: readonly string[]): Promise<Said> {
  let out = ''
  let err = ''
  vi.stubEnv('FAIR_HEARING_HOME', folder)
  try {
    const status = await runCli(args, {
      out: (text) => {
        out += text
      },
      err: (text) => {
        err += text
      },
      isTerminal: false,
    })
    return { status, out, err }
  } finally {
    vi.unstubAllEnvs()
  }
}

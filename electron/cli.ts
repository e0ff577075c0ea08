/** The command line: the same service without a screen. */
import { AppError } from '../core/result.ts'
import { sentences } from '../core/sentences.ts'
import { type Command, type Io, UsageError } from './cli/command.ts'
import { discloseCommand } from './cli/disclose.ts'
import { exportCommand } from './cli/export.ts'
import { importCommand } from './cli/import.ts'
import { labelCommand } from './cli/label.ts'
import { logCommand } from './cli/log.ts'
import { mergeCommand } from './cli/merge.ts'
import { packageCommand } from './cli/package.ts'
import { statsCommand } from './cli/stats.ts'
import { forTerminal } from './cli/terminal.ts'
import { verifyCommand } from './cli/verify.ts'

const commands: readonly Command[] = [
  importCommand,
  labelCommand,
  exportCommand,
  discloseCommand,
  packageCommand,
  mergeCommand,
  statsCommand,
  logCommand,
  verifyCommand,
]

export const commandNames: readonly string[] = commands.map(({ name }) => name)

/** Whoever reads may have read enough, as `head` does: no fault, and what is being done is done to its end. */
function forgiveClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}

const standardIo: Io = {
  out(text) {
    if (process.stdout.listenerCount('error', forgiveClosedPipe) === 0) {
      process.stdout.on('error', forgiveClosedPipe)
    }
    // What is piped elsewhere is data, and goes as it is.
    process.stdout.write(process.stdout.isTTY ? forTerminal(text) : text)
  },
  err: (text) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
}

/**
 * @param args without the program's own name, for example `['stats', '--project', 'p.fairhearing']`
 * @returns the exit status: 0 done, 1 failed (a sentence is on standard error), 2 the call's words are off
 */
export async function runCli(args: readonly string[], io: Io = standardIo): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.out(overview())
    return name === undefined ? 2 : 0
  }
  const command = commands.find((one) => one.name === name)
  if (!command) {
    io.err(`There is no command called ${name}.\n\n${overview()}`)
    return 2
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    io.out(helpOf(command))
    return 0
  }
  try {
    return await command.run(rest, io)
  } catch (error) {
    return report(error, command, io)
  }
}

function report(error: unknown, command: Command, io: Io): number {
  if (error instanceof UsageError) {
    io.err(`${forTerminal(error.message)}\n\n${helpOf(command)}`)
    return 2
  }
  if (error instanceof AppError) {
    io.err(`${forTerminal(error.message)}\n`)
    return 1
  }
  io.err(`${sentences.unexpected()}\n${error instanceof Error ? (error.stack ?? error.message) : ''}\n`)
  return 1
}

function overview(): string {
  const width = Math.max(...commandNames.map((name) => name.length)) + 2
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`)
  return `Fair Hearing tells trolls from critics in exported comments. Nothing leaves this computer.

${lines.join('\n')}

Each takes --help. Exit status: 0 done, 1 failed, 2 the call's words are off.
`
}

function helpOf({ usage, summary, details }: Command): string {
  return `${summary}\n\n  ${usage}\n\n${details}\n`
}

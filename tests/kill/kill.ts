/**
 * Kills the app at random moments of an import and of labelling, and looks at what is left: the project opens,
 * `verify` finds nothing, every acknowledged decision is there, and each import is there whole or not at all.
 */
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { runCli } from '../../electron/cli.ts'
import { readProjectFile } from '../../electron/service/store/project-file.ts'

export interface KillReport {
  readonly kills: number
  readonly duringImport: number
  readonly acknowledged: number
  /** One sentence each; empty when all is well. */
  readonly failures: readonly string[]
}

const importedComments = 3000
const longestMs = 1500

/** @param random in [0, 1), seeded by the caller so that a run can be repeated */
export async function killOften(folder: string, times: number, random: () => number): Promise<KillReport> {
  const project = path.join(folder, 'killed.fairhearing')
  await cli('import', '--project', project, table(folder, 'first', 200))
  const failures: string[] = []
  let acknowledged = 0
  let duringImport = 0
  for (let n = 1; n <= times; n += 1) {
    const file = table(folder, `import-${n}`, importedComments)
    const lines = await runAndKill('victim.ts', [folder, project, file], random() * longestMs)
    const { output, status } = await cli('verify', '--project', project)
    if (status !== 0) failures.push(`Kill ${n}: verify says ${output}`)
    if (output.includes('cut off')) duringImport += 1
    acknowledged += lines.length
    failures.push(...missingFrom(project, lines, n), ...halfImports(project, n))
  }
  return { kills: times, duringImport, acknowledged, failures }
}

export async function cli(
  ...args: readonly string[]
): Promise<{ readonly output: string; readonly status: number }> {
  let output = ''
  const add = (text: string) => {
    output += text
  }
  const status = await runCli(args, { out: add, err: add, isTerminal: false })
  return { output, status }
}

export function table(folder: string, name: string, rows: number): string {
  const file = path.join(folder, `${name}.csv`)
  const lines = Array.from({ length: rows }, (_, n) => {
    const parent = n > 0 && n % 3 === 0 ? `${name}-${n - 1}` : ''
    const time = new Date(Date.UTC(2026, 8, 12) + n * 1000).toISOString()
    return `${name}-${n},${parent},Plover ${n % 50},${time},"Why did ${name} take so long, row ${n}?"`
  })
  writeFileSync(file, `id,parent,author,time,text\n${lines.join('\n')}\n`)
  return file
}

/**
 * @param name of a script beside this one
 * @param when so many milliseconds after its first word, or when it says this line
 * @returns the lines that the process had written when it was killed, after "ready"
 */
export function runAndKill(
  name: string,
  args: readonly string[],
  when: number | string,
): Promise<readonly string[]> {
  const victim = spawn(process.execPath, [path.join(import.meta.dirname, name), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  const kill = () => victim.kill('SIGKILL')
  return new Promise((resolve, reject) => {
    victim.stdout.on('data', (chunk: Buffer) => {
      if (output === '' && typeof when === 'number') setTimeout(kill, when)
      output += chunk.toString()
      if (typeof when === 'string' && output.includes(`${when}\n`)) kill()
    })
    victim.on('error', reject)
    victim.on('close', (status) => {
      // A line cut in two by the kill was not acknowledged.
      const lines = output.split('\n').slice(1, -1)
      if (status === null) resolve(lines)
      else reject(new Error(`The victim ended by itself with status ${status}.`))
    })
  })
}

/** Every acknowledged decision, by its id, must be there as it was said. */
function missingFrom(project: string, lines: readonly string[], n: number): readonly string[] {
  const db = readProjectFile(project)
  try {
    return lines.flatMap((line) => {
      const [what, id, commentId, label] = line.split(' ')
      if (what !== 'decided') return []
      const found = db.get(
        'select 1 from decisions where id = ? and comment_id = ? and label = ?',
        ...[Number(id), Number(commentId), label ?? ''],
      )
      return found ? [] : [`Kill ${n}: decision ${id} on comment ${commentId} is gone.`]
    })
  } finally {
    db.close()
  }
}

function halfImports(project: string, n: number): readonly string[] {
  const db = readProjectFile(project)
  try {
    const counts = db.all<{ name: string; n: number }>(
      'select i.name, count(*) as n from comments c join imports i on i.id = c.import_id group by i.id',
    )
    return counts
      .filter((one) => one.name !== 'first.csv' && one.n !== importedComments)
      .map((one) => `Kill ${n}: ${one.n} comments of ${one.name} are there, not ${importedComments}.`)
  } finally {
    db.close()
  }
}

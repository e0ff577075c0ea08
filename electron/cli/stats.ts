/** `stats`: how much is in a project. Reads only, so the project may be open in the app. */
import type { ProjectStats } from '../../core/contract/answers.ts'
import { AppError } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'
import { noBands, readBands, readProject, readStats, readTotals } from '../service/store/project.ts'
import { readProjectFile } from '../service/store/project-file.ts'
import { type Command, needed, parsed } from './command.ts'

export const statsCommand: Command = {
  name: 'stats',
  summary: 'Say how much is in a project and how much of it is decided.',
  usage: 'stats --project P [--json]',
  details: '  --project P  the project file (.fairhearing)\n  --json       as one JSON object',
  async run(args, io) {
    const { values } = parsed(args, { project: { type: 'string' }, json: { type: 'boolean' } })
    const stats = statsOf(needed(values.project, '--project'))
    io.out(values.json ? `${JSON.stringify(stats, null, 2)}\n` : asText(stats))
    return 0
  },
}

function statsOf(file: string): ProjectStats {
  const db = readProjectFile(file)
  try {
    const project = readProject(db)
    if (!project) throw new AppError('project-damaged', sentences.projectEmpty(file))
    const today = new Date()
    today.setHours(0, 0, 0, 0)
    const asked = {
      codebook: project.codebook,
      modelVersion: project.modelVersion ?? 'starter',
      since: today.toISOString(),
      totals: readTotals(db),
    }
    return readStats(
      db,
      asked,
      project.use.suggestions ? readBands(db, project.codebook) : noBands(project.codebook),
    )
  } finally {
    db.close()
  }
}

/** What of a label is not final, under it. */
function openOf({ byStatus }: ProjectStats, label: string): readonly (readonly [string, number])[] {
  const { proposed = 0, disputed = 0 } = byStatus[label] ?? {}
  const open = [['  of them proposed', proposed] as const, ['  of them disputed', disputed] as const]
  return open.filter(([, n]) => n > 0)
}

function asText(stats: ProjectStats): string {
  const lines: readonly (readonly [string, number])[] = [
    ['comments', stats.comments],
    ['threads', stats.threads],
    ['authors', stats.authors],
    ['decided', stats.decided],
    ...Object.entries(stats.byLabel).flatMap(([label, n]) => [[label, n] as const, ...openOf(stats, label)]),
  ]
  return lines.map(([what, n]) => `${String(n).padStart(9)}  ${what}\n`).join('')
}

/** `merge`: another copy of a project, or a work package, into it. */
import path from 'node:path'
import type { ConflictKind, MergeReport } from '../../core/contract/package-answers.ts'
import { mergeCopy } from '../service/merging.ts'
import { openProject } from '../service/projects.ts'
import { type Command, needed, parsed, progressLine, UsageError, withService } from './command.ts'

export const mergeCommand: Command = {
  name: 'merge',
  summary: 'Bring a work package, or another copy of the project, into a project: all of it or nothing.',
  usage: 'merge --project P FILE [--dry-run] [--same-coders] [--json]',
  details: `  --project P    the project file (.fairhearing); it must not be open elsewhere
  FILE           a work package that was made from it, or another copy of it; stays as it is
  --dry-run      say what it would do, and change nothing
  --same-coders  who has the same name here and there is the same person
  --json         the report as JSON
To merge the same file again brings nothing new. Decisions are never lost on either side; where the two disagree, each
conflict is named.`,
  async run(args, io) {
    const { values, positionals } = parsed(args, {
      project: { type: 'string' },
      'dry-run': { type: 'boolean' },
      'same-coders': { type: 'boolean' },
      json: { type: 'boolean' },
    })
    const [file] = positionals
    if (file === undefined || positionals.length > 1) throw new UsageError('Name one file to merge.')
    const target = path.resolve(needed(values.project, '--project'))
    return withService(async (context, signal) => {
      const project = await openProject(context, target)
      const line = progressLine(io, `Merging ${path.basename(file)}`)
      const order = {
        file: path.resolve(file),
        sameCoders: values['same-coders'] ?? false,
        isLook: values['dry-run'] ?? false,
      }
      const report = await mergeCopy(context, project, order, {
        signal,
        progress: ({ done, total }) => line.show(done, total),
      })
      line.clear()
      io.out(values.json ? `${JSON.stringify(report, null, 2)}\n` : asText(report))
      return 0
    })
  },
}

const words: Readonly<Record<ConflictKind, string>> = {
  'same-name': 'names that two people may have: --same-coders says that they are one',
  disputed: 'comments judged otherwise here and there, for somebody to settle',
  'other-label': 'comments with another label than they had here',
  'other-text': 'decisions on words that differ from those here',
  'other-rules': 'rules that differ; those here stay',
  'before-comment': 'decisions dated before their comment, taken as they are',
  'before-earlier': 'decisions dated before an earlier one by the same coder, taken as they are',
  'in-future': 'decisions dated in the future, taken as they are',
}

function asText({
  name,
  coders,
  decisions,
  undos,
  events,
  brought,
  conflicts,
  isMerged,
}: MergeReport): string {
  const who = coders.map((coder) => `${coder.name} ${coder.decisions}`).join(', ')
  const did = isMerged ? 'brought' : 'would bring'
  return [
    `${name} ${did} ${decisions.new} decisions${who === '' ? '' : ` (${who})`}, ${undos.new} taken back, ${events.new} other rows of its record; ${decisions.here} decisions were here.\n`,
    brought.comments > 0 ? `  ${brought.comments} comments from ${brought.imports} imports.\n` : '',
    ...conflicts.map(({ kind, count }) => `  ${count} ${words[kind]}.\n`),
  ].join('')
}

/** `package`: a part of a project in a file of its own, for somebody to decide on. */
import path from 'node:path'
import { makePackage } from '../service/packaging.ts'
import { openProject } from '../service/projects.ts'
import { type Command, needed, parsed, progressLine, UsageError, withService } from './command.ts'

export const packageCommand: Command = {
  name: 'package',
  summary: 'Make a work package: some of the comments in a file of their own, for somebody to decide on.',
  usage: 'package --project P --for NAME [--query Q | --random N [--seed S]] [--overlap N] --out FILE',
  details: `  --project P   the project file (.fairhearing); it must not be open elsewhere
  --for NAME    who decides in it; what they have decided or been given already is left out
  --query Q     only undecided comments that this finds, as it would be typed in the app; else all that are undecided
  --random N    so many of them, drawn at random; --seed S, a whole number, draws the same again
  --overlap N   and so many at random that others have as well, so that they can be compared
  --given       also comments that an earlier package holds
  --out FILE    the package (.fairhearing); it appears whole or not at all, and never in the place of a project
The package holds the whole threads of its comments to read, and nothing of what anybody decided. It comes back by merge.`,
  async run(args, io) {
    const { values, positionals } = parsed(args, {
      project: { type: 'string' },
      for: { type: 'string' },
      query: { type: 'string' },
      random: { type: 'string' },
      seed: { type: 'string' },
      overlap: { type: 'string' },
      given: { type: 'boolean' },
      out: { type: 'string' },
    })
    if (positionals.length > 0) throw new UsageError(`${positionals[0]} is not an option.`)
    const order = {
      name: needed(values.for, '--for').trim(),
      filter: { show: 'undecided', text: values.query ?? '', importId: null } as const,
      threadIds: null,
      count: values.random === undefined ? null : whole(values.random, '--random', 1),
      givenToo: values.given ?? false,
      overlap: values.overlap === undefined ? 0 : whole(values.overlap, '--overlap', 0),
      seed: values.seed === undefined ? Math.floor(Math.random() * 2 ** 32) : whole(values.seed, '--seed', 0),
      target: path.resolve(needed(values.out, '--out')),
    }
    const file = path.resolve(needed(values.project, '--project'))
    return withService(async (context, signal) => {
      const project = await openProject(context, file)
      const line = progressLine(io, 'Writing')
      const progress = ({ done, total }: { readonly done: number; readonly total: number }) =>
        line.show(done, total)
      const {
        comments,
        overlap,
        context: others,
      } = await makePackage(context, project, order, {
        signal,
        progress,
      })
      line.clear()
      io.out(
        `${comments} comments for ${order.name} written to ${values.out}, ${overlap} of them shared with others; ${others} more to read with them. Seed ${order.seed}.\n`,
      )
      return 0
    })
  },
}

/** @throws UsageError for what is no whole number from `least` to 2^32 - 1 */
function whole(value: string, option: string, least: number): number {
  const number = Number(value)
  if (/^\d+$/.test(value) && number >= least && number < 2 ** 32) return number
  throw new UsageError(`${option} takes a whole number from ${least}, not ${value}.`)
}

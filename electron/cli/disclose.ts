/** `disclose`: a folder that a public body could release. */
import path from 'node:path'
import { disclose } from '../service/disclosing.ts'
import { openProjectFile } from '../service/store/project-file.ts'
import { type Command, needed, parsed, progressLine, withService } from './command.ts'

export const discloseCommand: Command = {
  name: 'disclose',
  summary: 'Write what can be disclosed: rules, counts, errors, appeals, the redacted record, and a check.',
  usage: 'disclose --project P --out FOLDER',
  details: `  --project P   the project file (.fairhearing); it must not be open elsewhere
  --out FOLDER  a folder that is not there yet, or is empty; it appears whole or not at all
No author's name and no comment's text is in it. That it was written is put into the record.`,
  async run(args, io) {
    const { values } = parsed(args, { project: { type: 'string' }, out: { type: 'string' } })
    const target = path.resolve(needed(values.out, '--out'))
    const project = openProjectFile(needed(values.project, '--project'))
    const line = progressLine(io, 'Writing')
    try {
      return await withService(async (context, signal) => {
        const { files } = await disclose(context, {
          project,
          target,
          as: 'folder',
          name: path.basename(target),
          signal,
          onProgress: line.show,
        })
        line.clear()
        io.out(`${files} files written to ${values.out}. "python3 check.py" in it checks them.\n`)
        return 0
      })
    } finally {
      project.close()
    }
  },
}

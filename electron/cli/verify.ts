/** `verify`: is the project file whole? */

import { AppError } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'
import { clearUnfinished } from '../service/importing.ts'
import { readHead } from '../service/store/chain.ts'
import { hasUnfinished } from '../service/store/imports.ts'
import { openProjectFile } from '../service/store/project-file.ts'
import { type Finding, verifyProject } from '../service/store/verify.ts'
import { type Command, needed, parsed } from './command.ts'

const names: Readonly<Record<Finding['check'], string>> = {
  database: 'the database',
  references: 'references',
  search: 'the search index',
  decisions: 'the record, row by row',
  labels: 'standing labels',
  imports: 'imports',
}

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'Check a project file: database, search index, the record and its chain.',
  usage: 'verify --project P',
  details: '  --project P  the project file (.fairhearing); it must not be open elsewhere',
  async run(args, io) {
    const { values } = parsed(args, { project: { type: 'string' } })
    const file = openProjectFile(needed(values.project, '--project'))
    try {
      const wasCutOff = hasUnfinished(file.db)
      if (!(await clearUnfinished(file))) throw new AppError('disk-full', sentences.diskFull(file.path))
      if (wasCutOff) io.out('An import that was cut off has been taken out again.\n')
      const findings = verifyProject(file.db)
      for (const { check, problem } of findings) {
        io.out(
          `${problem === null ? 'sound ' : 'BROKEN'}  ${names[check]}${problem === null ? '' : `: ${problem}`}\n`,
        )
      }
      const { id, hash } = readHead(file.db)
      if (id > 0) io.out(`last value of the chain: ${hash} (row ${id})\n`)
      const broken = findings.filter(({ problem }) => problem !== null)
      if (broken.length === 0) return 0
      io.err(`${values.project} is not whole. Keep it, and open a backup copy.\n`)
      return 1
    } finally {
      file.close()
    }
  },
}

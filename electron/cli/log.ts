/** `log`: the record of a project as plain sentences, a table or JSON Lines. Reads only. */
import { type EntryGroup, entryGroups } from '../../core/record/entry.ts'
import { type RecordFormat, recordFormats, recordText } from '../../core/record/file.ts'
import { readCodebook } from '../service/store/codebook.ts'
import { readProjectFile } from '../service/store/project-file.ts'
import { everyEntry } from '../service/store/record-entries.ts'
import { type Command, needed, parsed, UsageError } from './command.ts'

const groupNames = Object.keys(entryGroups)

export const logCommand: Command = {
  name: 'log',
  summary: 'Say all that was done in a project, oldest first.',
  usage: 'log --project P [--as text|csv|jsonl] [--what GROUP] [--by NAME]',
  details: `  --project P  the project file (.fairhearing)
  --as         text (the default), csv or jsonl
  --what       only one of: ${groupNames.join(', ')}
  --by NAME    only what this coder did`,
  async run(args, io) {
    const { values } = parsed(args, {
      project: { type: 'string' },
      as: { type: 'string' },
      what: { type: 'string' },
      by: { type: 'string' },
    })
    const format = formatOf(values.as ?? 'text')
    const kinds = values.what === undefined ? null : entryGroups[groupOf(values.what)]
    const db = readProjectFile(needed(values.project, '--project'))
    try {
      const entries = everyEntry(db, { kinds, coder: values.by ?? null, commentId: null })
      for (const text of recordText(entries, format, readCodebook(db).labels)) io.out(text)
      return 0
    } finally {
      db.close()
    }
  },
}

function formatOf(value: string): RecordFormat {
  const format = recordFormats.find((one) => one === value)
  if (format === undefined) throw new UsageError(`--as takes ${recordFormats.join(', ')}, not ${value}.`)
  return format
}

function groupOf(value: string): EntryGroup {
  // Safe: it is one of the keys.
  if (Object.hasOwn(entryGroups, value)) return value as EntryGroup
  throw new UsageError(`--what takes ${groupNames.join(', ')}, not ${value}.`)
}

/** `label`: suggestions for a file, without importing it. A filter: comments in, one row each out, in the same order. */
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Classifier } from '../../core/classifier/classifier.ts'
import { loadStarter } from '../../core/classifier/linear-classifier.ts'
import { shareColumnName } from '../../core/exporters/columns.ts'
import { quoted } from '../../core/exporters/csv.ts'
import type { ImportedComment } from '../../core/records.ts'
import { AppError } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'
import { writeAtomically } from '../files/atomic-write.ts'
import { runTask } from '../service/jobs/tasks.ts'
import { resourcesFolder } from '../service/paths.ts'
import { readClassifier } from '../service/store/classifier.ts'
import { readUse } from '../service/store/project.ts'
import { readProjectFile } from '../service/store/project-file.ts'
import type { FromReader, ParseResult, ParseTask } from '../workers/worker-messages.ts'
import { type Command, interruptible, needed, parsed, progressLine, UsageError } from './command.ts'
import { readingOptions, understood } from './reading.ts'
import { spoolStandardInput, standardStream } from './standard-input.ts'
import { forTerminal } from './terminal.ts'

export const labelCommand: Command = {
  name: 'label',
  summary: 'Write a suggestion for every comment of a file, without importing it.',
  usage: 'label FILE --out OUT [--project P] [--column FIELD=COLUMN]…',
  details: `  FILE                   any file that can be imported, also gzipped; - for standard input
  --out OUT              the CSV to write: id,label,p_troll,p_critic,p_neither; - for standard output
  --project P            use the model of this project, and its limit, instead of the starter; where its labels
                         are others, label is one of those or unsure, and each has a column p_<label>
  --column FIELD=COLUMN  which column holds what, where the guess is wrong; see import --help
label is troll, critic, neither or unsure. Where a comment has no id, its row in the file stands for it.`,
  async run(args, io) {
    const { values, positionals } = parsed(args, {
      ...readingOptions,
      project: { type: 'string' },
      out: { type: 'string' },
    })
    const [file] = positionals
    if (file === undefined || positionals.length > 1) throw new UsageError('Name one file of comments.')
    const out = needed(values.out, '--out')
    if (file !== standardStream && path.resolve(out) === path.resolve(file)) {
      throw new UsageError('--out names the file that is read.')
    }
    const model = modelOf(values.project)
    const { signal, over } = interruptible()
    const line = progressLine(
      io,
      `Labelling ${file === standardStream ? 'standard input' : path.basename(file)}`,
    )
    const say = (sentence: string) => io.err(`${forTerminal(sentence)}\n`)
    const spooled = file === standardStream ? await spoolStandardInput(signal) : null
    try {
      const [only, ...others] = await understood(spooled?.path ?? file, values, { signal, say })
      if (only === undefined || others.length > 0) {
        throw new AppError('bad-request', sentences.severalFiles(file))
      }
      const task: ParseTask = { task: 'parse', ...only, keepsRaw: false }
      const rows = labelledRows(task, model, { signal, show: line.show, say })
      if (out === standardStream) for await (const text of rows) io.out(text)
      else await writeAtomically(path.resolve(out), rows)
      line.clear()
      return 0
    } finally {
      over()
      await spooled?.remove()
    }
  },
}

interface Labelling {
  readonly signal: AbortSignal
  readonly show: (done: number, total: number) => void
  /** Told at the end what the file lacks. */
  readonly say: (sentence: string) => void
}

/** The CSV, a piece at a time: reading waits while a piece is being written. */
async function* labelledRows(
  task: ParseTask,
  model: Classifier,
  { signal, show, say }: Labelling,
): AsyncGenerator<string> {
  yield `${['id', 'label', ...model.labels.map(shareColumnName)].map(quoted).join(',')}\r\n`
  const pieces = createHandover<string>()
  const total = statSync(task.path).size
  let incomplete: readonly string[] = []
  const reading = runTask<FromReader, ParseResult>('parse', {
    data: task,
    signal,
    async onMessage(message) {
      if (message.type !== 'batch') return undefined
      show(message.bytes, total)
      await pieces.give(rowsOf(message.comments, model))
      return { type: 'ack' }
    },
  }).then((result) => {
    incomplete = result.incomplete
    pieces.end()
  }, pieces.fail)
  yield* pieces.taken()
  await reading
  for (const sentence of incomplete) say(sentence)
}

function rowsOf(comments: readonly ImportedComment[], model: Classifier): string {
  const suggestions = model.suggest(comments.map(({ text }) => text))
  return comments
    .map(({ id, row }, i) => {
      const suggestion = suggestions[i]
      if (!suggestion) throw new Error('The model gave fewer suggestions than it was asked for.')
      const shares = model.labels.map((label) => (suggestion.shares[label] ?? 0).toFixed(6))
      return `${quoted(id ?? String(row))},${suggestion.band},${shares.join(',')}\r\n`
    })
    .join('')
}

function modelOf(project: string | undefined): Classifier {
  const starterFile = path.join(resourcesFolder(), 'starter', 'starter.bin')
  if (project === undefined) return loadStarter(readFileSync(starterFile))
  const db = readProjectFile(path.resolve(project))
  try {
    const model = readClassifier(db, starterFile, readUse(db))
    if (!model.canSuggest) throw new AppError('bad-request', sentences.nothingLearned(project))
    return model
  } finally {
    db.close()
  }
}

/** Hands values from callbacks to a loop, one at a time; `give` resolves when the loop has taken the value. */
function createHandover<T>() {
  type Item = { readonly value: T; readonly taken: () => void } | { readonly error: unknown } | null
  const items: Item[] = []
  let wake: () => void = () => undefined
  const put = (item: Item) => {
    items.push(item)
    wake()
  }
  return {
    give: (value: T) => new Promise<void>((taken) => put({ value, taken })),
    end: () => put(null),
    fail: (error: unknown) => put({ error }),
    async *taken(): AsyncGenerator<T> {
      for (;;) {
        const item = items.shift()
        if (item === undefined) {
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        } else if (item === null) return
        else if ('error' in item) throw item.error
        else {
          yield item.value
          item.taken()
        }
      }
    },
  }
}

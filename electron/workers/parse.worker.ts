/** Reads a file of comments beside the service: inspects it, or hands over its comments batch by batch. */
import { parentPort, workerData } from 'node:worker_threads'
import type { InspectReport } from '../../core/contract/import-answers.ts'
import { exportFormatOf } from '../../core/importers/index.ts'
import { inspect } from '../../core/importers/inspect.ts'
import type { MappedBatch } from '../../core/importers/map.ts'
import { readComments } from '../../core/importers/read.ts'
import type { PickSurvey } from '../../core/members.ts'
import { AppError } from '../../core/result.ts'
import { decodeFile, sizeOf, sniffText } from '../files/decode.ts'
import type { PickedMember } from '../files/listing.ts'
import type { Pick } from '../files/pick.ts'
import { keepPick } from './kept-pick.ts'
import { besideOf } from './member-source.ts'
import { createLine, type Line } from './reader-line.ts'
import { survey } from './survey.ts'
import {
  batchSize,
  type InspectTask,
  type ParseResult,
  type ParseTask,
  type ReadTask,
  type SurveyTask,
  type ToReader,
} from './worker-messages.ts'

if (parentPort === null) throw new Error('parse.worker runs as a worker only.')
const port = parentPort
const kept = keepPick()

// The service is the only one that starts this worker, with a task of that type.
void turn(workerData as ReadTask)
port.on('message', (message: ToReader) => {
  if (message.type === 'next') void turn(message.data)
  else if (message.type === 'end') void leave()
})

/** After more comments than that a thread has much to forget, and a new one is sooner had. */
const mostToStay = 20_000

async function turn(task: ReadTask): Promise<void> {
  const line = createLine(port)
  try {
    const result = await run(await kept.open(task, line.isCancelled), task, line)
    const stays = task.mayStay === true && commentsIn(result) <= mostToStay
    if (!stays) await kept.close()
    line.close()
    line.post({ type: 'done', result, stays })
    if (!stays) port.close()
  } catch (error) {
    line.post({ type: 'failed', failure: failureOf(error, task.name) })
    await leave()
  }
}

async function leave(): Promise<void> {
  await kept.close()
  port.close()
}

function commentsIn(result: InspectReport | ParseResult | PickSurvey): number {
  if ('ledger' in result) return result.ledger.read
  return 'rows' in result ? result.rows : 0
}

function run(pick: Pick, task: ReadTask, line: Line): Promise<InspectReport | ParseResult | PickSurvey> {
  if (task.task === 'survey') return runSurvey(pick, line)
  return runMember(pick, task, line)
}

async function runMember(pick: Pick, task: Exclude<ReadTask, SurveyTask>, line: Line) {
  try {
    return await (task.task === 'inspect' ? runInspect(pick, task, line) : runParse(pick, task, line))
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'file-empty')) throw error
    const member = pick.find(task.member)
    if (!isCutOff(member)) throw error
    throw new AppError(
      'file-unreadable',
      `“${member.display}” is packed, and cut off before its first comment. Get it again, or choose another copy.`,
      { cause: error },
    )
  }
}

async function runSurvey(pick: Pick, to: Line): Promise<PickSurvey> {
  const progress = createProgress(to, pick.members.length)
  return await survey(pick, {
    async onMember(done) {
      progress.bytes(done)
      await to.listen()
    },
  })
}

async function runInspect(pick: Pick, given: InspectTask, to: Line): Promise<InspectReport> {
  const { reading } = given
  const { isCancelled } = to
  const member = pick.find(given.member)
  const { source } = member
  const sniffed = await sniffText(source, { isCancelled })
  const encoding = reading?.encoding ?? sniffed.encoding
  const progress = createProgress(to, sniffed.bytes * 2)
  const used = new Set([member])
  let readBefore = 0
  let readNow = 0
  const report = await inspect({
    name: member.name,
    shown: member.display,
    picked: pick.name,
    bytes: sniffed.bytes,
    encoding,
    given: reading,
    remembered: given.remembered,
    folder: member.folder,
    beside: besideOf(pick, member, {
      delimiter: reading?.delimiter ?? ',',
      isCancelled,
      onUsed: (other) => used.add(other),
    }),
    isCutOff: () => isCutOff(member),
    text: () => {
      // The beginning alone is read first; it is too little to count.
      readBefore += readNow === sniffed.bytes ? readNow : 0
      readNow = 0
      const onBytes = (bytes: number) => {
        readNow = bytes
        progress.bytes(readBefore + bytes)
      }
      return decodeFile(source, { encoding, isCancelled, onBytes })
    },
    areKnown: given.asksKnown ? to.areKnown : null,
    onNewKeys: ({ standing, withdrawn }) =>
      to.post({
        type: 'new-keys',
        standing: Float64Array.from(standing),
        withdrawn: Float64Array.from(withdrawn),
      }),
    onBatch: async (comments) => {
      progress.comments(comments)
      await to.listen()
    },
  })
  return { ...report, incomplete: [...report.incomplete, ...notesOf(used)] }
}

async function runParse(pick: Pick, given: ParseTask, to: Line): Promise<ParseResult> {
  const { reading } = given
  const member = pick.find(given.member)
  const { source, name, folder, display } = member
  if (exportFormatOf(reading) === null && reading.columns.text === undefined) {
    throw new AppError('file-not-comments', `Choose the column of “${display}” that holds the comment.`)
  }
  const total = await sizeOf(source)
  const progress = createProgress(to, total)
  const sum = { rows: 0, comments: 0, problems: 0, bytes: 0 }
  const onBytes = (bytes: number) => {
    sum.bytes = bytes
    progress.bytes(bytes)
  }
  const { isCancelled } = to
  const text = () => decodeFile(source, { encoding: reading.encoding, isCancelled, onBytes })
  const used = new Set([member])
  const onUsed = (other: PickedMember) => used.add(other)
  const beside = besideOf(pick, member, { delimiter: reading.delimiter, isCancelled, onUsed })
  const incomplete = await readComments(
    { name, folder, beside, text, reading, isCutOff: () => isCutOff(member) },
    {
      keepsRaw: given.keepsRaw,
      async deliver(batch) {
        sum.rows += batch.rows
        sum.comments += batch.comments.length
        sum.problems += batch.problems.length
        progress.comments(sum.comments)
        await sendBatches(batch, to, sum.bytes)
        await to.listen()
      },
    },
  )
  if (sum.rows === 0 && incomplete.length === 0)
    throw new AppError('file-empty', `“${display}” has no comments. Export it again, or choose another.`)
  return { ...sum, incomplete: [...incomplete, ...notesOf(used)] }
}

const isCutOff = ({ source }: PickedMember): boolean => source.isCutOff?.() ?? false

/** What a spreadsheet lost before it came here, or that what it was packed in ends too early. */
function notesOf(members: Iterable<PickedMember>): readonly string[] {
  return [...members].flatMap(({ source }) => source.notes?.() ?? [])
}

async function sendBatches({ comments, problems }: MappedBatch, to: Line, bytes: number): Promise<void> {
  for (let at = 0; at < Math.max(comments.length, problems.length); at += batchSize) {
    await to.sendBatch({
      type: 'batch',
      comments: comments.slice(at, at + batchSize),
      problems: problems.slice(at, at + batchSize),
      bytes,
    })
  }
}

/** Tells how far the reading is, ten times a second at most. */
function createProgress(to: Line, total: number) {
  let toldAt = 0
  let comments = 0
  return {
    bytes(bytes: number): void {
      const now = performance.now()
      if (now - toldAt < 100) return
      toldAt = now
      to.post({ type: 'progress', bytes: Math.min(bytes, total), total, comments })
    },
    comments(count: number): void {
      comments = count
    },
  }
}

/** The door of this room: what was thrown becomes a failure. */
function failureOf(error: unknown, name: string) {
  if (error instanceof AppError) return { code: error.code, message: error.message }
  // Where it happened, without the error's own message: that may hold what somebody wrote.
  const places =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((one) => /^\s+at /.test(one)) : []
  console.error(['parse.worker: unexpected', ...places].join('\n'))
  return {
    code: 'unexpected' as const,
    message: `“${name}” could not be read because of a fault in this program. Nothing was changed.`,
  }
}

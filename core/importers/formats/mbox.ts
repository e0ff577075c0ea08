/** Mail: files of messages (mbox, as of mailing lists and mail programs) and single ones (.eml). @source RFC 4155, RFC 5322 */
import type { ExportFormat, Sink, Source } from '../export-format.ts'
import { readMail } from '../parts/mail-message.ts'
import { createMailSplitter, type MailPiece, unquoteFrom } from '../parts/mail-split.ts'
import { createMailThreads, type MailThreads } from '../parts/mail-threads.ts'

export const mbox: ExportFormat = {
  id: 'mbox',
  title: 'Mailbox',
  platform: 'mail',
  idsWithin: 'platform',
  detect: ({ text }) => {
    const [first = '', second = ''] = text.trimStart().split(/\r?\n/, 2)
    return first.startsWith('From ') && (isHeader.test(second) || second.startsWith('>From ')) ? 0.96 : 0
  },
  parse: (source, sink) => parse(source, sink),
}

export const email: ExportFormat = {
  id: 'email',
  title: 'E-mail message',
  platform: 'mail',
  idsWithin: 'platform',
  detect: ({ text }) => {
    const names = headerNames(text)
    // A page saved by a browser is packed like a message.
    if (names === null || names.has('snapshot-content-location') || /^From: <Saved by/im.test(text)) return 0
    const known = [
      'date',
      'message-id',
      'received',
      'subject',
      'to',
      'mime-version',
      'return-path',
      'newsgroups',
    ]
    const met = known.filter((name) => names.has(name)).length
    return names.has('from') && met >= 2 ? 0.93 : 0
  },
  parse: (source, sink) => parse(source, sink, true),
}

const isHeader = /^[!-9;-~]{1,100}:(\s|$)/

/** The names of the lines before the first blank one; null where one of them is no header. */
function headerNames(text: string): ReadonlySet<string> | null {
  const names = new Set<string>()
  for (const line of text.trimStart().split(/\r?\n/, 400)) {
    if (line === '') break
    if (/^[ \t]/.test(line)) continue
    if (!isHeader.test(line)) return null
    names.add(line.slice(0, line.indexOf(':')).toLowerCase())
  }
  return names
}

async function parse(source: Source, sink: Sink, isSingle = false): Promise<void> {
  const threads = createMailThreads()
  let row = 0
  let illegible = 0
  const takeAll = async (pieces: readonly MailPiece[]): Promise<void> => {
    for (const piece of pieces) {
      row += 1
      if (await take(piece, { source, sink, threads, row })) illegible += 1
    }
  }
  if (isSingle) {
    let text = ''
    for await (const chunk of source.text()) text += chunk
    // Programs that carry mail put the ">" there, for the sake of mailboxes on the way.
    const lines = text.trimStart().split(/\r?\n/).map(unquoteFrom)
    await takeAll([{ fromLine: null, lines, isTooLong: false }])
  } else {
    const splitter = createMailSplitter()
    for await (const chunk of source.text()) await takeAll(splitter.read(chunk))
    await takeAll(splitter.end())
  }
  if (illegible > 0) {
    const of = illegible === 1 ? '1 message' : `${illegible} messages`
    sink.incomplete(
      `Letters of ${of} are lost: they were written in another encoding than the rest of the file. Export such messages one by one.`,
    )
  }
}

interface Place {
  readonly source: Source
  readonly sink: Sink
  readonly threads: MailThreads
  readonly row: number
}

/** @returns whether it has bytes that are no letters, because the file as a whole was decoded in one way */
async function take(
  { fromLine, lines, isTooLong }: MailPiece,
  { source, sink, threads, row }: Place,
): Promise<boolean> {
  if (isTooLong) {
    sink.leaveOut(row, 'too-long', fromLine ?? undefined)
    return false
  }
  const mail = await readMail(lines, { encoding: source.reading.encoding, fromLine })
  if (mail === null) {
    sink.leaveOut(row, 'not-a-comment', fromLine ?? undefined)
    return false
  }
  if (mail.leftOut !== null) {
    sink.leaveOut(row, mail.leftOut, mail.subject ?? undefined)
    return false
  }
  const thread = threads.threadOf(mail, row)
  if (mail.found.text !== '') {
    if (mail.quoted !== null) sink.repaired(row, 'quoted-text', mail.quoted)
    if (mail.found.id === null) sink.repaired(row, 'no-id')
  }
  sink.comment({ ...mail.found, row, threadId: thread.id, threadTitle: thread.title })
  return mail.found.text.includes('\uFFFD') && lines.some((line) => line.includes('\uFFFD'))
}

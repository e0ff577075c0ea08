/** A comment section that was copied from a web page, as plain text. @source what browsers copy of common blogs and sites */
import type { ExportFormat, Found, Sink, Source } from '../export-format.ts'
import type { Head as FileHead } from '../head.ts'
import { createNameless } from '../parts/nameless.ts'
import {
  endsSection,
  type Head,
  headAt,
  isFurniture,
  isPingback,
  linesAhead,
  sectionTitle,
} from '../parts/pasted-heads.ts'

export const pastedText: ExportFormat = {
  id: 'pasted-text',
  title: 'Pasted comments',
  platform: 'pasted',
  idsWithin: 'thread',
  detect: (head) => {
    if (/^\s*[[{<"]/.test(head.text) || isTable(head.rows)) return 0
    const { timed, untimed, titles, furniture } = countHeads(head.text)
    if (timed >= 2) return 0.8
    return timed + untimed >= 2 && (titles > 0 || furniture >= 2) ? 0.7 : 0
  },
  parse: (source, sink) => parse(source, sink),
}

/** Rows that all have as many cells, and more than one. */
function isTable(rows: FileHead['rows']): boolean {
  const [first, ...others] = rows.slice(0, 40)
  if (first === undefined || first.length < 2 || others.length === 0) return false
  const same = others.filter((row) => row.length === first.length).length
  return same >= others.length * 0.8
}

function countHeads(text: string) {
  const lines = text.split(/\r\n|\n|\r/)
  let [timed, untimed, titles, furniture] = [0, 0, 0, 0]
  for (let place = 0; place < lines.length; place += 1) {
    const line = lines[place] ?? ''
    if (line.trim() === '') continue
    if (sectionTitle(line) !== null) titles += 1
    else if (isFurniture(line)) furniture += 1
    const head = headAt(lines, place)
    if (head === null) continue
    if (head.time === null) untimed += 1
    else timed += 1
    place += head.lines - 1
  }
  return { timed, untimed, titles, furniture }
}

interface Section {
  title: string | null
  declared: number | null
  row: number
  /** Comments with a time were met: then a line such as "He says:" is prose. */
  isTimed: boolean
  block: { readonly head: Head | null; readonly lines: string[] } | null
  /** The comments that the next may answer: the last at each depth. */
  readonly above: { readonly indent: number; readonly id: string }[]
  readonly byNumber: Map<string, string>
  /** The last comment of each name. */
  readonly byName: Map<string, string>
}

async function parse(source: Source, sink: Sink): Promise<void> {
  const section: Section = {
    title: null,
    declared: null,
    row: 0,
    isTimed: false,
    block: null,
    above: [],
    byNumber: new Map(),
    byName: new Map(),
  }
  const nameless = createNameless()
  const give = () => giveBlock(section, { source, sink, nameless })
  let waiting: string[] = []
  const takeAll = (isLast: boolean) => {
    let place = 0
    while (place < waiting.length && (isLast || place + linesAhead < waiting.length)) {
      place += takeLines(section, { lines: waiting, place, give })
    }
    waiting = waiting.slice(place)
  }
  let rest = ''
  for await (const chunk of source.text()) {
    const lines = (rest + chunk).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    for (const line of lines) waiting.push(line)
    takeAll(false)
  }
  waiting.push(rest)
  takeAll(true)
  give()
  const { declared, row } = section
  if (declared !== null && declared > row) sink.incomplete(`${row} of ${declared} comments are in the text.`)
}

/** @returns how many lines were dealt with */
function takeLines(
  section: Section,
  {
    lines,
    place,
    give,
  }: { readonly lines: readonly string[]; readonly place: number; readonly give: () => void },
): number {
  const line = lines[place] ?? ''
  const titled = section.block === null ? sectionTitle(line) : null
  if (titled !== null) {
    section.title ??= titled.title
    section.declared ??= titled.declared
    return 1
  }
  if (isPingback(line)) {
    give()
    section.block = { head: null, lines: [line] }
    return 1
  }
  const head = headAt(lines, place)
  if (head !== null && (head.time !== null || !section.isTimed)) {
    give()
    section.isTimed ||= head.time !== null
    section.block = { head, lines: lines.slice(place, place + head.lines) }
    return head.lines
  }
  if (endsSection(line)) give()
  else section.block?.lines.push(line)
  return 1
}

interface Giving {
  readonly source: Source
  readonly sink: Sink
  readonly nameless: ReturnType<typeof createNameless>
}

function giveBlock(section: Section, { source, sink, nameless }: Giving): void {
  const { block } = section
  section.block = null
  if (block === null) return
  section.row += 1
  const { row } = section
  if (block.head === null) {
    sink.leaveOut(row, 'pingback', block.lines.join('\n').trim())
    return
  }
  const { head } = block
  const { text, likes } = wordsOf(block.lines.slice(head.lines), head.indent)
  const { author, answered } = namesOf(head)
  const found = { author, time: head.time?.text ?? null, text }
  const id = nameless({ ...found, time: head.time?.createdAt ?? null })
  const thread = section.title ?? source.name.replace(/\.(txt|text|md)$/i, '')
  sink.comment({
    ...found,
    row,
    id,
    parentId: parentOf(section, head) ?? (answered === null ? null : section.byName.get(answered)),
    threadId: thread,
    threadTitle: thread,
    createdAt: head.time?.createdAt,
    likes,
    raw: block.lines.join('\n').trimEnd(),
  })
  while ((section.above.at(-1)?.indent ?? -1) >= head.indent) section.above.pop()
  section.above.push({ indent: head.indent, id })
  section.byName.set(author, id)
  if (head.number !== null) section.byNumber.set(head.number, id)
}

/** Disqus has the name of the person answered after one's own, "Otter  Maren". */
function namesOf({ author: written }: Head): { readonly author: string; readonly answered: string | null } {
  const name = written.replace(/^@(?=\S+ )/, '').trim()
  const [author = name, answered = null, ...others] = name.split(/\s{2,}/)
  return others.length === 0 ? { author, answered } : { author: name, answered: null }
}

/** By its number, "1.1" below "1"; else by how far it is set in. */
function parentOf({ above, byNumber }: Section, { number, indent }: Head): string | null {
  if (number?.includes('.') === true) return byNumber.get(number.slice(0, number.lastIndexOf('.'))) ?? null
  return above.findLast((one) => one.indent < indent)?.id ?? null
}

/** Without what the page shows below a comment: "Reply", and how many like it. */
function wordsOf(lines: readonly string[], indent: number): Pick<Found, 'text' | 'likes'> {
  let end = lines.length
  let likes: string | null = null
  let isAboveFurniture = false
  for (; end > 0; end -= 1) {
    const line = (lines[end - 1] ?? '').trim()
    if (line === '') continue
    if (isFurniture(line)) isAboveFurniture = true
    else if (isAboveFurniture && /^\d{1,3}(?:[,.]?\d{1,3}){0,2}[km]?$/i.test(line)) likes ??= line
    else break
  }
  const isSetIn = indent > 0
  const words = lines.slice(0, end).map((line) => (isSetIn ? line.trim() : line.trimEnd()))
  return {
    text: words
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    likes,
  }
}

/** What the Graph APIs of Facebook and Instagram have in common: pages, and comments inside comments. */
import type { ProblemReason } from '../../records.ts'
import type { Found, Sink, Source } from '../export-format.ts'
import type { Head } from '../head.ts'
import { counted } from './counted.ts'
import { at, isObject, type JsonObject, listAt, numberAt, textAt } from './json-exact.ts'
import { readJsonRecords } from './json-records.ts'
import { peek } from './peek.ts'

/** Where a comment stands, as far as what is around it tells. */
export interface GraphPlace {
  readonly row: number
  /** The record without the comments inside it. */
  readonly raw: string
  readonly parentId: string | null
  readonly threadId: string | null
  readonly threadTitle: string | null
}

export interface GraphOptions {
  /** Under which key a comment, or a post, holds those that answer it. */
  readonly nestedUnder: readonly string[]
  /** Under which key it says how many there are. */
  readonly countedUnder: string
  readonly isPost: (record: unknown) => boolean
  readonly foundOf: (record: unknown, place: GraphPlace) => Found | ProblemReason
}

/** The first records of a page, of a list of pages or of records, or of lines of either. */
export function graphRecords({ json, lines }: Head): readonly unknown[] {
  const byId = isById(json) ? Object.values(json) : [pageUnder(json)?.page ?? json]
  const documents = Array.isArray(json) ? json : lines.length > 1 ? lines : byId
  return documents.slice(0, 20).flatMap((one) => (isPage(one) ? listAt(one, 'data').slice(0, 20) : [one]))
}

/** Reads the file in whichever of these shapes it comes; `row` counts comments as one meets them from the top. */
export async function readGraph(source: Source, sink: Sink, options: GraphOptions): Promise<void> {
  const { json } = await peek(source)
  const graph = createGraph(sink, options)
  const under = pageUnder(json)
  if (isPage(json) || under !== null) {
    const around = under === null ? '' : `${under.name}.`
    const depth = under === null ? 0 : 1
    await readJsonRecords(source, sink, {
      places: ['data.*', 'paging', 'summary'].map((place) => `${around}${place}`),
      onRecord({ path, value, raw }) {
        const [key, index] = path.slice(depth)
        if (key === 'paging') graph.paging(value)
        else if (key === 'summary') graph.summary(value)
        else {
          // In a file of lines, another page begins.
          if (index === '0') graph.beginPage()
          graph.take(value, raw)
        }
      },
    })
  } else {
    await readJsonRecords(source, sink, {
      places: [Array.isArray(json) || isById(json) ? '*' : ''],
      onRecord: ({ path, value, raw }) =>
        isPage(value)
          ? graph.takePage(value, isById(json) ? (path[0] ?? null) : null)
          : graph.take(value, raw),
    })
  }
  graph.end()
}

const isPage = (value: unknown): boolean => Array.isArray(at(value, 'data'))

/** Several things that were asked for in one go, each under its id; or the pages of comments of several. */
function isById(json: unknown): json is JsonObject {
  if (!isObject(json) || isPage(json)) return false
  const entries = Object.entries(json)
  const isOne = ([key, value]: readonly [string, unknown]): boolean =>
    /^\d{1,30}(?:_\d{1,30}){0,2}$/.test(key) && (isPage(value) || textAt(value, 'id') === key)
  return entries.length > 0 && entries.every(isOne)
}

/** Whoever asks for a page of the network with its posts in one go is given them under the name that was asked for. */
const askedFor = ['posts', 'feed', 'published_posts', 'visitor_posts', 'media', 'videos', 'photos', 'tagged']

function pageUnder(json: unknown): { readonly name: string; readonly page: unknown } | null {
  if (!isObject(json) || isPage(json)) return null
  const name = askedFor.find((one) => isPage(at(json, one)))
  return name === undefined ? null : { name, page: at(json, name) }
}

type Around = Pick<GraphPlace, 'parentId' | 'threadId' | 'threadTitle'>
interface Waiting {
  readonly record: unknown
  readonly raw: string | null
  readonly around: Around
}

const nothingAround: Around = { parentId: null, threadId: null, threadTitle: null }

function createGraph(sink: Sink, options: GraphOptions) {
  let row = 0
  const tally = createTally(sink)
  const takeOne = ({ record, raw, around }: Waiting): readonly Waiting[] => {
    const nested = options.nestedUnder.map((key) => at(record, key)).find(isPage)
    // A request for the comments alone gives the post's id and nothing else of it.
    const isBare = around === nothingAround && nested !== undefined && !saysAnything(record, options)
    let inside = around
    const isPost = isBare || options.isPost(record)
    if (isBare) {
      inside = { ...nothingAround, threadId: lastPart(textAt(record, 'id')) }
    } else {
      row += 1
      const plain =
        nested === undefined ? (raw ?? jsonOf(record)) : jsonOf(without(record, options.nestedUnder))
      const found = isObject(record)
        ? options.foundOf(record, { row, raw: plain, ...around })
        : ('not-an-object' as const)
      if (typeof found === 'string') {
        sink.leaveOut(row, found)
        inside = isPost ? { ...nothingAround, threadId: lastPart(textAt(record, 'id')) } : around
      } else {
        sink.comment(found)
        inside = insideOf(found)
        tally.count(found)
      }
    }
    const declared = numberAt(nested, 'summary', 'total_count') ?? numberAt(record, options.countedUnder)
    if (!isPost) tally.declareReplies(declared ?? 0)
    else if (nested !== undefined && declared !== null) tally.declareComments(declared)
    if (textAt(nested, 'paging', 'next') !== null) tally.moreInside()
    return listAt(nested, 'data').map((one) => ({ record: one, raw: null, around: inside }))
  }
  const take = (record: unknown, raw: string | null, around = nothingAround): void => {
    const waiting: Waiting[] = [{ record, raw, around }]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      for (const one of takeOne(next).toReversed()) waiting.push(one)
    }
  }
  return {
    take,
    takePage(page: unknown, of: string | null): void {
      tally.beginPage()
      const around = of === null ? nothingAround : { ...nothingAround, threadId: lastPart(of) }
      for (const one of listAt(page, 'data')) take(one, null, around)
      tally.paging(at(page, 'paging'))
      tally.summary(at(page, 'summary'))
    },
    beginPage: tally.beginPage,
    paging: tally.paging,
    summary: tally.summary,
    end: tally.end,
  }
}

const saysAnything = (record: unknown, { countedUnder }: GraphOptions): boolean =>
  ['message', 'story', 'text', 'caption', 'created_time', 'timestamp', countedUnder].some(
    (key) => at(record, key) !== undefined,
  )

function insideOf({ kind, id, parentId, threadId, threadTitle }: Found): Around {
  if (kind === 'post') return { parentId: null, threadId: threadId ?? null, threadTitle: threadTitle ?? null }
  // A comment without an id cannot be named: its answers hang where it hangs.
  return { parentId: id ?? parentId ?? null, threadId: threadId ?? null, threadTitle: threadTitle ?? null }
}

/** "page_post" of a post is "post" in the ids of its comments. */
export const lastPart = (id: string | null): string | null => id?.split('_').at(-1) ?? null

/** What the export says of how many there are, against how many came. */
function createTally(sink: Sink) {
  let comments = 0
  let replies = 0
  let declaredReplies = 0
  let declaredUnderPosts = 0
  let moreInside = 0
  let hasNext = false
  const totals = new Set<number>()
  return {
    count({ kind, parentId }: Found): void {
      if (kind === 'post') return
      comments += 1
      if (parentId !== null && parentId !== undefined) replies += 1
    },
    declareReplies(figure: number): void {
      declaredReplies += Math.max(0, figure)
    },
    declareComments(figure: number): void {
      declaredUnderPosts += Math.max(0, figure)
    },
    moreInside(): void {
      moreInside += 1
    },
    beginPage(): void {
      hasNext = false
    },
    paging(paging: unknown): void {
      hasNext = textAt(paging, 'next') !== null
    },
    summary(summary: unknown): void {
      const total = numberAt(summary, 'total_count')
      if (total !== null) totals.add(total)
    },
    end(): void {
      // Each page of one post says the same total; of several posts they say nothing certain.
      const [ofPages = 0] = totals.size === 1 ? totals : []
      const total = ofPages + declaredUnderPosts
      if (total > comments) sink.incomplete(`${comments} of ${total} comments are in the file.`)
      else if (hasNext)
        sink.incomplete(`The file says that another page follows the ${counted(comments, 'comment')} in it.`)
      if (declaredReplies > replies)
        sink.incomplete(`${replies} of ${declaredReplies} replies are in the file.`)
      else if (moreInside > 0)
        sink.incomplete(`Answers that are not in the file follow in ${counted(moreInside, 'place')}.`)
    },
  }
}

function without(record: unknown, keys: readonly string[]): unknown {
  if (!isObject(record)) return record
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)))
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value)
  } catch {
    // Deeper than the engine can write.
    return ''
  }
}

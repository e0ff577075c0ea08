/** Hacker News: items as its own API has them, flat or nested, and as its search does. @source github.com/HackerNews/API */
import type { ExportFormat, Sink, Source } from '../export-format.ts'
import { answerKeys, answersIn, hackerNewsItem, isItem, isOption, linkOf } from '../parts/hacker-news-item.ts'
import { anyOf, readAnyJson, silent } from '../parts/json-any.ts'
import { at, isObject, listAt, numberAt } from '../parts/json-exact.ts'
import { rawWithout } from '../parts/json-raw.ts'
import { readJsonRecords } from '../parts/json-records.ts'
import { peek } from '../parts/peek.ts'
import { createReplyRoots } from '../parts/reply-roots.ts'

export const hackerNews: ExportFormat = {
  id: 'hacker-news',
  title: 'Hacker News items',
  platform: 'hacker-news',
  idsWithin: 'platform',
  detect: (head) => {
    const found = listAt(head.json, 'hits')
    if (found.length > 0) return found.slice(0, 20).some(isItem) ? 0.95 : 0
    return anyOf(head, isItem) || isByNumber(head.json) ? 0.93 : 0
  },
  async parse(source, sink) {
    const file = createFile()
    // What an item belongs to may stand after it: the file is looked through for that first.
    await eachItem(source, silent, file.add)
    await eachItem(source, sink, (given) => file.give(given, sink))
    file.end(sink)
  },
}

/** An object whose keys are the numbers of its items. */
function isByNumber(value: unknown): boolean {
  if (!isObject(value)) return false
  const looked = Object.entries(value).slice(0, 20)
  return looked.every(([key]) => /^\d+$/.test(key)) && looked.some(([, item]) => isItem(item))
}

interface Given {
  readonly item: unknown
  /** The item that holds it: an answer inside another need not say what it answers. */
  readonly above: string | null
  readonly raw: string
}

type Take = (given: Given) => void

/** Every item, those inside others after what they answer. */
async function eachItem(source: Source, sink: Sink, take: Take): Promise<void> {
  const isKeyed = isByNumber((await peek(source)).json)
  const onRecord = ({ path, value, raw }: { path: readonly string[]; value: unknown; raw: string }) => {
    if (path[0] === 'nbHits') take({ item: { nbHits: value }, above: null, raw })
    else descend(value, raw, take)
  }
  if (isKeyed) await readJsonRecords(source, sink, { places: ['*'], onRecord })
  else await readAnyJson(source, sink, { places: ['hits.*', 'nbHits'], onRecord })
}

function descend(first: unknown, raw: string, take: Take): void {
  const waiting: { readonly item: unknown; readonly above: string | null }[] = [{ item: first, above: null }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { item, above } = next
    const inside = answersIn(item)
    take({ item, above, raw: item === first && inside.length === 0 ? raw : rawWithout(item, ...answerKeys) })
    const { id } = linkOf(item)
    for (let place = inside.length - 1; place >= 0; place--) waiting.push({ item: inside[place], above: id })
  }
}

function createFile() {
  const roots = createReplyRoots()
  const titles = new Map<string, string | null>()
  let declared = 0
  let hits: number | null = null
  let row = 0
  let comments = 0
  return {
    add({ item, above }: Given): void {
      hits = numberAt(item, 'nbHits') ?? hits
      const { id, parentId, storyId, isStory, title } = linkOf(item)
      if (id === null) return
      roots.add(id, parentId ?? above ?? storyId)
      if (isStory) {
        titles.set(id, title)
        declared += numberAt(item, 'descendants') ?? 0
      }
    },
    give({ item, above, raw }: Given, sink: Sink): void {
      if (at(item, 'nbHits') !== undefined) return
      row += 1
      const { id, parentId: told, storyId, isStory, title } = linkOf(item)
      if (isOption(item) || id === null) {
        sink.leaveOut(row, isObject(item) ? 'not-a-comment' : 'not-an-object')
        return
      }
      const parentId = isStory ? null : (told ?? above)
      if (!isStory) comments += 1
      const threadId = isStory ? id : (storyId ?? roots.rootOf(id))
      const isTop = parentId === threadId && (titles.has(threadId) || storyId !== null)
      sink.comment(
        hackerNewsItem(item, {
          row,
          raw,
          threadId,
          threadTitle: titles.get(threadId) ?? title,
          parentId: isTop ? null : parentId,
        }),
      )
    },
    end(sink: Sink): void {
      if (hits !== null && hits > row) sink.incomplete(`${row} of ${hits} hits are in the file.`)
      if (declared > comments) sink.incomplete(`${comments} of ${declared} comments are in the file.`)
    },
  }
}

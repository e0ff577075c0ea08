/** Collections of activities and notes, on one page or alone, read note by note. @source w3.org/TR/activitystreams-core */
import type { Sink, Source } from '../export-format.ts'
import { type Actor, foundOfActivity } from './activity.ts'
import { readAnyJson, silent } from './json-any.ts'
import { at, isObject, listAt, numberAt, textAt } from './json-exact.ts'
import { rawWithout } from './json-raw.ts'
import { readJsonRecords } from './json-records.ts'

const itemPlaces = ['orderedItems.*', 'items.*', 'first.orderedItems.*', 'first.items.*']

interface Owner {
  readonly owner: Actor | null
  readonly followers: string | null
}

export async function readActivities(source: Source, sink: Sink, owner: Owner): Promise<void> {
  const whole = await wholeOf(source)
  const reader = createReader(sink, owner)
  await readAnyJson(source, sink, {
    places: itemPlaces,
    onRecord: ({ value, raw }) => reader.take(value, raw),
  })
  reader.end(whole)
}

/** How many there are in all, and whether pages follow: it may stand after the items. */
async function wholeOf(
  source: Source,
): Promise<{ readonly total: number | null; readonly hasNext: boolean }> {
  let total: number | null = null
  let hasNext = false
  await readJsonRecords(source, silent, {
    places: ['totalItems', 'next', 'first.next'],
    onRecord({ path, value }) {
      if (path.at(-1) === 'next') hasNext = value !== null && value !== ''
      else if (path[0] === 'totalItems') total = numberAt(value) ?? total
    },
  })
  return { total, hasNext }
}

function createReader(sink: Sink, owner: Owner) {
  const threads = new Map<string, string>()
  let row = 0
  let items = 0
  let addresses = 0
  const takeOne = (value: unknown, raw: string, above: string | null): void => {
    if (typeof value === 'string') {
      addresses += 1
      return
    }
    row += 1
    const found = isObject(value)
      ? foundOfActivity(value, { ...owner, row, raw, above, threadOf: (id) => threads.get(id) })
      : 'not-an-object'
    if (typeof found === 'string') {
      sink.leaveOut(row, found)
      return
    }
    if (typeof found.id === 'string' && typeof found.threadId === 'string')
      threads.set(found.id, found.threadId)
    sink.comment(found)
  }
  return {
    take(value: unknown, raw: string): void {
      items += 1
      const waiting: { readonly inner: unknown; readonly above: string | null }[] = [
        { inner: value, above: null },
      ]
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const { inner, above } = next
        const inside = answersIn(inner)
        takeOne(inner, inner === value && inside.length === 0 ? raw : rawWithout(inner, 'replies'), above)
        const id = textAt(inner, 'object', 'id') ?? textAt(inner, 'id')
        for (let place = inside.length - 1; place >= 0; place--) {
          waiting.push({ inner: inside[place], above: id })
        }
      }
    },
    end({ total, hasNext }: { readonly total: number | null; readonly hasNext: boolean }): void {
      if (addresses > 0)
        sink.incomplete(`Entries of which the file has only the address, not the words: ${addresses}.`)
      if (total !== null && total > items) sink.incomplete(`${items} of ${total} entries are in the file.`)
      else if (hasNext) sink.incomplete('The file is one page of several: it names a next one.')
    },
  }
}

/** The answers that a note holds as a whole; those it only names are somewhere else, and none of this file. */
function answersIn(value: unknown): readonly unknown[] {
  const note = isObject(at(value, 'object')) ? at(value, 'object') : value
  const answers = at(note, 'replies')
  return [at(answers, 'first'), answers]
    .flatMap((page) => [...listAt(page, 'items'), ...listAt(page, 'orderedItems')])
    .filter((answer) => isObject(answer) && textAt(answer, 'type') !== null)
}

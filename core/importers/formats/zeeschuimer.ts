/** Zeeschuimer: what a browser add-on caught of TikTok, Instagram and X, an envelope a line; also as 4CAT gives it on. @source github.com/digitalmethodsinitiative/zeeschuimer */
import type { ExportFormat, Sink } from '../export-format.ts'
import { at, isObject, listAt, numberAt, textAt } from '../parts/json-exact.ts'
import { rawWithout } from '../parts/json-raw.ts'
import { readJsonRecords } from '../parts/json-records.ts'
import { peek } from '../parts/peek.ts'
import { type Items, instagramItem, tiktokItem, xItem } from '../parts/zeeschuimer-items.ts'

export const zeeschuimerFormats: readonly ExportFormat[] = [tiktokItem, instagramItem, xItem].map(formatOf)

function formatOf(items: Items): ExportFormat {
  const rate = (line: unknown): number => {
    const item = itemIn(line)
    const from = textAt(line, 'source_platform') ?? textAt(item, '__import_meta', 'source_platform')
    if (from !== null) return items.isFrom(from) && isObject(item) ? 0.97 : 0
    // The platform's own answers, a page of comments, have the same items.
    return items.platform === 'tiktok' && items.isComment(item) ? 0.93 : 0
  }
  return {
    id: `zeeschuimer-${items.platform}`,
    title: items.title,
    platform: items.platform,
    idsWithin: 'platform',
    detect: ({ json, lines }) =>
      Math.max(
        0,
        ...[firstOf(json), ...lines.slice(0, 5)].map(
          (line) => rate(line) || rate(listAt(line, 'comments')[0]),
        ),
      ),
    async parse(source, sink) {
      const { json } = await peek(source)
      const first = firstOf(json)
      const page = listAt(first, 'comments').length > 0 && itemIn(first) === first ? 'comments.*' : ''
      const place = Array.isArray(json) ? (page === '' ? '*' : `*.${page}`) : page
      const answers = { declared: 0, present: 0 }
      await readJsonRecords(source, sink, {
        places: [place],
        onRecord: ({ value, raw, row }) => takeItem(itemIn(value), { items, sink, answers, row, raw }),
      })
      const { declared, present } = answers
      if (declared > present) {
        sink.incomplete(
          `${declared - present} of ${declared} replies were not caught: only what was opened on the page is.`,
        )
      }
    },
  }
}

const firstOf = (json: unknown): unknown => (Array.isArray(json) ? json[0] : json)

const itemIn = (line: unknown): unknown => (isObject(at(line, 'data')) ? at(line, 'data') : line)

interface Taking {
  readonly items: Items
  readonly sink: Sink
  readonly answers: { declared: number; present: number }
  readonly row: number
  readonly raw: string
}

function takeItem(item: unknown, { items, sink, answers, row, raw }: Taking): void {
  if (!items.isComment(item)) {
    sink.leaveOut(row, 'not-a-comment')
    return
  }
  const inside = items.inside === null ? [] : listAt(item, items.inside).filter(items.isComment)
  give(item, inside.length === 0 ? raw : rawWithout(item, ...(items.inside === null ? [] : [items.inside])))
  for (const reply of inside) give(reply, rawWithout(reply))

  function give(one: unknown, ownRaw: string): void {
    const found = items.found(one)
    if (found === null) {
      sink.leaveOut(row, 'share')
      return
    }
    if (found.parentId !== null) answers.present += 1
    else if (items.declared !== null) answers.declared += Math.max(0, numberAt(one, items.declared) ?? 0)
    sink.comment({ ...found, row, raw: ownRaw })
  }
}

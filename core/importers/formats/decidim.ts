/** Decidim: the comments of a participation site, as a table or as JSON. @source docs.decidim.org, "Exports", "Open data" */
import type { ExportFormat, Found } from '../export-format.ts'
import { plainName } from '../names.ts'
import { textOfHtml } from '../parts/html-text.ts'
import { anyOf, readAnyJson } from '../parts/json-any.ts'
import { at, isObject, numberAt, textAt } from '../parts/json-exact.ts'
import { peek } from '../parts/peek.ts'
import { type TableRow, tableExport } from '../parts/table-export.ts'

const about = {
  id: 'decidim',
  title: 'Decidim comments',
  platform: 'decidim',
  // Every site counts from 1; its threads are addresses.
  idsWithin: 'thread',
} as const

const table = tableExport({
  ...about,
  names: [['id', 'created at', 'commentable id', 'commentable type', 'depth']],
  open({ names }) {
    const bodies = names.filter((name) => name === 'body' || name.startsWith('body '))
    return (row) => foundInRow(row, bodies)
  },
})

export const decidim: ExportFormat = {
  ...about,
  detect: (head) => {
    const data = at(head.json, 'data')
    const isJson = anyOf(Array.isArray(data) ? { json: data, lines: [] } : head, isComment)
    return isJson ? 0.95 : table.detect(head)
  },
  async parse(source, sink) {
    const { text } = await peek(source)
    if (!/^\s*[[{]/.test(text)) return table.parse(source, sink)
    await readAnyJson(source, sink, {
      places: ['data.*'],
      onRecord({ value, raw, row }) {
        if (!isObject(value)) sink.leaveOut(row, 'not-an-object')
        else if (at(value, 'body') === undefined) sink.leaveOut(row, 'not-a-comment')
        else sink.comment(foundInObject(value, { row, raw }))
      },
    })
  },
}

const isComment = (value: unknown): boolean =>
  textAt(value, 'commentable_type') !== null &&
  at(value, 'commentable_id') !== undefined &&
  at(value, 'body') !== undefined

function foundInRow({ get, row, raw }: TableRow, bodies: readonly string[]): Found {
  const locale = get('locale')
  // Some sites have a column for each language, with one of them filled.
  const filled = bodies.filter((name) => get(name) !== null)
  const name = filled.find((one) => one === 'body' || one === `body ${plainName(locale ?? '')}`) ?? filled[0]
  return {
    row,
    raw,
    id: get('id'),
    ...whereOf(get('commentable type'), get('commentable id'), get('root commentable url')),
    author: get('author name'),
    authorId: get('author id'),
    time: get('created at'),
    ...wordsOf(name === undefined ? '' : (get(name) ?? ''), locale ?? name?.replace(/^body ?/, '') ?? null),
    likes: get('up votes') ?? get('up votes count'),
    state: get('deleted at') === null ? 'visible' : 'deleted-by-author',
  }
}

function foundInObject(value: unknown, { row, raw }: { readonly row: number; readonly raw: string }): Found {
  const body = at(value, 'body')
  return {
    row,
    raw,
    id: textAt(value, 'id'),
    ...whereOf(
      textAt(value, 'commentable_type'),
      textAt(value, 'commentable_id'),
      textAt(value, 'root_commentable_url'),
    ),
    author: textAt(value, 'author', 'name') ?? textAt(value, 'author/name'),
    authorId: textAt(value, 'author', 'id') ?? textAt(value, 'author/id'),
    time: textAt(value, 'created_at'),
    ...wordsOf(body, textAt(value, 'locale')),
    likes: numberAt(value, 'up_votes') ?? numberAt(value, 'up_votes_count'),
    state: textAt(value, 'deleted_at') === null ? 'visible' : 'deleted-by-author',
  }
}

/** What is commented on is a proposal, a meeting, a debate; or another comment. */
function whereOf(type: string | null, id: string | null, root: string | null) {
  const isAnswer = /(^|::)Comment$/.test(type?.trim() ?? '')
  // Some sites give the address with the language of each comment.
  const place = root?.replace(/[?&]locale=[\w-]{0,20}$/, '') ?? null
  return { parentId: isAnswer ? id : null, threadId: place ?? (isAnswer ? null : `${type} ${id}`), url: root }
}

/** A text, or one for each language: that which it was written in counts, never one that a machine made. */
function wordsOf(
  body: unknown,
  locale: string | null,
): { readonly text: string; readonly lang: string | null } {
  const lang = locale === null || locale === '' ? null : locale
  const byLanguage = isObject(body) ? body : typeof body === 'string' ? languagesIn(body) : null
  if (byLanguage === null) return { text: typeof body === 'string' ? textOf(body) : '', lang }
  const written = Object.entries(byLanguage).filter(
    ([key, text]) => key !== 'machine_translations' && textAt({ text }, 'text') !== null,
  )
  const chosen = written.find(([key]) => key === lang) ?? written[0]
  return { text: textOf(textAt(chosen ?? [], '1') ?? ''), lang: chosen?.[0] ?? lang }
}

/** Plain on most sites; where a site lets people set their words in bold, HTML. */
const textOf = (body: string): string =>
  /<(?:p|br|strong|em|b|i|u|a|ul|ol|li|div|span|blockquote|h[1-6])(?:\s[^<>]{0,2000})?\/?>/i.test(body)
    ? textOfHtml(body)
    : body

/** `{"en":"Late"}` in a cell. Words that merely begin with a bracket are words. */
function languagesIn(body: string): Readonly<Record<string, unknown>> | null {
  if (!/^\s*\{\s*"[a-z]{2,3}([-_][A-Za-z]+)?"\s*(:|=>)\s*"/.test(body)) return null
  for (const text of [body, body.replaceAll('"=>"', '":"').replaceAll('" => "', '":"')]) {
    try {
      const found: unknown = JSON.parse(text)
      if (isObject(found)) return found
    } catch {
      // Ruby writes `=>` where JSON has a colon: that is tried next.
    }
  }
  return null
}

/** WordPress: its own export of posts with their comments. @source developer.wordpress.org, "export_wp()", WXR 1.0 to 1.2 */
import { parseTime } from '../../time.ts'
import type { ExportFormat, Found, Sink } from '../export-format.ts'
import { siteOf } from '../parts/address.ts'
import { textOfHtml } from '../parts/html-text.ts'
import { reasonToLeaveOut, wordpressState } from '../parts/wordpress-comment.ts'
import { childOf, childText, readXml, type XmlElement } from '../parts/xml-elements.ts'

export const wordpressWxr: ExportFormat = {
  id: 'wordpress-wxr',
  title: 'WordPress export',
  platform: 'wordpress',
  // Numbered from 1 in every site: with the post, and its time kept, two sites are seldom mixed up.
  idsWithin: 'thread',
  detect: ({ text }) => {
    if (!startsAsXml.test(text) || !/<rss[\s>]/.test(text)) return 0
    if (/wordpress\.org\/export\b/.test(text)) return 0.98
    return /<wp:(wxr_version|comment|comment_id|post_id)>/.test(text) ? 0.9 : 0
  },
  async parse(source, sink) {
    const site = createSite(sink)
    const isWhole = await readXml(source.text(), {
      prefixes: { wp: /^https?:\/\/wordpress\.org\/export\/[\d.]+\/?$/ },
      wanted: new Set([...itemFields, ...siteFields, 'wp:comment']),
      onOpen: site.open,
      onElement: site.take,
    })
    if (isWhole && site.count() === 0)
      sink.incomplete(
        'No comments are in the file. In WordPress, under “Tools”, “Export”, choose “All content”.',
      )
    if (!isWhole)
      sink.incomplete(`The file is cut off after comment ${site.count()}: what came before it was read.`)
  },
}

/** A site that shows its warnings writes them before the export. */
const startsAsXml = /^[\s\p{Cc}]*(<(?!!doctype html|html)|(PHP )?(Notice|Warning|Deprecated|Strict)\b)/iu

const itemFields = ['title', 'link', 'wp:post_id', 'wp:post_date', 'wp:post_date_gmt'] as const
/** Both are the site's own address. */
const siteFields: readonly string[] = ['link', 'wp:base_blog_url']

/** The post that the comments to come are written under. */
interface Item {
  readonly fields: Map<string, string>
}

interface Comment {
  readonly row: number
  readonly raw: string
  readonly item: Item
  readonly site: string | null
}

function createSite(sink: Sink) {
  let item: Item = { fields: new Map() }
  let site: string | null = null
  let row = 0
  /** How far the site's clock is ahead of UTC, as it was last seen. */
  let aheadMs: number | null = null
  const see = (local: string | null, utc: string | null) => {
    aheadMs = difference(local, utc) ?? aheadMs
  }
  return {
    open(name: string): void {
      if (name === 'item') item = { fields: new Map() }
    },
    take(element: XmlElement, { raw, parent }: { readonly raw: string; readonly parent: string }): void {
      if (element.name !== 'wp:comment') {
        if (parent === 'channel' && siteFields.includes(element.name))
          site = siteOf(element.text, true) ?? site
        if (parent === 'item') item.fields.set(element.name, element.text.trim())
        if (element.name === 'wp:post_date_gmt') see(item.fields.get('wp:post_date') ?? null, element.text)
        return
      }
      row += 1
      const reason = reasonToLeaveOut(childText(element, 'wp:comment_type') ?? '')
      if (reason !== null) {
        sink.leaveOut(row, reason, childText(element, 'wp:comment_author') ?? undefined)
        return
      }
      const [local, utc] = [childText(element, 'wp:comment_date'), childText(element, 'wp:comment_date_gmt')]
      see(local, utc)
      const when = whenOf({ local, utc, aheadMs })
      if (when.isDoubtful) sink.repaired(row, 'bad-time', utc ?? local ?? undefined)
      sink.comment({ ...foundOf(element, { row, raw, item, site }), ...when.found })
    },
    count: () => row,
  }
}

function foundOf(comment: XmlElement, { row, raw, item, site }: Comment): Found {
  const id = childText(comment, 'wp:comment_id')
  const link = item.fields.get('link')
  const userId = childText(comment, 'wp:comment_user_id')
  const title = item.fields.get('title')
  return {
    row,
    id,
    parentId: childText(comment, 'wp:comment_parent'),
    threadId: item.fields.get('wp:post_id') || link,
    // Without the site's own address, every link of it has its name.
    site: site ?? siteOf(link),
    threadTitle: title === undefined ? null : textOfHtml(title) || link,
    // Kept with entities, as it stands in the site's pages.
    author: textOfHtml(childText(comment, 'wp:comment_author') ?? ''),
    // Guests have no number. Addresses, of mail and of machines, are not for telling people apart.
    authorId: userId === '0' ? null : userId,
    text: textOfHtml(htmlOf(comment, raw)),
    state: wordpressState(childText(comment, 'wp:comment_approved')),
    url: link && id ? `${link}#comment-${id}` : link,
    raw,
  }
}

/** Some write the HTML of a comment without escaping it: then it is taken as it stands. */
function htmlOf(comment: XmlElement, raw: string): string {
  const content = childOf(comment, 'wp:comment_content')
  if (content === null || content.children.length === 0) return withBreaks(content?.text ?? '')
  const from = raw.search(/<[\w.-]{1,40}:comment_content[\s>]/)
  const to = raw.lastIndexOf('</', raw.lastIndexOf(':comment_content>'))
  return withBreaks(raw.slice(raw.indexOf('>', from) + 1, to === -1 ? raw.length : to))
}

/** WordPress makes paragraphs of line ends only when it shows a comment. Marks of CDATA in CDATA are nobody's words. */
function withBreaks(html: string): string {
  const own = withoutMarks(html)
  if (!/[<&]/.test(own) || /<(p|br|div)[\s/>]/i.test(own)) return own
  return own.trim().replace(/\r\n|\n|\r/g, '<br>')
}

/** Each beginning goes, and the end that belongs to it; an end alone is text. */
function withoutMarks(html: string): string {
  const [first = '', ...others] = html.split('<![CDATA[')
  const whole = [first, ...others.map((part) => part.replace(']]>', ''))].join('')
  return whole.replace(/\]\]>$/, '')
}

const isZero = (time: string | null): boolean => time === null || /^[\s0:T-]*$/.test(time)

/**
 * Comments that were never published have "0000-00-00 00:00:00" for UTC. Then there is the site's own clock, whose
 * zone the export does not name: it is taken to be what it was last.
 */
function whenOf(of: {
  readonly local: string | null
  readonly utc: string | null
  readonly aheadMs: number | null
}): { readonly found: Pick<Found, 'time' | 'createdAt'>; readonly isDoubtful: boolean } {
  const { local, utc, aheadMs } = of
  if (!isZero(utc)) return { found: { time: utc }, isDoubtful: false }
  if (isZero(local)) return { found: {}, isDoubtful: utc !== null || local !== null }
  const asUtc = local === null ? null : parseTime(local, 'ymd')
  const createdAt = asUtc === null ? null : new Date(Date.parse(asUtc) - (aheadMs ?? 0)).toISOString()
  return { found: { time: local, createdAt }, isDoubtful: asUtc !== null }
}

/** In ms; null where one is absent, or they are further apart than any zone. */
function difference(local: string | null, utc: string | null): number | null {
  if (local === null || utc === null || isZero(local) || isZero(utc)) return null
  const [here, there] = [parseTime(local, 'ymd'), parseTime(utc, 'ymd')]
  if (here === null || there === null) return null
  const ms = Date.parse(here) - Date.parse(there)
  return Math.abs(ms) <= 14 * 3_600_000 ? ms : null
}

/** Reddit: a page as its API gives it, a listing of the post and one of the comments. @source reddit.com/dev/api */
import type { ExportFormat, Sink } from '../export-format.ts'
import { at, listAt, numberAt } from '../parts/json-exact.ts'
import { rawWithout } from '../parts/json-raw.ts'
import { readJsonRecords } from '../parts/json-records.ts'
import { redditComment, redditPost, redditThread } from '../parts/reddit-thing.ts'

export const redditListing: ExportFormat = {
  id: 'reddit-listing',
  title: 'Reddit page',
  platform: 'reddit',
  idsWithin: 'platform',
  detect: ({ json }) => {
    const outer = Array.isArray(json) ? json[0] : json
    const first = Array.isArray(outer) ? outer[0] : outer
    if (Array.isArray(at(first, 'json', 'data', 'things'))) return 0.95
    return at(first, 'kind') === 'Listing' && Array.isArray(at(first, 'data', 'children')) ? 0.97 : 0
  },
  async parse(source, sink) {
    const page = createPage(sink)
    await readJsonRecords(source, sink, {
      // A page, a listing alone, pages in a list, and what a "more" link brings.
      places: ['*.data.children.*', 'data.children.*', '*.*.data.children.*', 'json.data.things.*'],
      onRecord: ({ value }) => page.take(value),
    })
    page.end()
  },
}

/** Comments hold their replies: each is a record of its own, numbered as one meets them from the top. */
function createPage(sink: Sink) {
  const titles = new Map<string, string>()
  let row = 0
  let declared: number | null = null
  let comments = 0
  let stubs = 0
  let hidden = 0
  const takeOne = (thing: unknown): readonly unknown[] => {
    const kind = at(thing, 'kind')
    const data = at(thing, 'data')
    if (kind === 'more') {
      stubs += 1
      hidden += numberAt(data, 'count') ?? 0
      return []
    }
    row += 1
    if (kind === 't3') {
      const post = redditPost(data, { row, raw: rawWithout(data) })
      titles.set(post.threadId ?? '', post.threadTitle ?? '')
      declared = (declared ?? 0) + (post.replies === null ? 0 : Number(post.replies))
      sink.comment(post)
      return []
    }
    if (kind !== 't1') {
      sink.leaveOut(row, 'not-a-comment')
      return []
    }
    comments += 1
    const title = titles.get(redditThread(data) ?? '') ?? null
    sink.comment(redditComment(data, { row, title, raw: rawWithout(data, 'replies') }))
    // "" where there are none.
    return listAt(data, 'replies', 'data', 'children')
  }
  return {
    take(first: unknown): void {
      const waiting = [first]
      while (waiting.length > 0) {
        const inside = takeOne(waiting.pop())
        for (let place = inside.length - 1; place >= 0; place--) waiting.push(inside[place])
      }
    },
    end(): void {
      if (stubs === 0 && (declared === null || declared <= comments)) return
      const of = declared === null ? `${comments} comments` : `${comments} of ${declared} comments`
      const why = stubs === 0 ? '' : ` Reddit left out ${hidden} behind ${stubs} “more” links.`
      sink.incomplete(`${of} are in the file.${why}`)
    },
  }
}

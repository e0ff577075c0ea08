/** Reddit: a page as its API gives it, a listing of the post and one of the comments. @source reddit.com/dev/api */
import type { ExportFormat, Sink } from '../export-format.ts'
import { countedAre } from '../parts/counted.ts'
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
      places: [...things, ...pages.map((place) => `${place}.after`)],
      onRecord: ({ path, value }) => {
        if (path.at(-1) === 'after') page.goesOn(value)
        else page.take(value)
      },
    })
    page.end()
  },
}

const pages = ['*.data', 'data', '*.*.data'] as const
const things = [...pages.map((place) => `${place}.children.*`), 'json.data.things.*']

/** Comments hold their replies: each is a record of its own, numbered as one meets them from the top. */
function createPage(sink: Sink) {
  const titles = new Map<string, string>()
  let row = 0
  let declared: number | null = null
  let comments = 0
  let stubs = 0
  let hidden = 0
  let folded = 0
  /** Whether another page follows the last that is here. */
  let isFollowed = false
  const takeOne = (thing: unknown): readonly unknown[] => {
    const kind = at(thing, 'kind')
    const data = at(thing, 'data')
    if (kind === 'more') {
      const count = numberAt(data, 'count') ?? 0
      // "Continue this thread": how many there are on that page is not said.
      if (count === 0) folded += 1
      else stubs += 1
      hidden += count
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
      // Letters come in the same lists as answers to comments.
      sink.leaveOut(row, kind === 't4' ? 'private' : 'not-a-comment')
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
    /** @param name of the thing after which the next page begins */
    goesOn(name: unknown): void {
      isFollowed = typeof name === 'string' && name !== ''
    },
    end(): void {
      if (isFollowed) sink.incomplete('Further pages of the list are not in the file.')
      if (stubs === 0 && folded === 0 && (declared === null || declared <= comments)) return
      const of =
        declared === null ? countedAre(comments, 'comment') : `${comments} of ${declared} comments are`
      const links = stubs === 1 ? 'a “more” link' : `${stubs} “more” links`
      const why = stubs === 0 ? '' : ` Reddit left out ${hidden} behind ${links}.`
      const deeper =
        folded === 0
          ? ''
          : folded === 1
            ? ' A branch goes on at a page of its own.'
            : ` ${folded} branches go on at a page of their own.`
      sink.incomplete(`${of} in the file.${why}${deeper}`)
    },
  }
}

/** YouTube: somebody's own comments as Google Takeout wrote them until 2022, a page with a list. @source support.google.com/accounts/answer/3024190 */
import type { ExportFormat, Found } from '../export-format.ts'
import { textOfHtml } from '../parts/html-text.ts'
import { parentInId, youtubeLink } from '../parts/youtube-comment.ts'

export const youtubeTakeoutPage: ExportFormat = {
  id: 'youtube-takeout-page',
  title: 'YouTube comments page (Takeout)',
  platform: 'youtube',
  idsWithin: 'platform',
  detect: ({ text }) => {
    if (!/^\s*</.test(text)) return 0
    const items = createItems()
    const [first] = items.read(text)
    return first !== undefined && ourLink.test(first) && ourTime.test(partsOf(first).about) ? 0.95 : 0
  },
  async parse(source, sink) {
    const items = createItems()
    let row = 0
    for await (const chunk of source.text()) {
      for (const item of items.read(chunk)) {
        row += 1
        if (ourLink.test(partsOf(item).about)) sink.comment(foundOf(item, row))
        else sink.leaveOut(row, 'not-a-comment')
      }
    }
    if (items.isOpen())
      sink.incomplete(`The file is cut off after comment ${row}: what came before it was read.`)
  },
}

/** Under a video, and under a post or on the page of a channel. */
const ourLink =
  /youtube\.com\/(?:watch\?v=([\w-]{6,20})|(?:post|channel)\/([\w-]{6,80})(?:\/\w{1,20})?)[?&](?:amp;)?lc=([\w.-]{6,100})/
const ourTime = /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/

/** "You added a comment on a video at 2020-05-24 20:10:05 UTC.", in the language of the account, then the comment. */
function partsOf(item: string): { readonly about: string; readonly text: string } {
  const end = /<br ?\/?>/i.exec(item)
  if (end === null) return { about: item, text: '' }
  return { about: item.slice(0, end.index), text: item.slice(end.index + end[0].length) }
}

function foundOf(item: string, row: number): Found {
  const { about, text } = partsOf(item)
  const [, video = null, place = null, id = null] = ourLink.exec(about) ?? []
  const time = ourTime.exec(about)?.[0] ?? null
  return {
    row,
    id,
    parentId: parentInId(id),
    threadId: video ?? place,
    time: time === null ? null : `${time} UTC`,
    text: textOfHtml(text),
    url: youtubeLink(video, id),
    raw: `<li>${item}</li>`,
  }
}

/** An item longer than this is none. */
const longestItem = 1024 * 1024

/** What stands between `<li>` and `</li>`, as it comes in. */
function createItems() {
  let rest = ''
  let isInside = false
  return {
    isOpen: () => isInside,
    read(chunk: string): readonly string[] {
      const items: string[] = []
      rest += chunk
      for (;;) {
        const mark = isInside ? '</li>' : '<li>'
        const found = rest.indexOf(mark)
        if (found === -1) break
        if (isInside) items.push(rest.slice(0, found))
        rest = rest.slice(found + mark.length)
        isInside = !isInside
      }
      if (!isInside) rest = rest.slice(-4)
      else if (rest.length > longestItem) {
        rest = ''
        isInside = false
      }
      return items
    },
  }
}

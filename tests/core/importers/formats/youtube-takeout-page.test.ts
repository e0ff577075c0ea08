import { describe, expect, test } from 'vitest'
import { formatOf, readExport } from './reading-export.ts'

const item = (id: string, about: string, text: string) =>
  `<li>${about} <a href="http://www.youtube.com/watch?v=LowgateFern&amp;lc=${id}">comment</a> on a <a href="http://www.youtube.com/watch?v=LowgateFern">video</a> at 2020-05-24 20:10:05 UTC.<br/>${text}</li>`
const text = `<!DOCTYPE html><html><head><title>Kommentare</title></head><body><ul>${item('UgxLowgate01AaABAg', 'You added a', 'Eleven months &amp; no report &lt;3<br>شكرا 👏')}${item('UgxLowgate01AaABAg.9xFern', 'Du hast geantwortet:', 'And?')}<li>Something else</li></ul></body></html>`

describe('a page of comments from Google Takeout', () => {
  test('gives ids, threads, times and texts, whatever its language', async () => {
    const { format, comments, problems, incomplete, read } = await readExport({
      name: 'my-comments.html',
      text,
    })
    expect({ format, incomplete, read }).toEqual({ format: 'youtube-takeout-page', incomplete: [], read: 3 })
    expect(problems).toMatchObject([{ row: 3, reason: 'not-a-comment', skipped: true }])
    expect(comments).toMatchObject([
      {
        id: 'UgxLowgate01AaABAg',
        parentId: null,
        threadId: 'LowgateFern',
        author: null,
        createdAt: '2020-05-24T20:10:05.000Z',
        text: 'Eleven months & no report <3\nشكرا 👏',
      },
      { id: 'UgxLowgate01AaABAg.9xFern', parentId: 'UgxLowgate01AaABAg', text: 'And?' },
    ])
  })

  test('has comments under posts and on channels too', async () => {
    const page = text.replace(
      '<li>Something else</li>',
      '<li>You added a <a href="http://www.youtube.com/post/UgkxLowgate?lc=UgxPost01">comment</a> on a post at 2020-05-25 20:10:05 UTC.<br/>Late</li><li>You added a <a href="http://www.youtube.com/channel/UClowgate/discussion?lc=UgxChannel1">comment</a> at 2020-05-26 20:10:05 UTC.<br/>Later</li>',
    )
    const { comments, problems } = await readExport({ text: page })
    expect(problems).toEqual([])
    expect(comments.slice(2)).toMatchObject([
      { id: 'UgxPost01', threadId: 'UgkxLowgate', text: 'Late', createdAt: '2020-05-25T20:10:05.000Z' },
      { id: 'UgxChannel1', threadId: 'UClowgate', text: 'Later' },
    ])
  })

  test('that is cut off keeps what is whole; other pages are not taken for one', async () => {
    const { comments, incomplete } = await readExport({ text: text.slice(0, text.indexOf('And?')) })
    expect(comments).toHaveLength(1)
    expect(incomplete).toEqual(['The file is cut off after comment 1: what came before it was read.'])
    expect(formatOf({ text: '<html><ul><li>One</li></ul></html>' })).toBe('csv')
  })
})

import { describe, expect, test } from 'vitest'
import { fixture, formatOf, readExport } from './reading-export.ts'

const text = fixture('linkedin-comments.csv')

describe('comments of a LinkedIn download', () => {
  test('have their thread, and where the address says so an id and a parent', async () => {
    const { format, comments, problems, read } = await readExport({ text })
    expect({ format, read }).toEqual({ format: 'linkedin', read: 4 })
    expect(comments.map(({ id, parentId, threadId }) => [id, parentId, threadId])).toEqual([
      ['7200000000000000001', null, 'activity:7100000000000000001'],
      ['7200000000000000009', '7200000000000000001', 'ugcPost:7100000000000000002'],
      [null, null, 'groupPost:55-7100000000000000003'],
    ])
    expect(comments[0]).toMatchObject({
      row: 2,
      author: null,
      createdAt: '2026-09-02T11:00:01.000Z',
      text: 'He said "soon", eleven months ago 😡\n\nWhy?',
      likes: null,
    })
    expect(comments.slice(1).map((one) => one.text)).toEqual(['Maren Plover شكرا', 'A "doubled" quote'])
    expect(problems).toMatchObject([{ row: 5, reason: 'no-text', skipped: true }])
  })

  test('are found in the addresses of newer pages, and end with a quote where they do', async () => {
    const { comments } = await readExport({
      text: `Date,Link,Message
2026-09-02 11:00:01,"https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A71?dashCommentUrn=urn%3Ali%3Afsd_comment%3A%2872%2Curn%3Ali%3Aactivity%3A71%29&dashReplyUrn=urn%3Ali%3Afsd_comment%3A%2873%2Curn%3Ali%3Aactivity%3A71%29","Maren They said \\"soon\\""
2026-09-02 11:00:02,https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A71,"\\"No\\" 🙂"
`,
    })
    expect(comments).toMatchObject([
      { id: '73', parentId: '72', threadId: 'activity:71', text: 'Maren They said "soon"' },
      { id: null, threadId: 'activity:71', text: '"No" 🙂' },
    ])
  })

  test('odd addresses do no harm', async () => {
    const odd = `Date,Link,Message\nnever,https://www.linkedin.com/feed/%E0%A4%A?commentUrn=urn%3Ali%3Acomment%3A%28,Late\n,,Later\n`
    const { comments } = await readExport({ text: odd })
    expect(comments).toMatchObject([
      { id: null, threadId: null, createdAt: null, text: 'Late' },
      { id: null, threadId: null, text: 'Later' },
    ])
  })

  test('are not any table with three such columns', () => {
    expect(formatOf({ text: 'Name,Date,Link,Message\nO,2026-09-02,https://lowgate.example,Late\n' })).toBe(
      'csv',
    )
  })
})

import { describe, expect, test } from 'vitest'
import { fixture, readExport } from './reading-export.ts'

const text = fixture('facepager.csv')

describe('a table of Facepager', () => {
  test('gives posts and comments by the ids of the platform, and leaves out nodes that are neither', async () => {
    const { format, comments, problems, read } = await readExport({ text })
    expect({ format, read }).toEqual({ format: 'facepager', read: 6 })
    expect(comments.map(({ id, parentId, threadId, kind }) => [id, parentId, threadId, kind])).toEqual([
      ['6001_7001', null, '6001_7001', 'post'],
      ['7001_8001', null, '6001_7001', 'comment'],
      ['7001_8002', '7001_8001', '6001_7001', 'comment'],
    ])
    expect(comments[1]).toMatchObject({
      threadTitle: 'The Fern ward report',
      author: 'Ödön',
      createdAt: '2026-09-02T11:00:01.000Z',
      text: 'Eleven months "late" 😡',
      likes: 3,
      replies: 1,
    })
    expect(comments[2]).toMatchObject({ text: 'شكرا', author: null, likes: null })
    expect(problems.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'not-a-comment'],
      [6, 'not-a-comment'],
      [7, 'not-a-comment'],
    ])
  })

  test('with other columns, and where levels alone tell posts from comments', async () => {
    const other = `id;parent_id;level;object_id;object_type;query_status;snippet.textOriginal;snippet.authorDisplayName;snippet.publishedAt
1;;0;vid1;data;fetched (200);Fern ward, the film;Trust;2026-09-01T08:00:00Z
2;1;1;c1;data;fetched (200);Late;Tom;2026-09-02T11:00:01Z
3;9;1;c2;data;fetched (200);Lost;Tom;2026-09-02T11:00:01Z\n`
    const { comments } = await readExport({ text: other })
    expect(comments).toMatchObject([
      { id: 'vid1', kind: 'post', threadId: 'vid1' },
      { id: 'c1', kind: 'comment', parentId: null, threadId: 'vid1', author: 'Tom', text: 'Late' },
      { id: 'c2', kind: 'comment', parentId: null, threadId: null },
    ])
  })

  test('of YouTube shows texts as HTML where those as written were not asked for', async () => {
    const shown = `id;parent_id;level;object_id;object_type;query_status;query_type;snippet.topLevelComment.snippet.textDisplay
1;;0;vid1;seed;;;
2;1;1;c1;data;fetched (200);YouTube:commentThreads;"It&#39;s late<br>again"\n`
    const { comments } = await readExport({ text: shown })
    expect(comments).toMatchObject([{ id: 'c1', threadId: 'vid1', text: "It's late\nagain" }])
  })
})

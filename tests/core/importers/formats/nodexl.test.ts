import { describe, expect, test } from 'vitest'
import { fixture, formatOf, readExport } from './reading-export.ts'

const text = fixture('nodexl-edges.csv')

describe('the edges of NodeXL', () => {
  test('are one comment where they are of one, and names are in row 2', async () => {
    const { format, comments, problems, read } = await readExport({ text })
    expect({ format, read }).toEqual({ format: 'nodexl', read: 3 })
    expect(comments.map(({ row, id, parentId, author }) => [row, id, parentId, author])).toEqual([
      [3, '1900000000000000001', null, 'maren'],
      [5, '1900000000000000002', '1900000000000000001', 'odon'],
    ])
    expect(comments[0]).toMatchObject({
      text: '@fern @odon eleven months 😡\nwhy?',
      createdAt: '2026-09-02T11:00:01.000Z',
      likes: 3,
      threadId: null,
    })
    expect(comments[1]?.likes).toBeNull()
    expect(problems.map(({ row, reason }) => [row, reason])).toEqual([[6, 'share']])
  })

  test('of YouTube name their video and parent; without ids the same words at the same time are one', async () => {
    const youtube = `Vertex 1,Vertex 2,Relationship,Comment,Comment ID,Parent ID,Video ID,Comment Time
tom,trust,Commented Video,Late,c1,,v1,2026-09-02T11:00:01
maren,tom,Replied Comment,Shame,c2,c1,v1,2026-09-02T11:05:00
odon,trust,Commented Video,Here,c3,v1,v1,2026-09-02T11:06:00\n`
    const { comments } = await readExport({ text: youtube })
    expect(comments.map(({ id, parentId, threadId }) => [id, parentId, threadId])).toEqual([
      ['c1', null, 'v1'],
      ['c2', 'c1', 'v1'],
      ['c3', null, 'v1'],
    ])
    const idless = `Vertex 1,Vertex 2,Relationship,Text,Date
tom,a,Mentions,Late,2026-09-02T11:00:01
tom,b,Mentions,Late,2026-09-02T11:00:01
tom,a,Mentions,Late,2026-09-03T11:00:01\n`
    expect(await readExport({ text: idless })).toMatchObject({ read: 2, problems: [] })
  })

  test('have their times also where the sheet counts days', async () => {
    const { comments, problems } = await readExport({
      text: 'Vertex 1,Vertex 2,Relationship,Tweet,Tweet Date (UTC),Imported ID\nmaren,tom,Mentions,@tom late,46267.4583449074,1900000000000000001\n',
    })
    expect(problems).toEqual([])
    expect(comments).toMatchObject([{ createdAt: '2026-09-02T11:00:01.000Z' }])
  })

  test('without words are a drawing, and no comments', () => {
    expect(formatOf({ text: 'Vertex 1,Vertex 2,Color\na,b,red\n' })).not.toBe('nodexl')
  })
})

import { describe, expect, test } from 'vitest'
import { fixture, readExport } from './reading-export.ts'

const text = fixture('youtube-data-tools.tab')
const name = 'videoinfo_Low-_gateF1_2026_09_14-10_00_00_comments.tab'

describe('a table of YouTube Data Tools', () => {
  test('gives comments and replies, and finds the video in the file’s name', async () => {
    const { format, comments, problems, incomplete, read } = await readExport({ name, text })
    expect({ format, problems, read }).toEqual({ format: 'youtube-data-tools', problems: [], read: 3 })
    expect(incomplete).toEqual(['1 of 2 replies are not in the file: YouTube counted more than it gave.'])
    expect(comments.map(({ id, parentId, threadId }) => [id, parentId, threadId])).toEqual([
      ['UgxLow1', null, 'Low-_gateF1'],
      ['UgxLow1.9x1', 'UgxLow1', 'Low-_gateF1'],
      ['UgxLow2', null, 'Low-_gateF1'],
    ])
    expect(comments[0]).toMatchObject({
      row: 2,
      author: 'Maren Plover',
      authorId: 'UCmaren',
      createdAt: '2026-09-12T18:42:07.000Z',
      text: 'Eleven "long" months, "they" said; why & how\nÖdön 👏',
      likes: 61,
      replies: 2,
      url: 'https://www.youtube.com/watch?v=Low-_gateF1&lc=UgxLow1',
    })
    expect(comments[1]).toMatchObject({ text: 'شكرا I <3 Fern ward', likes: 0, replies: null })
    expect(comments[2]).toMatchObject({
      author: null,
      likes: null,
      createdAt: '2026-09-13T08:00:00.000Z',
      text: String.raw`It ends in a backslash \\`,
    })
  })

  test('is the same with commas; without the name the video is not known', async () => {
    const commas = text
      .replace('Eleven ""long"" months,', 'Eleven ""long"" months')
      .replaceAll('\t', ',')
      .replace('months', 'months,')
    const { format, comments } = await readExport({ name: 'renamed.csv', text: commas })
    expect(format).toBe('youtube-data-tools')
    expect(comments.map(({ id, parentId, threadId }) => [id, parentId, threadId])).toEqual([
      ['UgxLow1', null, null],
      ['UgxLow1.9x1', 'UgxLow1', null],
      ['UgxLow2', null, null],
    ])
    expect(comments[0]?.text).toBe('Eleven "long" months, "they" said; why & how\nÖdön 👏')
  })
})

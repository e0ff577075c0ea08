import { describe, expect, test } from 'vitest'
import { polis } from '../../../../core/importers/formats/polis.ts'
import { fixture, readExport } from './reading-export.ts'

const text = fixture('polis.csv')

describe('statements of a Polis consultation', () => {
  test('keep what their moderators decided: in, not seen, out', async () => {
    const { format, comments, problems, read } = await readExport({ name: 'fern-ward.comments.csv', text })
    expect({ format, problems, read }).toEqual({ format: 'polis-csv', problems: [], read: 3 })
    expect(comments.map(({ id, state, likes }) => [id, state, likes])).toEqual([
      ['0', 'visible', 12],
      ['1', 'held', 0],
      ['2', 'removed-by-moderator', 1],
    ])
    expect(comments[0]).toMatchObject({
      author: '3',
      authorId: '3',
      threadId: 'fern-ward',
      parentId: null,
      createdAt: '2026-09-12T18:42:07.000Z',
    })
  })

  test('belong to the conversation that the file or its folder is called after', async () => {
    const threadOf = async (name: string, folder = '') =>
      (await readExport({ name, folder, text })).comments[0]?.threadId
    expect(await threadOf('comments.csv', 'data/fern-ward')).toBe('fern-ward')
    expect(await threadOf('r2lowgate-comments.csv')).toBe('r2lowgate')
    expect(await threadOf('2026-09-14-1030-3lowgate-comments.csv')).toBe('3lowgate')
    expect(await threadOf('comments.csv')).toBe('conversation')
  })

  test('have the topic for a title where the summary of the same report lies beside', async () => {
    const others = {
      'x/other-summary.csv': 'topic,"Another"\n',
      'x/r2lowgate-summary.csv':
        'topic,"The report, delayed"\nurl,https://polis.example/3lowgate\nvoters,40\n',
    }
    const titleOf = async (name: string) =>
      (await readExport({ name, folder: 'x', text, others })).comments[0]?.threadTitle
    expect(await titleOf('r2lowgate-comments.csv')).toBe('The report, delayed')
    expect(await titleOf('comments.csv')).toBeNull()
  })

  test('may have further columns, and another name for the words', async () => {
    const newer = text.replace('comment-body', 'comment_text')
    const { format, comments } = await readExport({ text: newer })
    expect(format).toBe('polis-csv')
    expect(comments[2]?.text).toBe('"Fern ward" again')
  })

  test('are not taken again from the tables beside them', () => {
    const goesWith = (path: string) => polis.companions?.some((pattern) => pattern.test(path))
    for (const name of ['votes', 'participants-votes', 'participant-votes', 'summary', 'comment-groups']) {
      expect(goesWith(`${name}.csv`)).toBe(true)
      expect(goesWith(`fern/r2lowgate-${name}.csv`)).toBe(true)
    }
    expect(goesWith('r2lowgate-comments.csv')).toBe(false)
    expect(goesWith('devotes.csv')).toBe(false)
  })
})

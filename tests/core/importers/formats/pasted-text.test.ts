import { describe, expect, test } from 'vitest'
import { fixture, formatOf, readExport } from './reading-export.ts'

const text = fixture('pasted-text.txt')

describe('a pasted comment section', () => {
  test('gives its comments with thread, parents, authors, times and texts', async () => {
    const { format, comments, problems, incomplete, read } = await readExport({ name: 'p.txt', text })
    expect({ format, read, incomplete }).toEqual({ format: 'pasted-text', read: 4, incomplete: [] })
    expect(comments).toMatchObject([
      {
        author: 'Maren Plover',
        createdAt: '2026-09-12T18:42:00.000Z',
        createdOriginal: 'September 12, 2026 at 6:42 pm',
        text: 'Eleven months late.\n\nHe says:\nnothing at all. Why?',
        threadTitle: 'The delayed report',
        parentId: null,
        likes: null,
      },
      { author: 'إيناس', createdAt: '2026-09-12T18:50:00.000Z', text: 'شكرا لك 👏\nIt is so.' },
      {
        author: 'Ödön',
        createdAt: '2026-09-13T09:00:00.000Z',
        text: 'Fern ward was closed twice.',
        parentId: null,
      },
    ])
    expect(comments[1]?.parentId).toBe(comments[0]?.id)
    expect(problems).toMatchObject([{ row: 4, reason: 'pingback', skipped: true }])
  })

  test('that is numbered is nested by its numbers', async () => {
    const numbered = `Comments (9)\n\n1. Maren says:\nSeptember 12, 2026 at 6:42 pm\nLate.\n\n1.1\nÖdön says:\nSeptember 12, 2026 at 6:43 pm\nVery.\n\n2. Inés says:\nSeptember 12, 2026 at 6:44 pm\nNo.\n`
    const { comments, incomplete } = await readExport({ text: numbered })
    expect(comments.map(({ author, text: words }) => [author, words])).toEqual([
      ['Maren', 'Late.'],
      ['Ödön', 'Very.'],
      ['Inés', 'No.'],
    ])
    expect(comments.map(({ parentId }) => parentId)).toEqual([null, comments[0]?.id, null])
    expect(incomplete).toEqual(['3 of 9 comments are in the text.'])
  })

  test('with times that count from now has unknown ones, and how many like it', async () => {
    const video = `@maren\n2 years ago (edited)\nLate again\n\n12\n\nReply\n3 replies\n@odon-f\n3 hours ago\n1, 2, 3\n\nReply\n`
    const { comments } = await readExport({ text: video })
    expect(comments).toMatchObject([
      {
        author: '@maren',
        createdOriginal: '2 years ago (edited)',
        createdAt: null,
        text: 'Late again',
        likes: 12,
      },
      { author: '@odon-f', createdAt: null, text: '1, 2, 3', likes: null },
    ])
    const disqus = `Avatar\nMaren Plover\n• 3 days ago\nLate.\n\n3\nReply\nShare ›\nAvatar\nÖdön\n• 2 days ago\nVery.\n`
    expect((await readExport({ text: disqus })).comments).toMatchObject([
      { author: 'Maren Plover', text: 'Late.', likes: 3 },
      { author: 'Ödön', text: 'Very.', likes: null },
    ])
  })

  test('without times, and in other languages, is read', async () => {
    const untimed = `2 responses to “Ward”\n\nMaren says:\nLate.\nReply\n\nÖdön says:\nVery.\nReply\n`
    expect((await readExport({ text: untimed })).comments).toMatchObject([
      { author: 'Maren', createdAt: null, createdOriginal: null, text: 'Late.', threadTitle: 'Ward' },
      { author: 'Ödön', text: 'Very.' },
    ])
    const german = `Maren sagt:\n12. September 2026 um 18:42 Uhr\nSpät.\nAntworten\n\nÖdön sagt:\n12. September 2026 um 18:43 Uhr\nSehr.\nAntworten\n`
    expect((await readExport({ text: german })).comments).toMatchObject([
      { author: 'Maren', createdAt: '2026-09-12T18:42:00.000Z', text: 'Spät.' },
      { author: 'Ödön', text: 'Sehr.' },
    ])
  })

  test('has the same ids when it is pasted again with a comment before it', async () => {
    const again = text.replace(
      'Maren Plover says:',
      'Early Bird says:\nSeptember 11, 2026 at 1:00 pm\nFirst!\n\nMaren Plover says:',
    )
    const [first, second] = [await readExport({ text }), await readExport({ text: again })]
    expect(second.comments.slice(1).map(({ key }) => key)).toEqual(first.comments.map(({ key }) => key))
  })

  test('of Disqus or Reddit has whom one answers after the name, or a bullet in a line of its own', async () => {
    const disqus =
      '2 Comments\n\nMaren Plover\n• 2 months ago\n\nLate.\n\n•\nReply\n•\nShare ›\n\nOtter  Maren Plover\n• 2 months ago\n\nBecause.\n\n1\n•\nReply\n'
    const reddit =
      'u/marenp avatar\nmarenp\n•\n2y ago\nLate.\n\nUpvote\n12\n\nDownvote\nReply\nreply\n\nShare\nShare\n\notter99\n•\n2y ago\nBecause.\n'
    const { comments } = await readExport({ text: disqus })
    expect(comments.map(({ author, text: own }) => [author, own])).toEqual([
      ['Maren Plover', 'Late.'],
      ['Otter', 'Because.'],
    ])
    expect(comments[1]?.parentId).toBe(comments[0]?.id)
    const page = await readExport({ text: reddit })
    expect(page.comments).toMatchObject([
      { author: 'marenp', text: 'Late.', likes: 12 },
      { author: 'otter99', text: 'Because.' },
    ])
  })
})

describe('other texts', () => {
  test.each([
    'text\nIt is late.\nHe says: no.\nMaren says:\nOn Monday.\n',
    'name,date,text\nMaren,2026-09-12,Late\nÖdön,2026-09-13,Very\n',
    'author;time;comment\n"Maren";"September 12, 2026 at 6:42 pm";"Late\nÖdön says:\nSeptember 12, 2026 at 6:43 pm"\n"Inés";"September 12, 2026 at 6:44 pm";"No\nMaren\n3 hours ago"\n',
    'Just a line\nand another\n3 days ago\nwas said.\n',
    'text\nToo late\nFar too late\nLate\n',
  ])('are not taken for one: %j', (other) => {
    expect(formatOf({ name: 'pasted.txt', text: other })).not.toBe('pasted-text')
  })
})

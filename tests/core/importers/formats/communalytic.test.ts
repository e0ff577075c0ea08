import { describe, expect, test } from 'vitest'
import { inspect } from '../../../../core/importers/inspect.ts'
import { inPieces } from '../reading.ts'

/** Communalytic publishes no list of its columns: these are as people who work with its tables name them. */
const columnsOf = async (names: string, row: (index: number) => string) => {
  const text = `${names}\n${Array.from({ length: 30 }, (_, index) => row(index)).join('\n')}\n`
  const { reading } = await inspect({
    name: 'dataset.csv',
    bytes: text.length,
    encoding: 'utf-8',
    folder: '',
    beside: () => null,
    text: () => inPieces(text),
    given: null,
    remembered: [],
    shown: 'communalytic.csv',
    picked: 'communalytic.csv',
    areKnown: null,
    onBatch: async () => {},
  })
  return reading
}
const said = (index: number) => `"Fern ward has waited ${index} months for the report, and who answers?"`
const day = (index: number) => `2026-09-${String(1 + (index % 28)).padStart(2, '0')}`

describe('a table of Communalytic', () => {
  test('has its columns guessed where it gathered posts, scores of toxicity among them', async () => {
    const reading = await columnsOf(
      'id,date,username,text,TOXICITY,SEVERE_TOXICITY,INSULT,vader_compound',
      (index) =>
        `at://did:plc:lowgate/app/${1000 + index},${day(index)}T18:42:07Z,plover_${index % 7}.example,${said(index)},0.${10 + index},0.0${10 + index},0.2,-0.5`,
    )
    expect(reading).toMatchObject({
      format: 'csv',
      columns: { id: 'id', time: 'date', author: 'username', text: 'text' },
    })
    expect(Object.values(reading.columns)).toHaveLength(4)
  })

  test('has its columns guessed where it gathered comments on videos', async () => {
    const reading = await columnsOf(
      'commentId,parentId,videoId,videoTitle,authorDisplayName,authorChannelId,textDisplay,publishedAt,likeCount,toxicity',
      (index) =>
        `UgxLow${1000 + index},${index % 3 === 2 ? `UgxLow${1000 + index - 1}` : ''},LowgateFer${index % 2},The report ${index % 2},Plover ${index % 7},UClow${index % 7},${said(index)},${day(index)} 18:42:07,${index},0.${10 + index}`,
    )
    expect(reading.columns).toEqual({
      id: 'commentId',
      parent: 'parentId',
      thread: 'videoId',
      title: 'videoTitle',
      author: 'authorDisplayName',
      text: 'textDisplay',
      time: 'publishedAt',
      likes: 'likeCount',
    })
  })

  test('is read as a table of Reddit’s where it gathered submissions and comments', async () => {
    const reading = await columnsOf(
      'id,parent_id,link_id,author,body,created_utc,score,permalink,sentiment',
      (index) =>
        `k${1000 + index},t1_k${999 + index},t3_fern${index % 2},plover_${index % 7},${said(index)},${1789238527 + index},${index},https://www.reddit.com/r/lowgate/k${1000 + index},0.${10 + index}`,
    )
    expect(reading.format).toBe('reddit-table')
  })
})

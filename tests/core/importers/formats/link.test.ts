import { expect, test } from 'vitest'
import { pathOf, queryValue } from '../../../../core/importers/parts/link.ts'

test('values are found in the query and after the hash, decoded where they can be', () => {
  const link = 'https://lowgate.example/a/b?reply_comment_id=2&comment_id=1%3A9#x=5'
  expect(queryValue(link, 'comment_id')).toBe('1:9')
  expect(queryValue(link, 'reply_comment_id')).toBe('2')
  expect(queryValue(link, 'x')).toBe('5')
  expect(queryValue('https://lowgate.example/#Place:p=app&reviewid=7', 'reviewid')).toBe('7')
  expect(queryValue('a?b=%E0%A4%A', 'b')).toBe('%E0%A4%A')
  expect(queryValue(link, 'id')).toBeNull()
  expect(queryValue(null, 'id')).toBeNull()
})

test('a path is cut into its parts', () => {
  expect(pathOf('https://lowgate.example/feed/urn%3Ali%3A7?x=/y')).toEqual([
    'https:',
    '',
    'lowgate.example',
    'feed',
    'urn:li:7',
  ])
})

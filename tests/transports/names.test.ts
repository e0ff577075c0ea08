import { expect, test } from 'vitest'
import { safeFileName } from '../../electron/files/names.ts'
import { attachmentHeader } from '../../electron/serve/names.ts'

test.each([
  ['comments.csv', 'comments.csv'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['C:\\temp\\a.csv', 'C__temp_a.csv'],
  ['say "hi"\n👩‍👧 über.csv', 'say _hi__👩‍👧 über.csv'],
  ['كلمات.jsonl', 'كلمات.jsonl'],
  ['annex\u202Evsc.exe', 'annex_vsc.exe'],
  ['con.csv', '_con.csv'],
  ['  .. ', 'file'],
  ['', 'file'],
  ['\uD800.csv', '\uFFFD.csv'],
])('%j is kept as %j', (given, kept) => {
  expect(safeFileName(given)).toBe(kept)
})

test('a long name is cut before its ending and never within a character', () => {
  const name = safeFileName(`${'👍'.repeat(200)}.csv`)
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
  expect(name).toMatch(/^(👍)+\.csv$/u)
})

test('a download is named for old programs and for new ones', () => {
  expect(attachmentHeader('a.csv')).toBe(`attachment; filename="a.csv"; filename*=UTF-8''a.csv`)
  expect(attachmentHeader('50% "ü"\r\nSet-Cookie: x👍(1).csv')).toBe(
    `attachment; filename="50_ _____Set-Cookie_ x_(1).csv"; filename*=UTF-8''50%25%20_%C3%BC___Set-Cookie_%20x%F0%9F%91%8D%281%29.csv`,
  )
})

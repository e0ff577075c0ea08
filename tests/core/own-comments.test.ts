/** The dataset of our own keeps what its card says of it. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const folder = path.resolve(import.meta.dirname, '../../bench/train/own')
const card = readFileSync(path.join(folder, 'README.md'), 'utf8')
const comments = readFileSync(path.join(folder, 'comments.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): Record<string, unknown> => JSON.parse(line))

const plain = (text: unknown) =>
  String(text)
    .toLowerCase()
    .replaceAll(/\P{L}+/gu, ' ')
    .trim()

test('every line is a comment with its pattern, label and split', () => {
  for (const comment of comments) {
    expect(Object.keys(comment)).toEqual(['pattern', 'label', 'split', 'text'])
    expect(comment.label).toMatch(/^(troll|critic|neither)$/)
    expect(comment.split).toMatch(/^(train|dev)$/)
    expect(String(comment.text).trim()).toBe(comment.text)
    expect(comment.text).not.toBe('')
  }
})

test('no comment is there twice, however it is written', () => {
  const texts = comments.map(({ text }) => plain(text)).filter((text) => text.includes(' '))
  expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([])
})

test('a pattern has one label, and is never tried on its siblings', () => {
  for (const siblings of Map.groupBy(comments, ({ pattern }) => pattern).values()) {
    expect(new Set(siblings.map(({ label, split }) => `${label} ${split}`)).size).toBe(1)
  }
})

test('the card counts right', () => {
  expect(card).toContain(`${comments.length.toLocaleString('en')} comments`)
  expect(card).toContain(`${new Set(comments.map(({ pattern }) => pattern)).size} of them`)
  for (const split of ['train', 'dev']) {
    const counts = ['critic', 'troll', 'neither'].map(
      (label) => comments.filter((one) => one.split === split && one.label === label).length,
    )
    expect(card).toContain(`| ${split} | ${counts.join(' | ')} |`)
  }
})

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { writeFolder } from '../../../electron/files/write-folder.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const files = [
  { name: 'a.txt', text: () => ['one ', 'two'] },
  { name: 'b.txt', text: () => ['ž'] },
]

test('a folder appears with all its files, also in the place of an empty one', async () => {
  const home = temporaryFolder()
  mkdirSync(path.join(home, 'empty'))
  for (const name of ['new', 'empty']) {
    expect(await writeFolder(path.join(home, name), files)).toBe(9)
    expect(readFileSync(path.join(home, name, 'a.txt'), 'utf8')).toBe('one two')
  }
  expect(readdirSync(home).toSorted()).toEqual(['empty', 'new'])
})

test('nothing is written over: where something is, all stays as it was', async () => {
  const home = temporaryFolder()
  writeFileSync(path.join(home, 'mine.txt'), 'mine')
  await expect(writeFolder(home, files)).rejects.toThrow('There is something in')
  expect(readdirSync(home)).toEqual(['mine.txt'])
})

test('a folder that could not be finished leaves nothing behind', async () => {
  const home = temporaryFolder()
  const failing = function* () {
    yield 'a'
    throw new Error('no more')
  }
  const all = [...files, { name: 'c.txt', text: failing }]
  await expect(writeFolder(path.join(home, 'new'), all)).rejects.toThrow('no more')
  expect(readdirSync(home)).toEqual([])
})

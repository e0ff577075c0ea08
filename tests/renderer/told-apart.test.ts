import { expect, test } from 'vitest'
import { besideName } from '../../renderer/src/copy/told-apart.ts'

const one = { name: 'Fern ward', file: 'Fern ward.fairhearing', folder: '/home/priya' }

test('a project of a name of its own needs nothing beside it', () => {
  expect(besideName(one, [one, { ...one, name: 'Lowgate' }])).toBeNull()
})

test('two of one name are told apart by their files, and by their folders where those have one name too', () => {
  const copy = { ...one, file: 'copy.fairhearing' }
  const away = { ...one, folder: '/media/stick' }
  expect(besideName(one, [one, copy])).toBe('Fern ward.fairhearing')
  expect(besideName(copy, [one, copy])).toBe('copy.fairhearing')
  expect([one, copy, away].map((each) => besideName(each, [one, copy, away]))).toEqual([
    '/home/priya',
    'copy.fairhearing',
    '/media/stick',
  ])
})

import { expect, test } from 'vitest'
import { standardCodebook } from '../../core/labels.ts'

test('gives every label its own id, letter, shape and tone', () => {
  for (const part of ['id', 'letter', 'shape', 'tone'] as const) {
    const values = standardCodebook.labels.map((label) => label[part])
    expect(new Set(values).size).toBe(values.length)
  }
})

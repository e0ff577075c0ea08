/** Who may write: one at a time, and what can wait is written when the pen is back. */
import { expect, test, vi } from 'vitest'
import { createPen } from '../../electron/service/pen.ts'

const refusal = 'Many comments are being marked. Nothing was saved just now.'

test('whoever asks to write while it is lent is told why not, and afterwards may', () => {
  const pen = createPen()
  pen.require()
  pen.lend(refusal)
  expect(() => pen.require()).toThrow(refusal)
  expect(pen.isLent).toBe(true)
  pen.takeBack()
  pen.require()
  expect(pen.isLent).toBe(false)
})

test('what can wait is written at once while the service has it, else when it is back, in order', async () => {
  const pen = createPen()
  const written: string[] = []
  pen.whenBack(() => written.push('at once'))
  pen.lend(refusal)
  pen.whenBack(() => written.push('first'))
  const noted = pen.back().then(() => written.push('noted'))
  pen.whenBack(() => written.push('second'))
  expect(written).toEqual(['at once'])
  pen.takeBack()
  await noted
  expect(written).toEqual(['at once', 'first', 'second', 'noted'])
})

test('a write that fails takes none of the others with it', () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const pen = createPen()
  const written: string[] = []
  pen.lend(refusal)
  pen.whenBack(() => {
    throw new Error('the disk is full')
  })
  pen.whenBack(() => written.push('the next'))
  pen.takeBack()
  expect(written).toEqual(['the next'])
  expect(logged).toHaveBeenCalledOnce()
  logged.mockRestore()
})

/** The list of recent projects, and what the window itself has drawn: over real files. */
import { existsSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { inventedProject } from '../support/invented.ts'
import { startService } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary.ts'

test('a project whose file has gone stays in the list until it is taken out, and no file is touched', async () => {
  const { service, path: file } = await inventedProject(5)
  await service.call('projects.close', {})
  const [there] = await service.call('projects.list', {})
  expect(there).toMatchObject({ file: path.basename(file), comments: 5, decided: 0, isMissing: false })

  const elsewhere = `${file}.moved`
  renameSync(file, elsewhere)
  const [gone] = await service.call('projects.list', {})
  expect(gone).toMatchObject({ id: there?.id, folder: path.dirname(file), isMissing: true })
  await expect(service.call('projects.open', { id: gone?.id ?? '' })).rejects.toThrow()

  await service.call('projects.forget', { id: gone?.id ?? '' })
  expect(await service.call('projects.list', {})).toEqual([])
  expect(existsSync(elsewhere)).toBe(true)
})

test('a project that has come back is there again', async () => {
  const { service, path: file } = await inventedProject(5)
  await service.call('projects.close', {})
  renameSync(file, `${file}.away`)
  expect((await service.call('projects.list', {})).map(({ isMissing }) => isMissing)).toEqual([true])
  renameSync(`${file}.away`, file)
  expect((await service.call('projects.list', {})).map(({ isMissing }) => isMissing)).toEqual([false])
})

test('a plot is written where the person said, as text or as bytes', async () => {
  const folder = temporaryFolder()
  const service = await startService(folder)
  const save = (name: string, content: string, encoding: 'utf-8' | 'base64') =>
    service.call('files.save', {
      target: service.running.files.registerTarget(path.join(folder, name)),
      content,
      encoding,
    })
  expect(await save('plot.svg', '<svg>“é”</svg>', 'utf-8')).toEqual({ bytes: 19 })
  expect(readFileSync(path.join(folder, 'plot.svg'), 'utf8')).toBe('<svg>“é”</svg>')
  await save('plot.png', Buffer.from([0x89, 0x50, 0]).toString('base64'), 'base64')
  expect([...readFileSync(path.join(folder, 'plot.png'))]).toEqual([0x89, 0x50, 0])
})

test('what is too long for a plot, or has no place, is refused', async () => {
  const service = await startService(temporaryFolder())
  const target = 'f'.repeat(32)
  const call = (content: string) => service.call('files.save', { target, content, encoding: 'utf-8' })
  await expect(call('x'.repeat(700_001))).rejects.toMatchObject({ code: 'bad-request' })
  await expect(call('x')).rejects.toMatchObject({ code: 'file-missing' })
})

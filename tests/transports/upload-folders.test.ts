import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { PickedFile } from '../../core/contract/contract.ts'
import type { Result } from '../../core/result.ts'
import { ask, post, type Serving, serving, signIn } from './support/serving.ts'

/** The window's part: a folder is begun, its files follow one by one, and it is ended. */
async function folder(one: Serving, name: string) {
  const authorization = await signIn(one.served)
  const begun = (await post(one.served, '/folder', { name }, authorization)).json() as Result<string>
  if (!begun.ok) throw new Error(begun.failure.message)
  return {
    id: begun.value,
    add: (relative: string, body: string | Uint8Array, id = begun.value) =>
      ask(one.served, {
        method: 'POST',
        path: `/upload?folder=${encodeURIComponent(id)}&path=${encodeURIComponent(relative)}`,
        headers: { ...authorization, 'content-type': 'application/octet-stream' },
        body,
      }),
    async end(): Promise<PickedFile & { readonly path: string }> {
      const ended = await post(one.served, '/folder-end', { folder: begun.value }, authorization)
      const result = ended.json() as Result<PickedFile>
      if (!result.ok) throw new Error(result.failure.message)
      return { ...result.value, path: await one.door.pathOf(result.value.ref) }
    },
  }
}

const all = async (place: string) => (await readdir(place, { recursive: true })).sort()

test('a folder arrives with what is in it, under one reference', async () => {
  const one = await serving()
  const sent = await folder(one, 'Takeout')
  for (const [name, text] of [
    ['a.csv', '1'],
    ['YouTube/comments/c.csv', '2'],
    ['YouTube/empty.json', ''],
  ] as const)
    expect((await sent.add(name, text)).json()).toEqual({ ok: true, value: null })
  const picked = await sent.end()
  expect(picked.name).toBe('Takeout')
  expect((await stat(picked.path)).isDirectory()).toBe(true)
  expect(await readFile(path.join(picked.path, 'YouTube/comments/c.csv'), 'utf8')).toBe('2')
  expect(await all(picked.path)).toHaveLength(5)
})

test('no path leads out of it, and none is left without an end', async () => {
  const one = await serving()
  const sent = await folder(one, '../../Takeout')
  for (const trick of [
    '../x',
    'a/../../x',
    '/etc/passwd',
    'a//b',
    './a',
    'a/',
    '',
    '..',
    `${'x/'.repeat(40)}y`,
  ])
    expect((await sent.add(trick, 'x')).json(), trick).toMatchObject({
      ok: false,
      failure: { code: 'bad-request' },
    })
  // What is no trick on this disk may be one on another: it is a name here, and nothing else.
  expect((await sent.add('C:\\Windows\\..\\win.ini', 'x')).json()).toMatchObject({ ok: true })
  const picked = await sent.end()
  expect(picked.name).toBe('_.._Takeout')
  expect(await all(picked.path)).toEqual(['C__Windows_.._win.ini'])
  expect(await readdir(path.dirname(picked.path))).toHaveLength(1)
})

test('two names that become the same are kept apart', async () => {
  const one = await serving()
  const sent = await folder(one, 'F')
  await sent.add('a:b.csv', '1')
  await sent.add('a?b.csv', '2')
  expect((await sent.add('a_b.csv/x.csv', '3')).json()).toMatchObject({ ok: false })
  expect(await all((await sent.end()).path)).toEqual(['a_b 2.csv', 'a_b.csv'])
})

test('all files together have the limit of one upload; the one that is too much leaves nothing', async () => {
  const one = await serving({ limits: { uploadBytes: 100_000 } })
  const sent = await folder(one, 'F')
  expect((await sent.add('a', Buffer.alloc(60_000))).status).toBe(200)
  const refused = await sent.add('b', Buffer.alloc(60_000))
  expect(refused.status).toBe(413)
  expect(refused.text).toContain('The folder is larger')
  expect(await all((await sent.end()).path)).toEqual(['a'])
})

test('a folder that was ended, or never begun, takes nothing', async () => {
  const one = await serving()
  const sent = await folder(one, 'F')
  expect((await sent.add('a', 'x', 'guess')).json()).toMatchObject({ failure: { code: 'not-found' } })
  await sent.end()
  expect((await sent.add('a', 'x')).json()).toMatchObject({ failure: { code: 'not-found' } })
  await expect(sent.end()).rejects.toThrow('not known')
})

test('only this user can read it, and it is gone when the server closes', async () => {
  const one = await serving()
  const sent = await folder(one, 'F')
  await sent.add('deep/a', 'x')
  const { path: place } = await sent.end()
  if (process.platform !== 'win32') {
    expect((await stat(path.join(place, 'deep/a'))).mode & 0o777).toBe(0o600)
  }
  await one.served.close()
  await expect(stat(place)).rejects.toThrow('ENOENT')
})

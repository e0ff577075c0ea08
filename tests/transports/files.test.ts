import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import type { PickedFile } from '../../core/contract/contract.ts'
import type { Result } from '../../core/result.ts'
import { ask, post, type Serving, serving, signIn } from './support/serving.ts'

const hostileName = 'say "hi"\n\'👍\' %2e%2e/../ü.csv'

async function upload(one: Serving, body: Uint8Array, name = hostileName) {
  const headers = { ...(await signIn(one.served)), 'content-type': 'text/csv' }
  return ask(one.served, { method: 'POST', path: `/upload?name=${encodeURIComponent(name)}`, headers, body })
}

async function uploaded(one: Serving, body: Uint8Array, name = hostileName) {
  const result = (await upload(one, body, name)).json() as Result<PickedFile>
  if (!result.ok) throw new Error(result.failure.message)
  return { ...result.value, path: await one.door.pathOf(result.value.ref) }
}

test('a file arrives byte for byte, under a name that is safe', async () => {
  const one = await serving()
  const bytes = randomBytes(3_000_000)
  const picked = await uploaded(one, bytes)
  expect(picked.name).toBe("say _hi__'👍' %2e%2e_.._ü.csv")
  expect(picked.bytes).toBe(bytes.length)
  expect((await readFile(picked.path)).equals(bytes)).toBe(true)
})

test('only this user can read what was uploaded', async () => {
  const picked = await uploaded(await serving(), Buffer.from('a'))
  if (process.platform === 'win32') return
  expect((await stat(path.dirname(path.dirname(picked.path)))).mode & 0o777).toBe(0o700)
  expect((await stat(picked.path)).mode & 0o777).toBe(0o600)
})

test('two files of one name do not meet', async () => {
  const one = await serving()
  const [first, second] = [
    await uploaded(one, Buffer.from('1'), 'a.csv'),
    await uploaded(one, Buffer.from('2'), 'a.csv'),
  ]
  expect(await readFile(first.path, 'utf8')).toBe('1')
  expect(await readFile(second.path, 'utf8')).toBe('2')
})

test('an empty file arrives empty', async () => {
  expect((await uploaded(await serving(), Buffer.alloc(0))).bytes).toBe(0)
})

test('uploads are gone when the server closes', async () => {
  const one = await serving()
  const picked = await uploaded(one, Buffer.from('a'))
  await one.served.close()
  expect(existsSync(path.dirname(path.dirname(picked.path)))).toBe(false)
})

test('a project is kept among the projects, whole and over none, as people go on working in it', async () => {
  const one = await serving()
  const bytes = Buffer.concat([Buffer.from('SQLite format 3\0'), randomBytes(50_000)])
  const first = await uploaded(one, bytes, 'Ward.fairhearing')
  const second = await uploaded(one, Buffer.concat([bytes, bytes]), 'Ward.fairhearing')
  await one.served.close()
  expect(first).toMatchObject({
    name: 'Ward.fairhearing',
    path: path.join(one.projectsDir, 'Ward.fairhearing'),
  })
  expect(second.name).toBe('Ward 2.fairhearing')
  expect((await readFile(first.path)).equals(bytes)).toBe(true)
  expect((await readdir(one.projectsDir)).sort()).toEqual(['Ward 2.fairhearing', 'Ward.fairhearing'])
})

test('what is only called a project is not kept', async () => {
  const one = await serving()
  await uploaded(one, Buffer.from('id,text\n'), 'Ward.fairhearing')
  expect(existsSync(one.projectsDir)).toBe(false)
})

test('a file over the bound gets 413, announced or not, and leaves nothing', async () => {
  const one = await serving({ limits: { uploadBytes: 100_000 } })
  const kept = await uploaded(one, Buffer.alloc(100_000))
  expect((await upload(one, Buffer.alloc(100_001))).status).toBe(413)
  const headers = { ...(await signIn(one.served)), 'transfer-encoding': 'chunked' }
  const unannounced = await ask(one.served, {
    method: 'POST',
    path: '/upload?name=a',
    headers,
    body: Buffer.alloc(2_000_000),
  })
  expect(unannounced.status).toBe(413)
  expect(await readdir(path.dirname(path.dirname(kept.path)))).toHaveLength(1)
})

test.each(['breaks off', 'falls silent'])('an upload that %s leaves nothing', async (way) => {
  const one = await serving({ limits: { patienceMs: 300 } })
  const kept = await uploaded(one, Buffer.from('a'))
  const folder = path.dirname(path.dirname(kept.path))
  const { authorization } = await signIn(one.served)
  const socket = connect(one.served.port, '127.0.0.1')
  socket.on('error', () => {})
  socket.write(
    `POST /upload?name=b HTTP/1.1\r\nHost: 127.0.0.1:${one.served.port}\r\nAuthorization: ${authorization}\r\nContent-Length: 99\r\n\r\nhalf`,
  )
  await vi.waitFor(async () => expect(await readdir(folder)).toHaveLength(2), 10_000)
  if (way === 'breaks off') socket.destroy()
  await vi.waitFor(async () => expect(await readdir(folder)).toHaveLength(1), 10_000)
  socket.destroy()
})

async function delivered(one: Serving, bytes: Uint8Array) {
  const authorization = await signIn(one.served)
  const target = (
    await post(one.served, '/target', { name: hostileName }, authorization)
  ).json() as Result<string>
  if (!target.ok) throw new Error(target.failure.message)
  await writeFile(await one.door.pathOf(target.value), bytes)
  const answered = await post(one.served, '/deliver', { target: target.value }, authorization)
  const result = answered.json() as Result<{ ticket: string }>
  if (!result.ok) throw new Error(result.failure.message)
  return result.value.ticket
}

test('an export is downloaded byte for byte, without the token, once', async () => {
  const one = await serving()
  const bytes = randomBytes(3_000_000)
  const ticket = await delivered(one, bytes)
  const first = await ask(one.served, { path: `/download/${ticket}` })
  expect(first.bytes.equals(bytes)).toBe(true)
  expect(first.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-length': '3000000',
    'content-disposition': `attachment; filename="say _hi__'_' _2e_2e_..__.csv"; filename*=UTF-8''say%20_hi__%27%F0%9F%91%8D%27%20%252e%252e_.._%C3%BC.csv`,
  })
  expect((await ask(one.served, { path: `/download/${ticket}` })).status).toBe(404)
})

test('an empty export is downloaded too', async () => {
  const one = await serving()
  const answered = await ask(one.served, { path: `/download/${await delivered(one, Buffer.alloc(0))}` })
  expect(answered.status).toBe(200)
  expect(answered.bytes).toHaveLength(0)
})

test('only what was made for downloading can be downloaded', async () => {
  const one = await serving()
  const picked = await uploaded(one, Buffer.from('a'))
  const answered = await post(one.served, '/deliver', { target: picked.ref }, await signIn(one.served))
  expect(answered.json()).toMatchObject({ ok: false, failure: { code: 'not-found' } })
  expect((await ask(one.served, { path: '/download/guess' })).status).toBe(404)
})

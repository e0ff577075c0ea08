import { once } from 'node:events'
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '../../../core/result.ts'
import { writeAtomically } from '../../../electron/files/atomic-write.ts'
import { fileError } from '../../../electron/files/errors.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'atomic-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a file written beside its target', () => {
  test('replaces the old one whole and leaves nothing else', async () => {
    const target = path.join(folder, 'out.csv')
    writeFileSync(target, 'old')
    expect(await writeAtomically(target, ['id\r\n', Buffer.from('é🙄')])).toBe(10)
    expect(readFileSync(target, 'utf8')).toBe('id\r\né🙄')
    expect(readdirSync(folder)).toEqual(['out.csv'])
  })

  test('takes pieces that come later', async () => {
    const target = path.join(folder, 'out.csv')
    async function* pieces() {
      yield 'a'
      await Promise.resolve()
      yield 'b'
    }
    await writeAtomically(target, pieces())
    expect(readFileSync(target, 'utf8')).toBe('ab')
  })

  test('leaves the old one when the pieces fail in the midst', async () => {
    const target = path.join(folder, 'out.csv')
    writeFileSync(target, 'old')
    function* pieces() {
      yield 'half'
      throw new AppError('project-damaged', 'The project is damaged.')
    }
    await expect(writeAtomically(target, pieces())).rejects.toMatchObject({ code: 'project-damaged' })
    expect(readFileSync(target, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['out.csv'])
  })

  test('leaves the old one when told to stop', async () => {
    const target = path.join(folder, 'out.csv')
    writeFileSync(target, 'old')
    const written: string[] = []
    function* pieces() {
      for (const piece of ['a', 'b', 'c']) {
        written.push(piece)
        yield piece
      }
    }
    const stop = writeAtomically(target, pieces(), { isCancelled: () => written.length > 1 })
    await expect(stop).rejects.toMatchObject({ code: 'cancelled' })
    expect(readFileSync(target, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['out.csv'])
  })

  test('says so when there is no such folder, or a folder of that name', async () => {
    const nowhere = path.join(folder, 'gone', 'out.csv')
    await expect(writeAtomically(nowhere, ['a'])).rejects.toMatchObject({ code: 'file-missing' })
    const taken = path.join(folder, 'taken')
    mkdirSync(taken)
    await expect(writeAtomically(taken, ['a'])).rejects.toMatchObject({ code: 'file-unreadable' })
    expect(readdirSync(folder)).toEqual(['taken'])
  })

  test('goes through a link and leaves it one', async () => {
    const target = path.join(folder, 'real.csv')
    const link = path.join(folder, 'link.csv')
    writeFileSync(target, 'old')
    symlinkSync(target, link)
    await writeAtomically(link, ['new'])
    expect(readFileSync(target, 'utf8')).toBe('new')
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
  })

  test('takes the place of no project, and of nothing that is no file', async () => {
    const project = path.join(folder, 'p.fairhearing')
    const db = new DatabaseSync(project)
    db.exec('create table decisions (id integer primary key) strict')
    db.close()
    const before = readFileSync(project)
    await expect(writeAtomically(project, ['id'])).rejects.toThrow('nothing is written over it')
    expect(readFileSync(project)).toEqual(before)
    const socket = path.join(folder, 'socket')
    const server = createServer().listen(socket)
    await once(server, 'listening')
    await expect(writeAtomically(socket, ['id'])).rejects.toThrow('not a file that can be replaced')
    expect(lstatSync(socket).isSocket()).toBe(true)
    server.close()
  })

  test('says so when the disk is full', async () => {
    // A device that is always full; where there is none the sentence is tested below.
    if (process.platform !== 'linux') return
    const error = await import('node:fs/promises')
      .then((fs) => fs.writeFile('/dev/full', 'a'))
      .catch((one: unknown) => one)
    expect(fileError(error, { name: 'out.csv', doing: 'write' })).toMatchObject({
      code: 'disk-full',
      message: 'The disk is full: “out.csv” was not written. Make room, or choose another disk.',
    })
  })
})

describe('what the file system says', () => {
  const said = (code: string, doing: 'read' | 'write') =>
    fileError(Object.assign(new Error(code), { code }), { name: 'a$&b.csv', doing })

  test.each([
    ['EACCES', 'read', 'file-unreadable'],
    ['EPERM', 'read', 'file-unreadable'],
    ['EBUSY', 'read', 'file-unreadable'],
    ['EIO', 'read', 'file-unreadable'],
    ['ENOENT', 'read', 'file-missing'],
    ['ENOSPC', 'write', 'disk-full'],
    ['EDQUOT', 'write', 'disk-full'],
    ['EACCES', 'write', 'file-unreadable'],
    ['EROFS', 'write', 'file-unreadable'],
  ] as const)('as %s on %s becomes %s with the name of the file', (code, doing, expected) => {
    expect(said(code, doing)).toMatchObject({
      code: expected,
      message: expect.stringContaining('“a$&b.csv”'),
    })
  })

  test('is left alone when it is nothing of the kind', () => {
    const bug = new TypeError('x is not a function')
    expect(fileError(bug, { name: 'a', doing: 'read' })).toBe(bug)
    const own = new AppError('cancelled', 'Stopped.')
    expect(fileError(own, { name: 'a', doing: 'read' })).toBe(own)
  })
})

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { createElectron } from '../support/electron-stand-in.ts'

vi.doMock('electron', () => createElectron().electron)
const { answer, fileFor } = await import('../../electron/shell/protocol.ts')

const folder = mkdtempSync(path.join(tmpdir(), 'fair-hearing-'))
const root = path.join(folder, 'renderer')
mkdirSync(path.join(root, 'assets'), { recursive: true })
writeFileSync(path.join(folder, 'secret.json'), '{}')
writeFileSync(path.join(root, 'index.html'), '<!doctype html><title>Fair Hearing</title>')
writeFileSync(path.join(root, 'assets/main.js'), 'export {}')
writeFileSync(path.join(root, 'assets/notes.exe'), 'MZ')
const get = (url: string, method = 'GET') => answer({ url, method }, root)

describe('app://fair-hearing/', () => {
  test('is the first page, with a policy that lets nothing in from elsewhere', async () => {
    const page = await get('app://fair-hearing/')
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<title>Fair Hearing</title>')
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    expect(page.headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(page.headers.get('cross-origin-resource-policy')).toBe('same-origin')
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("connect-src 'none'")
    expect(policy).not.toContain('unsafe')
  })

  test('gives scripts their type, without a query or a fragment getting in the way', async () => {
    const script = await get('app://fair-hearing/assets/main.js?v=1#top')
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(await script.text()).toBe('export {}')
  })

  test('answers a HEAD without a body and refuses to be written to', async () => {
    expect(await (await get('app://fair-hearing/', 'HEAD')).text()).toBe('')
    expect((await get('app://fair-hearing/', 'POST')).status).toBe(405)
  })

  test('has no folders, no unknown kinds of file and nothing that is not there', async () => {
    for (const address of ['assets', 'assets/', 'assets/notes.exe', 'gone.js', 'index.html/x.js']) {
      expect((await get(`app://fair-hearing/${address}`)).status).toBe(404)
    }
  })
})

describe('a way out of the folder of screens', () => {
  test.each([
    'app://fair-hearing/../secret.json',
    'app://fair-hearing/%2e%2e/secret.json',
    'app://fair-hearing/..%2fsecret.json',
    'app://fair-hearing/assets/..%2f..%2fsecret.json',
    'app://fair-hearing/..%5csecret.json',
    'app://fair-hearing/%00',
    'app://fair-hearing/%ff',
    'app://fair-hearing//etc/passwd',
    'app://elsewhere/index.html',
    'app://fair-hearing@elsewhere/index.html',
    'app://ada@fair-hearing/index.html',
    'file:///etc/passwd',
    'not an address',
  ])('%s is refused', async (address) => {
    expect((await get(address)).status).toBe(404)
  })

  test('is not opened by a folder whose name only begins the same', () => {
    mkdirSync(path.join(folder, 'renderer-old'), { recursive: true })
    expect(fileFor('app://fair-hearing/..%2frenderer-old%2findex.html', root)).toBeNull()
  })
})

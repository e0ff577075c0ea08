import { connect } from 'node:net'
import { describe, expect, test, vi } from 'vitest'
import { refuseStranger, routeOf } from '../../electron/serve/guards.ts'
import { staticPath } from '../../electron/serve/static.ts'
import { ask, json, keyOf, post, serving, signIn } from './support/serving.ts'

describe('who is let in', () => {
  test('another Host gets 421, so that a name pointed at this machine gets nothing', async () => {
    const { served } = await serving()
    for (const host of ['evil.example', `localhost:${served.port}`, '127.0.0.1', `127.0.0.1:${served.port}0`])
      expect((await ask(served, { path: '/', headers: { host } })).status, host).toBe(421)
  })

  test('a foreign Origin gets 403, with the token and without', async () => {
    const { served } = await serving()
    const authorization = await signIn(served)
    for (const origin of [
      'http://evil.example',
      'null',
      `https://127.0.0.1:${served.port}`,
      'http://127.0.0.1:1',
    ])
      expect((await post(served, '/rpc/app.state', {}, { origin, ...authorization })).status, origin).toBe(
        403,
      )
  })

  test('our own Origin is let in', async () => {
    const { served } = await serving()
    const answered = await post(
      served,
      '/rpc/app.state',
      {},
      { origin: served.url, ...(await signIn(served)) },
    )
    expect(answered.json()).toEqual({ ok: true, value: { method: 'app.state', request: {} } })
  })

  test('nothing but the page and the key is to be had without the token', async () => {
    const { served } = await serving()
    const closed = [
      { method: 'POST', path: '/rpc/app.state' },
      { method: 'GET', path: '/events' },
      { method: 'POST', path: '/upload?name=a.csv' },
      { method: 'POST', path: '/folder' },
      { method: 'POST', path: '/upload?folder=a&path=a.csv' },
      { method: 'POST', path: '/folder-end' },
      { method: 'POST', path: '/target' },
      { method: 'POST', path: '/deliver' },
    ]
    for (const authorization of [
      undefined,
      '',
      'Bearer ',
      'Bearer wrong',
      'Basic eDp5',
      `Bearer ${'a'.repeat(300)}`,
    ]) {
      const headers = { ...json, ...(authorization === undefined ? {} : { authorization }) }
      for (const asked of closed)
        expect((await ask(served, { ...asked, headers, body: '{}' })).status, asked.path).toBe(401)
    }
    expect((await ask(served, { path: '/' })).status).toBe(200)
  })

  test('the decision needs no server', () => {
    const head = { method: 'GET', url: '/', headers: { host: '127.0.0.1:81' } }
    expect(refuseStranger(head, 81)).toBeNull()
    expect(refuseStranger(head, 82)?.status).toBe(421)
    expect(refuseStranger({ ...head, headers: {} }, 81)?.status).toBe(421)
  })
})

describe('what is understood', () => {
  test('what is not JSON gets 415, as a web form can send nothing else', async () => {
    const { served } = await serving()
    const authorization = await signIn(served)
    for (const type of [undefined, 'text/plain', 'application/x-www-form-urlencoded', 'application/jsonp'])
      for (const path of [
        '/rpc/app.state',
        '/folder',
        '/folder-end',
        '/target',
        '/deliver',
        '/session',
        '/again',
      ]) {
        const headers = { ...authorization, ...(type ? { 'content-type': type } : {}) }
        expect((await ask(served, { method: 'POST', path, headers, body: '{}' })).status, path).toBe(415)
      }
  })

  test('a body that is too long gets 413, and the answer arrives', async () => {
    const { served } = await serving({ limits: { jsonBytes: 1000 } })
    const authorization = await signIn(served)
    const answered = await post(served, '/rpc/app.state', { text: 'x'.repeat(3_000_000) }, authorization)
    expect(answered.status).toBe(413)
    expect(answered.json()).toMatchObject({ ok: false, failure: { code: 'bad-request' } })
  })

  test('a body that never ends gets 408', async () => {
    const { served } = await serving({ limits: { patienceMs: 200 } })
    const headers = { ...json, ...(await signIn(served)), 'content-length': 50 }
    expect((await ask(served, { method: 'POST', path: '/rpc/app.state', headers, body: '{' })).status).toBe(
      408,
    )
  })

  test('a head that never ends gets 408 and the line is cut', async () => {
    const { served } = await serving({ limits: { patienceMs: 200 } })
    const said = await speak(served.port, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${served.port}\r\nX-Slow: `)
    expect(said).toMatch(/^HTTP\/1\.1 408/)
  })

  test('broken JSON gets 400', async () => {
    const { served } = await serving()
    const headers = { ...json, ...(await signIn(served)) }
    expect(
      (await ask(served, { method: 'POST', path: '/rpc/app.state', headers, body: '{"a":' })).status,
    ).toBe(400)
  })

  test('a malformed address gets 400', async () => {
    const { served } = await serving()
    for (const path of ['/%', '/%E0%A4%A', '/upload?name=%', 'http://evil.example/'])
      expect((await ask(served, { path })).status, path).toBe(400)
    expect(await speak(served.port, 'rubbish\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/)
  })

  test('an unknown address or method gets 404', async () => {
    const { served } = await serving()
    const authorization = await signIn(served)
    for (const path of ['/rpc/', '/rpc/app', '/rpc/app.state/x', '/rpc/a.b?', '/nothing', '/session/x'])
      expect((await ask(served, { path, headers: authorization })).status, path).toBe(404)
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])
      expect((await ask(served, { method, path: '/', headers: authorization })).status, method).toBe(404)
    expect(routeOf({ method: 'POST', url: '/rpc/__proto__.x', headers: {} })).toMatchObject({ status: 404 })
  })

  test('a bug in the service gets 500 and says nothing about it', async () => {
    const { served } = await serving()
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const answered = await post(served, '/rpc/app.crash', { text: 'a comment' }, await signIn(served))
    const logged = log.mock.calls.map(([first]) => first)
    log.mockRestore()
    expect(answered.status).toBe(500)
    expect(answered.text).not.toContain('a bug')
    expect(logged).toEqual(['POST /rpc/app.crash failed:'])
  })
})

describe('the window', () => {
  test('comes with its type and with every header that closes it off', async () => {
    const { served } = await serving()
    const page = await ask(served, { path: '/' })
    expect(page.text).toContain('<title>Window</title>')
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(page.headers['content-security-policy']).not.toMatch(/unsafe|\*/)
    expect((await ask(served, { path: '/app.js' })).headers['content-type']).toBe(
      'text/javascript; charset=utf-8',
    )
  })

  test('no path leads out of its folder', async () => {
    const { served } = await serving()
    const ways = [
      '/../app.js',
      '/../../../../etc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/..%2f..%2fetc%2fpasswd',
      '/..%5c..%5cwindows%5cwin.ini',
      '/app.js%00.html',
      '//etc/passwd',
      '/.git/config',
      '/notes.secret',
      '/app.js/',
      `/${'a'.repeat(5000)}.js`,
    ]
    for (const path of ways) expect((await ask(served, { path })).status, path).toBe(404)
    expect(staticPath('/window', '/a/../../b.js')).toBeNull()
    expect(staticPath('/window', '/a/b.js')).toBe('/window/a/b.js')
  })
})

describe('the link', () => {
  test('opens once', async () => {
    const { served } = await serving()
    const link = served.newLink()
    expect(link.startsWith(`${served.url}/#k=`)).toBe(true)
    expect((await post(served, '/session', { key: keyOf(link) })).status).toBe(200)
    expect((await post(served, '/session', { key: keyOf(link) })).status).toBe(401)
  })

  test('cannot be guessed, left out or given as something else', async () => {
    const { served } = await serving()
    served.newLink()
    for (const value of [{}, { key: '' }, { key: 'guess' }, { key: ['guess'] }, null, 'guess', 7])
      expect((await post(served, '/session', value)).status).toBe(401)
  })

  test('leads to this machine only', async () => {
    const { served } = await serving()
    expect(new URL(served.url).hostname).toBe('127.0.0.1')
    const reached = await new Promise((resolve) => {
      const socket = connect({ port: served.port, host: '127.0.0.2', timeout: 1000 }, () => resolve(true))
      socket.on('error', () => resolve(false)).on('timeout', () => socket.destroy(new Error('no answer')))
    })
    expect(reached).toBe(false)
  })
})

/** Sends a few bytes on a bare line and gives what comes back until the other end hangs up. */
function speak(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (chunk) => {
      heard += chunk.toString()
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(heard))
  })
}

/** The built window in a browser, over a small server that speaks as browser mode does. */
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { connectBrowser } from '../support/one-browser.ts'

const outDir = path.join(inject('built'), 'out/renderer')
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
}
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:"
const settings = { coder: 'Priya', theme: 'system', mode: 'check', order: 'oldest-first' }
const state = { version: '0.1.0', settings, project: null, projectsFolder: '/projects', notice: null }
const project = { id: 'p1', name: 'Over HTTP', folder: '/projects', openedAt: null, comments: 1, decided: 0 }
const answers: Readonly<Record<string, unknown>> = { 'app.state': state, 'projects.list': [project] }

let browser: Browser
let tab: Page
let server: Server
let port = 0
let keys = new Set<string>()
let streams: ServerResponse[] = []

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  const json = (status: number, body: unknown) => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
  }
  if (request.method === 'GET' && url.pathname !== '/events') {
    const file = url.pathname === '/' ? '/index.html' : url.pathname
    const type = types[path.extname(file)] ?? 'text/plain'
    response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': policy })
    response.end(readFileSync(path.join(outDir, file)))
    return
  }
  let body = ''
  for await (const part of request) body += part
  if (url.pathname === '/session') {
    if (!keys.delete(JSON.parse(body).key)) return json(401, {})
    return json(200, { token: 'right' })
  }
  if (request.headers.authorization !== 'Bearer right') return json(401, {})
  if (url.pathname === '/events') {
    response.writeHead(200, { 'Content-Type': 'application/x-ndjson' }).write('\n')
    streams.push(response)
    return
  }
  json(200, { ok: true, value: answers[url.pathname.replace('/rpc/', '')] ?? null })
}

const start = (at: number) =>
  new Promise<number>((resolve) => {
    server = createServer(answer)
    server.listen(at, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
const stop = () =>
  new Promise<void>((resolve) => {
    for (const stream of streams) stream.end()
    streams = []
    server.close(() => resolve())
    server.closeAllConnections()
  })
const open = async (hash: string, page = tab): Promise<Page> => {
  // A change after the # alone would load nothing.
  await page.goto('about:blank')
  await page.goto(`http://127.0.0.1:${port}/${hash}`)
  return page
}

beforeAll(async () => {
  browser = await connectBrowser()
  tab = await browser.newPage()
  port = await start(0)
})
beforeEach(() => {
  keys = new Set(['once'])
})
// A new tab knows nothing; one for all of them costs less.
afterEach(() => tab.evaluate(() => sessionStorage.clear()))
afterAll(async () => {
  await browser?.close()
  await stop()
})

test('the link opens the window once, and the key leaves the address', async () => {
  const page = await open('#k=once')
  await page.getByText('Over HTTP').waitFor()
  expect(page.url()).toBe(`http://127.0.0.1:${port}/`)
  await page.reload()
  await page.getByText('Over HTTP').waitFor()
  const other = await open('#k=once', await browser.newPage())
  await other.getByRole('heading', { name: 'Open the link again.' }).waitFor()
  await other.close()
})

test('a tab that is no longer known says to open the link again', async () => {
  const page = await open('#k=once')
  await page.getByText('Over HTTP').waitFor()
  await page.evaluate(() => sessionStorage.setItem('fair-hearing-token', 'wrong'))
  await page.reload()
  await page.getByRole('heading', { name: 'Open the link again.' }).waitFor()
})

test('a service that goes away is said, and everything is read again when it is back', async () => {
  const page = await open('#k=once')
  await page.getByText('Over HTTP').waitFor()
  await stop()
  const lost = page.getByRole('heading', { name: 'Fair Hearing is not running any more.' })
  await lost.waitFor()
  await start(port)
  await lost.waitFor({ state: 'detached' })
  await page.getByText('Over HTTP').waitFor()
})

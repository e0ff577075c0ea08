import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPage } from '../support/browser.ts'
import { connectBrowser } from '../support/one-browser.ts'
import { type Serving, serving } from './support/serving.ts'

/** The window's part of the protocol in a few lines, so that a real browser judges the server's headers. */
const script = `
const key = location.hash.slice(3)
history.replaceState(null, '', '/')
const json = { 'content-type': 'application/json' }
const { token } = await (await fetch('/session', { method: 'POST', headers: json, body: JSON.stringify({ key }) })).json()
const authorization = 'Bearer ' + token
const post = async (path, value) =>
  (await fetch(path, { method: 'POST', headers: { ...json, authorization }, body: JSON.stringify(value) })).json()
window.heard = []
const events = await fetch('/events', { headers: { authorization } })
;(async () => {
  for await (const chunk of events.body.pipeThrough(new TextDecoderStream())) window.heard.push(chunk)
})()
window.post = post
window.upload = async (bytes, name) =>
  (await fetch('/upload?name=' + encodeURIComponent(name), {
    method: 'POST', headers: { authorization }, body: new Blob([new Uint8Array(bytes)]) })).json()
window.save = async (target) => {
  const { value } = await post('/deliver', { target })
  const link = document.createElement('a')
  link.href = '/download/' + value.ticket
  link.download = ''
  document.body.append(link)
  link.click()
}
document.title = 'ready'
`

let browser: Browser
beforeAll(async () => {
  browser = await connectBrowser()
})
afterAll(() => browser.close())

async function open(one: Serving) {
  await writeFile(
    path.join(one.rendererDir, 'index.html'),
    '<!doctype html><link rel="icon" href="data:,"><body><script type="module" src="/app.js"></script>',
  )
  await writeFile(path.join(one.rendererDir, 'app.js'), script)
  const opened = await openPage(browser, { acceptDownloads: true })
  await opened.page.goto(one.served.newLink())
  await expect.poll(() => opened.page.title()).toBe('ready')
  return opened
}

test('a browser signs in, asks, hears, uploads and downloads', async () => {
  const one = await serving()
  const { page, errors, close } = await open(one)
  expect(await page.evaluate("post('/rpc/app.state', { a: 1 })")).toMatchObject({
    value: { request: { a: 1 } },
  })

  one.door.emit({ type: 'changed', topic: 'jobs' })
  await expect.poll(() => page.evaluate("heard.join('')")).toContain('"topic":"jobs"')

  const picked = (await page.evaluate(`upload([1, 2, 255], 'a "b" 👍.csv')`)) as { value: { ref: string } }
  expect([...(await readFile(await one.door.pathOf(picked.value.ref)))]).toEqual([1, 2, 255])

  const target = (await page.evaluate(`post('/target', { name: 'a "b" 👍.csv' })`)) as { value: string }
  await writeFile(await one.door.pathOf(target.value), 'labels')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.evaluate(`save('${target.value}')`),
  ])
  expect(download.suggestedFilename()).toBe('a _b_ 👍.csv')
  expect(await text(await download.createReadStream())).toBe('labels')

  expect(page.url()).toBe(`${one.served.url}/`)
  expect(errors).toEqual([])
  await close()
})

test('a page may not run what stands in it, nor reach another place', async () => {
  const one = await serving()
  const { page, errors, blocked, close } = await open(one)
  await page.evaluate(`(() => {
    const hostile = document.createElement('div')
    hostile.setHTMLUnsafe('<img src=x onerror="window.ran = true">')
    document.body.append(hostile)
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    document.body.append(script)
    fetch('https://elsewhere.example/').catch(() => { window.refused = true })
  })()`)
  await expect.poll(() => page.evaluate('window.refused')).toBe(true)
  expect(await page.evaluate('window.ran')).toBeUndefined()
  expect(blocked).toEqual([])
  expect(errors.join('\n')).toMatch(/Content Security Policy/)
  await close()
})

test('another website can read nothing and frame nothing', async () => {
  const one = await serving()
  const other = await serving()
  await writeFile(
    path.join(other.rendererDir, 'index.html'),
    '<!doctype html><link rel="icon" href="data:,"><title>other</title>',
  )
  const { page, close } = await openPage(browser)
  await page.goto(other.served.url)
  // Without the window's own policy, as on a website: the browser must be stopped by our answers alone.
  await page.route('**/bare', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>bare</title>' }),
  )
  await page.goto(`${other.served.url}/bare`)
  const outcome = await page.evaluate(async (target) => {
    const tries = [
      fetch(target),
      fetch(`${target}/app.js`, { mode: 'no-cors' }),
      fetch(`${target}/rpc/app.state`, { method: 'POST', body: '{}' }),
    ]
    return (await Promise.allSettled(tries)).map((one) => one.status)
  }, one.served.url)
  expect(outcome).toEqual(['rejected', 'rejected', 'rejected'])
  await close()
})

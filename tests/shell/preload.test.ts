import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import type { Bridge } from '../../electron/shell/channels.ts'
import { openElectronPage } from '../support/electron-page.ts'
import { createElectron, StandInWindow } from '../support/electron-stand-in.ts'
import { connectBrowser } from '../support/one-browser.ts'
import { missingFile, recordingDoor } from './recording-door.ts'

declare const fairHearing: Bridge

const standIn = createElectron()
vi.doMock('electron', () => standIn.electron)
const { mountIpc } = await import('../../electron/shell/ipc.ts')
const { answer } = await import('../../electron/shell/protocol.ts')
type OurWindow = Parameters<typeof mountIpc>[0]['window']

/** The smallest screens there can be: they ask for the state and write it down, and hear what is said. */
const script = `
const state = await fairHearing.invoke('app.state', {})
document.querySelector('output').textContent = JSON.stringify(state)
globalThis.end = fairHearing.subscribe((event) => {
  const line = document.createElement('li')
  line.textContent = event.topic
  document.querySelector('ul').append(line)
})`

function makeScreens(): string {
  const root = mkdtempSync(path.join(tmpdir(), 'fair-hearing-screens-'))
  mkdirSync(path.join(root, 'assets'))
  writeFileSync(path.join(root, 'assets/main.js'), script)
  writeFileSync(
    path.join(root, 'index.html'),
    `<!doctype html><link rel="icon" href="data:,"><output></output><ul></ul>
     <script>globalThis.inline = true</script><script type="module" src="/assets/main.js"></script>`,
  )
  return root
}

const door = recordingDoor()
let browser: Browser
let page: Page

beforeAll(async () => {
  const root = makeScreens()
  const window = new StandInWindow({})
  // Safe: the stand-in has every member that mountIpc uses; a missing one fails the tests.
  mountIpc({ door: door.door, window: window as unknown as OurWindow, documents: '/home/ada' })
  browser = await connectBrowser()
  const preload = readFileSync(path.join(inject('built'), 'out/electron/preload.cjs'), 'utf8')
  page = await openElectronPage({
    browser,
    standIn,
    window,
    preload,
    serve: (request) => answer(request, root),
  })
  await page.waitForFunction(() => document.querySelector('output')?.textContent !== '')
})
afterAll(() => browser?.close())

describe('the bundled preload, in a real page', () => {
  test('gives the page exactly what the screens need, and nothing of Electron', async () => {
    expect(await page.evaluate(() => Object.keys(fairHearing))).toEqual([
      'invoke',
      'subscribe',
      'pickFile',
      'pickFiles',
      'takeDropped',
      'pickTarget',
      'printLetter',
      'deliver',
    ])
    expect(
      await page.evaluate(() => [typeof Reflect.get(globalThis, 'require'), typeof globalThis.process]),
    ).toEqual(['undefined', 'undefined'])
  })

  test('carries a call to the service and its answer back', async () => {
    const state = JSON.parse((await page.textContent('output')) ?? '')
    expect(state).toEqual({ ok: true, value: { method: 'app.state', request: {} } })
  })

  test('carries what the service says, until the page stops listening; stopping gives nothing away', async () => {
    door.say({ type: 'changed', topic: 'decisions' })
    await page.waitForSelector('li')
    expect(await page.evaluate(() => Reflect.get(globalThis, 'end')())).toBeUndefined()
    door.say({ type: 'changed', topic: 'jobs' })
    // A call made after it comes back after it, so the second would have been here.
    await page.evaluate(() => fairHearing.invoke('jobs.list', {}))
    expect(await page.locator('li').allTextContents()).toEqual(['decisions'])
  })

  test('keeps the paths of dropped files from the page', async () => {
    const dropped = await page.evaluate(() =>
      fairHearing.takeDropped([new File(['a'], 'ward.csv'), new File(['b'], 'echo.zip')]),
    )
    expect(dropped).toMatchObject({
      ok: true,
      value: [{ name: 'ward.csv', bytes: 12 }, { name: 'echo.zip' }],
    })
    const gone = await page.evaluate(
      (name) => fairHearing.takeDropped([new File([], name)]),
      path.basename(missingFile),
    )
    expect(gone).toMatchObject({ ok: false, failure: { code: 'file-missing' } })
  })

  test('asks for files and targets, and delivers', async () => {
    standIn.dialogs.open = ['/home/ada/ward.csv']
    standIn.dialogs.save = '/home/ada/out.csv'
    expect(await page.evaluate(() => fairHearing.pickFile('project'))).toMatchObject({ ok: true })
    expect(await page.evaluate(() => fairHearing.pickFiles('files'))).toMatchObject({
      value: [{ name: 'ward.csv' }],
    })
    const target = await page.evaluate(() => fairHearing.pickTarget('out.csv'))
    expect(target).toEqual({ ok: true, value: 'target:/home/ada/out.csv' })
    expect(await page.evaluate(() => fairHearing.deliver('target:/home/ada/out.csv'))).toMatchObject({
      ok: true,
    })
    expect(standIn.shown).toEqual(['/home/ada/out.csv'])
  })
})

describe('the policy of app://, in a real page', () => {
  test('runs no script that is written into the page', async () => {
    expect(await page.evaluate(() => Reflect.get(globalThis, 'inline'))).toBeUndefined()
  })

  test('reaches neither the network nor its own origin by fetch', async () => {
    const tryFetch = (url: string) =>
      page.evaluate(
        (address) =>
          fetch(address).then(
            () => 'reached',
            () => 'refused',
          ),
        url,
      )
    expect(await tryFetch('https://example.com/')).toBe('refused')
    expect(await tryFetch('/index.html')).toBe('refused')
  })

  test('shows no picture from elsewhere and no frame at all', async () => {
    const violations = await page.evaluate(async () => {
      const seen: string[] = []
      document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective))
      const picture = document.createElement('img')
      picture.src = 'https://example.com/pixel.png'
      const frame = document.createElement('iframe')
      frame.src = 'https://example.com/'
      document.body.append(picture, frame)
      while (seen.length < 2) await new Promise((resolve) => requestAnimationFrame(resolve))
      return seen.toSorted()
    })
    expect(violations).toEqual(['frame-src', 'img-src'])
  })
})

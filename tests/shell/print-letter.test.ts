import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createElectron, invokeFrom, StandInWindow } from '../support/electron-stand-in.ts'
import { temporaryFolder } from '../support/temporary.ts'
import { recordingDoor } from './recording-door.ts'

const standIn = createElectron()
vi.doMock('electron', () => standIn.electron)
const { mountIpc } = await import('../../electron/shell/ipc.ts')
type OurWindow = Parameters<typeof mountIpc>[0]['window']

const html = '<!doctype html><title>Letter</title><p>“ž” 😀</p>'
const letter = { about: { kind: 'decision', commentId: 7 }, withAuthor: false }
let window: StandInWindow
let door: ReturnType<typeof recordingDoor>

beforeEach(async () => {
  standIn.windows.length = 0
  window = new StandInWindow({})
  door = recordingDoor()
  await window.loadURL('app://fair-hearing/')
  const answering = {
    ...door.door,
    dispatch: async (method: string, request: unknown) => {
      await door.door.dispatch(method, request)
      return { ok: true, value: method === 'letters.preview' ? { html } : null } as const
    },
  }
  // Safe: the stand-in has every member that mountIpc uses; a missing one fails the test.
  mountIpc({ door: answering, window: window as unknown as OurWindow, documents: '/home/ada/Documents' })
})

const print = (asked: unknown) =>
  invokeFrom(standIn, { contents: window.webContents }, 'shell', 'printLetter', asked)

describe('a letter', () => {
  test('is printed as the service wrote it, put where the person said, and then recorded', async () => {
    const target = path.join(temporaryFolder(), 'letter.pdf')
    expect(await print({ letter, target: `target:${target}` })).toEqual({ ok: true, value: null })
    expect(readFileSync(target, 'utf8')).toBe('%PDF-1.7 printed')
    const [printed] = standIn.windows[0]?.webContents.printed ?? []
    const page = Buffer.from(printed?.url.split('base64,')[1] ?? '', 'base64').toString()
    expect(page).toBe(html)
    expect(printed?.options).toMatchObject({ pageSize: 'A4', preferCSSPageSize: true })
    expect(door.passed).toEqual([
      `letters.preview ${JSON.stringify(letter)}`,
      `letters.save ${JSON.stringify({ ...letter, target: null })}`,
    ])
  })

  test('is printed in a window that is hidden, closed in itself, and gone afterwards', async () => {
    await print({ letter, target: `target:${path.join(temporaryFolder(), 'letter.pdf')}` })
    const [hidden] = standIn.windows
    expect(hidden?.options).toMatchObject({
      show: false,
      webPreferences: {
        javascript: false,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        images: false,
      },
    })
    expect(hidden?.acts).toEqual([])
    expect(hidden?.isGone).toBe(true)
    const session = standIn.sessions.get('fair-hearing-letters')
    const cancelled = (url: string) => {
      let isCancelled = false
      session?.filter?.({ url }, ({ cancel }) => {
        isCancelled = cancel
      })
      return isCancelled
    }
    expect(cancelled(hidden?.webContents.mainFrame.url ?? '')).toBe(false)
    for (const url of [
      'https://example.com/',
      'file:///etc/passwd',
      'app://fair-hearing/',
      'data:text/html,x',
    ])
      expect(cancelled(url)).toBe(true)
    let isGranted = true
    session?.permission?.(null, 'media', (answer) => {
      isGranted = answer
    })
    expect(isGranted).toBe(false)
  })

  test('that cannot be printed is not recorded, leaves no file, and its window is gone', async () => {
    const target = path.join(temporaryFolder(), 'letter.pdf')
    vi.spyOn(StandInWindow.prototype, 'loadURL').mockRejectedValueOnce(new Error('no page'))
    vi.spyOn(console, 'error').mockImplementationOnce(() => undefined)
    expect(await print({ letter, target: `target:${target}` })).toMatchObject({ ok: false })
    expect(existsSync(target)).toBe(false)
    expect(standIn.windows[0]?.isGone).toBe(true)
    expect(door.passed).toEqual([`letters.preview ${JSON.stringify(letter)}`])
  })

  test.each([undefined, null, 'letter', {}, { letter }, { letter, target: 7 }])(
    'that nobody named is a bad request: %j',
    async (asked) => {
      expect(await print(asked)).toMatchObject({ ok: false, failure: { code: 'bad-request' } })
      expect(standIn.windows).toEqual([])
    },
  )
})

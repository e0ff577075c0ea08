import { describe, expect, test, vi } from 'vitest'
import { createElectron, preventable, StandInSession, StandInWindow } from '../support/electron-stand-in.ts'

const standIn = createElectron()
vi.doMock('electron', () => standIn.electron)
const { isAllowedRequest, secureContents, secureSession } = await import('../../electron/shell/security.ts')
type Session = Parameters<typeof secureSession>[0]
type App = Parameters<typeof secureContents>[0]

/** Safe: the stand-in has every member these functions use; a missing one fails the test. */
const as = <T>(part: unknown) => part as T

describe('a session of ours', () => {
  const pages = new StandInSession()
  secureSession(as<Session>(pages), { devTools: false })

  test('grants nothing but copying', () => {
    const asked = ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fileSystem']
    for (const name of asked) {
      const answer = vi.fn()
      pages.permission?.(null, name, answer)
      expect(answer).toHaveBeenCalledExactlyOnceWith(false)
      expect(pages.check?.(null, name)).toBe(false)
    }
    expect(pages.check?.(null, 'clipboard-sanitized-write')).toBe(true)
    expect(pages.device?.()).toBe(false)
    expect(pages.spelling).toBe(false)
  })

  test('loads our own addresses only, and saves nothing by itself', () => {
    const verdict = (url: string) => {
      const answer = vi.fn()
      pages.filter?.({ url }, answer)
      return answer.mock.calls[0]?.[0]
    }
    expect(verdict('app://fair-hearing/assets/main.js')).toEqual({ cancel: false })
    for (const url of [
      'https://example.com/',
      'http://127.0.0.1:80/',
      'file:///etc/passwd',
      'app://x/',
      'ws://x/',
    ]) {
      expect(verdict(url)).toEqual({ cancel: true })
    }
    const download = preventable({})
    pages.emit('will-download', download)
    expect(download.prevented).toBe(true)
  })

  test('lets the developer tools in only where there are any', () => {
    expect(isAllowedRequest('devtools://devtools/x.js', { devTools: true })).toBe(true)
    expect(isAllowedRequest('devtools://devtools/x.js', { devTools: false })).toBe(false)
  })
})

describe('a page, whoever made it', () => {
  secureContents(as<App>(standIn.app))
  const window = new StandInWindow({})
  const contents = window.webContents
  standIn.app.emit('web-contents-created', {}, contents)
  const prevented = (name: string, details: object = {}) => {
    const event = preventable(details)
    contents.emit(name, event)
    return event.prevented
  }

  test('may be loaded again but not left', () => {
    const go = (url: string, isMainFrame = true) => prevented('will-frame-navigate', { url, isMainFrame })
    expect(go('app://fair-hearing/#review')).toBe(false)
    expect(go('https://example.com/')).toBe(true)
    expect(go('app://fair-hearing/other.html')).toBe(true)
    expect(go('app://fair-hearing/', false)).toBe(true)
    expect(prevented('will-redirect')).toBe(true)
  })

  test('opens no window and holds no other page', () => {
    expect(contents.openHandler?.({ url: 'app://fair-hearing/' })).toEqual({ action: 'deny' })
    expect(prevented('will-attach-webview')).toBe(true)
  })
})

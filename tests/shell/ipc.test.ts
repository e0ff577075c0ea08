import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createElectron, type Frame, invokeFrom, StandInWindow } from '../support/electron-stand-in.ts'
import { missingFile, recordingDoor } from './recording-door.ts'

const standIn = createElectron()
vi.doMock('electron', () => standIn.electron)
const { mostCharacters, mountIpc } = await import('../../electron/shell/ipc.ts')
type OurWindow = Parameters<typeof mountIpc>[0]['window']

let window: StandInWindow
let door: ReturnType<typeof recordingDoor>

beforeEach(async () => {
  window = new StandInWindow({})
  door = recordingDoor()
  await window.loadURL('app://fair-hearing/')
  // Safe: the stand-in has every member that mountIpc uses; a missing one fails the test.
  mountIpc({ door: door.door, window: window as unknown as OurWindow, documents: '/home/ada/Documents' })
})

const ask = (...call: readonly [string, ...unknown[]]) =>
  invokeFrom(standIn, { contents: window.webContents }, ...call)

describe('our own page', () => {
  test('reaches the service and gets its answer', async () => {
    expect(await ask('api', 'jobs.get', { jobId: 'j1' })).toEqual({
      ok: true,
      value: { method: 'jobs.get', request: { jobId: 'j1' } },
    })
    expect(door.passed).toEqual(['jobs.get {"jobId":"j1"}'])
  })

  test('is told what the service says, until the window is gone', () => {
    door.say({ type: 'changed', topic: 'decisions' })
    window.isGone = true
    door.say({ type: 'changed', topic: 'jobs' })
    expect(window.webContents.sent).toEqual([
      { channel: 'event', value: { type: 'changed', topic: 'decisions' } },
    ])
  })

  test('is refused a request that is too large, or no request at all', async () => {
    const tooLarge = { note: 'x'.repeat(mostCharacters) }
    expect(await ask('api', 'decisions.record', tooLarge)).toMatchObject({ failure: { code: 'bad-request' } })
    expect(await ask('api', { toString: 1 }, {})).toMatchObject({ failure: { code: 'bad-request' } })
    expect(door.passed).toEqual([])
  })
})

describe('a stranger', () => {
  const refused = (contents: StandInWindow['webContents'], frame?: Frame | null) =>
    expect(
      invokeFrom(standIn, { contents, ...(frame === undefined ? {} : { frame }) }, 'api', 'app.state', {}),
    ).rejects.toThrow('Refused.')

  test('is refused when it is a frame in our page, even of our own address', async () => {
    await refused(window.webContents, { url: 'app://fair-hearing/', parent: window.webContents.mainFrame })
  })

  test('is refused when our window shows another page', async () => {
    for (const url of [
      'https://fair-hearing/',
      'app://elsewhere/',
      'file:///app/index.html',
      'about:blank',
      '',
    ]) {
      await refused(window.webContents, { url, parent: null })
    }
  })

  test('is refused when it is another window, or gone', async () => {
    const other = new StandInWindow({})
    await other.loadURL('app://fair-hearing/')
    await refused(other.webContents)
    await refused(window.webContents, null)
  })

  test('reaches neither the service nor the dialogs', async () => {
    const frame = { url: 'https://example.com/', parent: null }
    const call = invokeFrom(standIn, { contents: window.webContents, frame }, 'shell', 'takeDropped', [
      '/etc/passwd',
    ])
    await expect(call).rejects.toThrow('Refused.')
    expect(door.passed).toEqual([])
  })
})

describe('files', () => {
  test('are picked in a dialog, and only their name comes back', async () => {
    standIn.dialogs.open = ['/home/ada/ward.csv']
    expect(await ask('shell', 'pickFile', 'project')).toEqual({
      ok: true,
      value: { ref: 'ref:/home/ada/ward.csv', name: 'ward.csv', bytes: 12 },
    })
  })

  test.each([
    ['files', ['openFile', 'multiSelections']],
    ['folder', ['openDirectory', 'multiSelections']],
  ])('can be several: %s', async (what, properties) => {
    standIn.dialogs.open = ['/home/ada/ward.csv', '/home/ada/echo.zip']
    expect(await ask('shell', 'pickFiles', what)).toMatchObject({
      ok: true,
      value: [{ name: 'ward.csv' }, { name: 'echo.zip' }],
    })
    expect(standIn.dialogs.asked).toEqual(properties)
  })

  test('are null when the person thought better of it', async () => {
    standIn.dialogs.open = []
    standIn.dialogs.save = ''
    expect(await ask('shell', 'pickFile', 'project')).toEqual({ ok: true, value: null })
    expect(await ask('shell', 'pickFiles', 'files')).toEqual({ ok: true, value: [] })
    expect(await ask('shell', 'pickTarget', 'ward.csv')).toEqual({ ok: true, value: null })
  })

  test('can be dropped, and one that is gone is a failure with a sentence', async () => {
    // What lies on no disk has no path.
    expect(await ask('shell', 'takeDropped', ['/home/ada/ward.csv', '', '/home/ada/Comments'])).toMatchObject(
      { value: [{ name: 'ward.csv' }, { name: 'Comments' }] },
    )
    expect(await ask('shell', 'takeDropped', ['/home/ada/ward.csv', missingFile])).toEqual({
      ok: false,
      failure: { code: 'file-missing', message: 'The file is not there any more.' },
    })
  })

  test('are saved where the person says, under a safe name, and shown there', async () => {
    standIn.dialogs.save = '/home/ada/Documents/ward.csv'
    const answer = await ask('shell', 'pickTarget', '../ward.csv')
    expect(answer).toEqual({ ok: true, value: 'target:/home/ada/Documents/ward.csv' })
    expect(standIn.dialogs.said.at(-1)).toBe('/home/ada/Documents/_ward.csv')
    expect(await ask('shell', 'deliver', 'target:/home/ada/Documents/ward.csv')).toEqual({
      ok: true,
      value: null,
    })
    expect(standIn.shown).toEqual(['/home/ada/Documents/ward.csv'])
  })

  test.each([
    ['pickFile', 'anything'],
    ['pickFile', undefined],
    ['pickFile', 'files'],
    ['pickFiles', 'project'],
    ['pickFiles', undefined],
    ['takeDropped', ''],
    ['takeDropped', []],
    ['takeDropped', ['']],
    ['takeDropped', '/etc/passwd'],
    ['takeDropped', { path: '/etc/passwd' }],
    ['takeDropped', [{ path: '/etc/passwd' }]],
    ['takeDropped', Array.from({ length: 1001 }, () => '/home/ada/ward.csv')],
    ['toString', ''],
    ['__proto__', ''],
    [7, ''],
  ])('%j with %j is a bad request', async (action, argument) => {
    expect(await ask('shell', action, argument)).toMatchObject({
      ok: false,
      failure: { code: 'bad-request' },
    })
  })
})

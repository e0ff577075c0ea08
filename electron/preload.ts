/** All that the page gets: `window.fairHearing`. Runs in the sandbox; `ipcRenderer` stays in here. */
import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'
import type { AppEvent } from '../core/contract/contract.ts'
import type { Bridge, Channel, ShellAction } from './shell/channels.ts'

const api = 'api' satisfies Channel
const event = 'event' satisfies Channel
const ask = (action: ShellAction, argument: string | object) =>
  ipcRenderer.invoke('shell' satisfies Channel, action, argument)

const bridge: Bridge = {
  invoke: (method, request) => ipcRenderer.invoke(api, method, request),
  subscribe: (listener) => {
    const pass = (_event: IpcRendererEvent, news: AppEvent) => listener(news)
    ipcRenderer.on(event, pass)
    // Braces on purpose: removeListener returns ipcRenderer, which would go to the page.
    return () => {
      ipcRenderer.removeListener(event, pass)
    }
  },
  pickFile: (purpose) => ask('pickFile', purpose),
  pickFiles: (what) => ask('pickFiles', what),
  takeDropped: (files) =>
    ask(
      'takeDropped',
      files.map((file) => webUtils.getPathForFile(file)),
    ),
  pickTarget: (suggestedName) => ask('pickTarget', suggestedName),
  printLetter: (letter, target) => ask('printLetter', { letter, target }),
  deliver: (target) => ask('deliver', target),
}

contextBridge.exposeInMainWorld('fairHearing', bridge)

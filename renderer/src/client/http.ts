/** The client in a person's own browser: the same service over loopback HTTP. */
import type { Answers, AppEvent, Client, PickedFile } from '../../../core/contract/contract.ts'
import type { Method, Request } from '../../../core/contract/requests.ts'
import { AppError, type Result } from '../../../core/result.ts'
import { en } from '../copy/en.ts'
import { unwrap } from './client.ts'
import type { Connection } from './connection.ts'
import { type Dropped, folderChosen, thingsDropped } from './dropped.ts'
import { listenToEvents } from './http-events.ts'

const tokenName = 'fair-hearing-token'
/** Everything that can hold comments; the shell's dialog has the same. */
const commentEndings = 'csv tsv txt json jsonl ndjson js xml html htm zip gz zst xlsx ods mbox eml'
  .split(' ')
  .map((ending) => `.${ending}`)
  .join()

/**
 * Trades the one-use key of the address for a token, and takes the key out of the address.
 *
 * @returns the token of this tab; null when there is none, and the link must be opened again
 */
export async function openSession(): Promise<string | null> {
  const key = new URLSearchParams(location.hash.slice(1)).get('k')
  if (key !== null) {
    history.replaceState(null, '', location.pathname + location.search)
    const token = await tradeKey(key)
    if (token !== null) sessionStorage.setItem(tokenName, token)
  }
  return sessionStorage.getItem(tokenName)
}

/** @param connection told when the service stops answering or no longer knows the token */
export function httpClient(token: string, connection: Connection): Client {
  const listeners = new Set<(event: AppEvent) => void>()
  listenToEvents({ token, connection, tell: passOn(listeners, connection) })

  const post = async (path: string, body: BodyInit, type: string): Promise<unknown> => {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': type }
    const response = await fetch(path, { method: 'POST', headers, body }).catch(() => {
      throw new AppError('unexpected', en.connection.noAnswer)
    })
    if (response.status === 401) {
      connection.set('locked')
      throw new AppError('unexpected', en.connection.locked)
    }
    return response.json()
  }
  const ask = async <T>(path: string, body: unknown): Promise<T> =>
    unwrap((await post(path, JSON.stringify(body), 'application/json')) as Result<T>)
  const upload = async (file: File, to = ''): Promise<PickedFile> =>
    unwrap(
      (await post(
        `/upload?name=${encodeURIComponent(file.name)}${to}`,
        file,
        'application/octet-stream',
      )) as Result<PickedFile>,
    )

  const uploadFolder = async (folder: Extract<Dropped, { kind: 'folder' }>): Promise<PickedFile> => {
    const files = await folder.files()
    const id = await ask<string>('/folder', { name: folder.name })
    for (const { path, file } of files) {
      const address = `/upload?folder=${encodeURIComponent(id)}&path=${encodeURIComponent(path)}`
      unwrap((await post(address, file, 'application/octet-stream')) as Result<null>)
    }
    return ask<PickedFile>('/folder-end', { folder: id })
  }
  const uploadAll = async (things: readonly Dropped[]): Promise<readonly PickedFile[]> => {
    const picked: PickedFile[] = []
    // One after another: together they would only share the same line.
    for (const one of things)
      picked.push(one.kind === 'file' ? await upload(one.file) : await uploadFolder(one))
    return picked
  }

  return {
    kind: 'browser',
    call: <M extends Method>(method: M, request: Request<M>) => ask<Answers[M]>(`/rpc/${method}`, request),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async pickFile(purpose) {
      const [file] = await choose({ accept: '.fairhearing' })
      // What is opened is kept among the projects; a copy that is merged is only read.
      return file === undefined ? null : upload(file, purpose === 'copy' ? '&to=read' : '')
    },
    async pickFiles(what) {
      if (what === 'files') {
        const files = await choose({ accept: commentEndings, multiple: true })
        return uploadAll(files.map((file) => ({ kind: 'file', file })))
      }
      const folder = folderChosen(await choose({ webkitdirectory: true }))
      return folder === null ? [] : uploadAll([folder])
    },
    // What was dropped is looked at before anything is waited for.
    takeDropped: (dropped) => uploadAll(thingsDropped(dropped as DataTransfer)),
    pickTarget: (name) => ask<string>('/target', { name }),
    printLetter: null,
    takeHands: () => ask<undefined>('/hands', {}),
    async deliver(target) {
      const { ticket } = await ask<{ readonly ticket: string }>('/deliver', { target })
      const link = document.createElement('a')
      link.href = `/download/${encodeURIComponent(ticket)}`
      link.download = ''
      link.click()
    },
  }
}

function passOn(listeners: ReadonlySet<(event: AppEvent) => void>, connection: Connection) {
  return (event: AppEvent) => {
    if (event.type === 'hands') connection.setHands(event.isMine)
    for (const listener of listeners) listener(event)
  }
}

async function tradeKey(key: string): Promise<string | null> {
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ key }),
  })
  if (!response.ok) return null
  const answer = (await response.json()) as { readonly token?: string }
  return answer.token ?? null
}

/** The browser's own dialog; none when it was closed without a choice. */
function choose(
  how: Partial<Pick<HTMLInputElement, 'accept' | 'multiple' | 'webkitdirectory'>>,
): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = Object.assign(document.createElement('input'), how, { type: 'file' })
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
}

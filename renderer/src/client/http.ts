/** The client in a person's own browser: the same service over loopback HTTP. */
import type { Answers, AppEvent, Client, PickedFile } from '../../../core/contract/contract.ts'
import type { Method, Request } from '../../../core/contract/requests.ts'
import { AppError, type Result } from '../../../core/result.ts'
import { en } from '../copy/en.ts'
import { unwrap } from './client.ts'
import type { Connection } from './connection.ts'
import { listenToEvents } from './http-events.ts'

const tokenName = 'fair-hearing-token'

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
  listenToEvents({
    token,
    connection,
    tell: (event) => {
      for (const listener of listeners) listener(event)
    },
  })

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
  const upload = async (file: File): Promise<PickedFile> =>
    unwrap(
      (await post(
        `/upload?name=${encodeURIComponent(file.name)}`,
        file,
        'application/octet-stream',
      )) as Result<PickedFile>,
    )

  return {
    kind: 'browser',
    call: <M extends Method>(method: M, request: Request<M>) => ask<Answers[M]>(`/rpc/${method}`, request),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async pickFile(purpose) {
      const file = await chooseFile(purpose === 'comments' ? '.csv,.tsv,.txt,.jsonl,.ndjson' : '.fairhearing')
      return file === null ? null : upload(file)
    },
    takeDropped: (file) => upload(file as File),
    pickTarget: (name) => ask<string>('/target', { name }),
    async deliver(target) {
      const { ticket } = await ask<{ readonly ticket: string }>('/deliver', { target })
      const link = document.createElement('a')
      link.href = `/download/${encodeURIComponent(ticket)}`
      link.download = ''
      link.click()
    },
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

/** The browser's own file dialog; null when it was closed without a choice. */
function chooseFile(accept: string): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
}

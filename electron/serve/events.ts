/** What the service says, as a stream of lines of JSON that never ends. */
import type { ServerResponse } from 'node:http'
import type { AppEvent } from '../../core/contract/contract.ts'
import type { Door } from '../service/door.ts'
import type { Hands } from './hands.ts'

/** A reader this far behind is asleep; it is let go and may come back. */
const maxUnreadBytes = 1024 * 1024

/**
 * One line an event, and an empty line at the start and every `heartbeatMs`, so that both ends notice a broken
 * line. Ends when the reader leaves.
 */
export function streamEvents(
  response: ServerResponse,
  subscribe: Door['subscribe'],
  options: { readonly heartbeatMs: number; readonly hands: Hands; readonly token: string },
): void {
  response.writeHead(200, { 'Content-Type': 'application/x-ndjson' })
  const send = (line: string) => {
    if (response.writableLength > maxUnreadBytes) response.destroy()
    else response.write(`${line}\n`)
  }
  const pass = (event: AppEvent) => send(JSON.stringify(event))
  const unsubscribe = subscribe(pass)
  const heartbeat = setInterval(() => send(''), options.heartbeatMs)
  response.once('close', () => {
    clearInterval(heartbeat)
    unsubscribe()
    leave()
  })
  send('')
  const leave = options.hands.arrive(options.token, (isMine) => pass({ type: 'hands', isMine }))
}

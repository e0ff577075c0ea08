/** Hears what the service says, line by line over one long answer, and finds it again when it was away. */
import type { AppEvent, Topic } from '../../../core/contract/contract.ts'
import type { Connection } from './connection.ts'

const firstPauseMs = 500
const longestPauseMs = 8_000
/** Written as a record so that a new topic does not compile until it is here. */
const everyTopic = {
  project: true,
  settings: true,
  appeals: true,
  coders: true,
  comments: true,
  decisions: true,
  predictions: true,
  searches: true,
  jobs: true,
} satisfies Record<Topic, true>

interface Listening {
  readonly token: string
  readonly connection: Connection
  readonly tell: (event: AppEvent) => void
}

/** Runs as long as the page does, or until the service no longer knows the token. */
export async function listenToEvents({ token, connection, tell }: Listening): Promise<void> {
  let pauseMs = firstPauseMs
  let wasAway = false
  while (connection.get() !== 'locked') {
    const response = await fetch('/events', { headers: { Authorization: `Bearer ${token}` } }).catch(
      () => null,
    )
    if (response?.status === 401) {
      connection.set('locked')
      return
    }
    if (response?.ok && response.body) {
      connection.set('open')
      pauseMs = firstPauseMs
      // What was said while nobody listened is lost, so everything is read again.
      if (wasAway)
        for (const topic of Object.keys(everyTopic)) tell({ type: 'changed', topic: topic as Topic })
      await readLines(response.body, tell)
    }
    wasAway = true
    connection.set('lost')
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
    pauseMs = Math.min(pauseMs * 2, longestPauseMs)
  }
}

/** Ends when the service ends the answer or goes away. A blank line is a heartbeat. */
async function readLines(body: ReadableStream<Uint8Array>, tell: (event: AppEvent) => void): Promise<void> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const part = await reader.read().catch(() => null)
    if (part === null || part.done) return
    const lines = (rest + decoder.decode(part.value, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.trim() !== '') tell(JSON.parse(line) as AppEvent)
  }
}

/** What changes with every key is not read again with every key. */
import type { AppEvent, Client, Topic } from '../../../core/contract/contract.ts'

/**
 * Decisions and what the model makes of them change as fast as somebody works, and most of the window shows them: with
 * two processors, reading all of that after each key takes more time than the next comment has.
 */
const fast: ReadonlySet<Topic> = new Set(['decisions', 'predictions'])
/** What came while nobody could have seen the last one is seen by nobody. */
const restMs = 500

/** The same client, which says at once that something changed, and then at most once in `restMs` a topic. */
export function calmClient(client: Client): Client {
  const listeners = new Set<(event: AppEvent) => void>()
  const tell = (event: AppEvent) => {
    for (const listener of listeners) listener(event)
  }
  /** Topics that were told a moment ago, and whether they have changed since. */
  const resting = new Map<Topic, { isDirty: boolean }>()
  const rest = (topic: Topic) => {
    const since = { isDirty: false }
    resting.set(topic, since)
    setTimeout(() => {
      resting.delete(topic)
      if (since.isDirty) hear({ type: 'changed', topic })
    }, restMs)
  }
  const hear = (event: AppEvent) => {
    if (event.type === 'changed' && fast.has(event.topic)) {
      const since = resting.get(event.topic)
      if (since) {
        since.isDirty = true
        return
      }
      rest(event.topic)
    }
    tell(event)
  }
  client.subscribe(hear)
  return {
    ...client,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

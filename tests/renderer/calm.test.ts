/** What the service says changed, as it reaches the screens. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { AppEvent, Client, Topic } from '../../core/contract/contract.ts'
import { calmClient } from '../../renderer/src/client/calm.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A client that says what the test wants, and what a screen hears of it. */
function open() {
  let say: (event: AppEvent) => void = () => undefined
  // Safe: events are all that passes through.
  const client = {
    subscribe(listener: (event: AppEvent) => void) {
      say = listener
      return () => undefined
    },
  } as unknown as Client
  const heard: (Topic | AppEvent['type'])[] = []
  const leave = calmClient(client).subscribe((event) => {
    heard.push(event.type === 'changed' ? event.topic : event.type)
  })
  return {
    change: (topic: Topic) => say({ type: 'changed', topic }),
    say: (event: AppEvent) => say(event),
    heard,
    leave,
  }
}

describe('what changes', () => {
  test('with every key is told at once, and then once for all that came since', () => {
    const { change, heard } = open()
    change('decisions')
    expect(heard).toEqual(['decisions'])
    for (let n = 0; n < 5; n += 1) change('decisions')
    expect(heard).toEqual(['decisions'])
    vi.advanceTimersByTime(1000)
    expect(heard).toEqual(['decisions', 'decisions'])
    vi.advanceTimersByTime(5000)
    expect(heard).toEqual(['decisions', 'decisions'])
    change('decisions')
    expect(heard).toEqual(['decisions', 'decisions', 'decisions'])
  })

  test('in one matter holds up no other', () => {
    const { change, heard } = open()
    change('decisions')
    change('predictions')
    expect(heard).toEqual(['decisions', 'predictions'])
  })

  test('now and then is told each time', () => {
    const { change, say, heard } = open()
    for (const topic of ['settings', 'settings', 'project', 'comments', 'comments'] as const) change(topic)
    say({ type: 'hands', isMine: false })
    expect(heard).toEqual(['settings', 'settings', 'project', 'comments', 'comments', 'hands'])
  })

  test('is not told to a screen that has gone', () => {
    const { change, heard, leave } = open()
    change('decisions')
    change('decisions')
    leave()
    vi.advanceTimersByTime(1000)
    expect(heard).toEqual(['decisions'])
  })
})

import { expect, test, vi } from 'vitest'
import { serving, signIn } from './support/serving.ts'

test('the window hears what the service says, line by line, until it leaves', async () => {
  const { served, door } = await serving({ limits: { heartbeatMs: 20 } })
  const leave = new AbortController()
  const response = await fetch(`${served.url}/events`, {
    headers: await signIn(served),
    signal: leave.signal,
  })
  expect(response.headers.get('content-type')).toBe('application/x-ndjson')
  await vi.waitFor(() => expect(door.listeners()).toBe(1))
  door.emit({ type: 'changed', topic: 'comments' })
  door.emit({ type: 'changed', topic: 'jobs' })

  const lines: string[] = []
  let empty = 0
  let rest = ''
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  while (reader && (lines.length < 3 || empty < 3)) {
    rest += (await reader.read()).value ?? ''
    const whole = rest.split('\n')
    rest = whole.pop() ?? ''
    for (const line of whole) {
      if (line === '') empty += 1
      else lines.push(line)
    }
  }
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { type: 'hands', isMine: true },
    { type: 'changed', topic: 'comments' },
    { type: 'changed', topic: 'jobs' },
  ])

  leave.abort()
  await vi.waitFor(() => expect(door.listeners()).toBe(0))
})

test('closing the server lets every listener go', async () => {
  const { served, door } = await serving()
  const response = await fetch(`${served.url}/events`, { headers: await signIn(served) })
  await vi.waitFor(() => expect(door.listeners()).toBe(1))
  await served.close()
  await vi.waitFor(() => expect(door.listeners()).toBe(0))
  await expect(response.text()).rejects.toThrow()
})

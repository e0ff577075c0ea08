import { describe, expect, test } from 'vitest'
import type { AppEvent } from '../../../core/contract/contract.ts'
import { AppError, type Failure } from '../../../core/result.ts'
import { createJobs, timeLeft } from '../../../electron/service/jobs/jobs.ts'

const describeError = (error: unknown): Failure =>
  error instanceof AppError
    ? { code: error.code, message: error.message }
    : { code: 'unexpected', message: 'no' }

function jobsAt(times: Date[]) {
  const events: AppEvent[] = []
  const jobs = createJobs({
    emit: (event) => events.push(event),
    now: () => (times.length > 1 ? times.shift() : times[0]) ?? new Date(0),
    describe: describeError,
  })
  return { jobs, events }
}

describe('time left', () => {
  test('follows the pace so far', () => {
    expect(timeLeft(1000, 25, 100)).toBe(3000)
    expect(timeLeft(1000, 100, 100)).toBe(0)
  })
  test('is not known at the start, nor without a total', () => {
    expect(timeLeft(100, 25, 100)).toBeNull()
    expect(timeLeft(1000, 0, 100)).toBeNull()
    expect(timeLeft(1000, 25, 0)).toBeNull()
  })
})

describe('a job', () => {
  test('ends with its result, which can be asked for later', async () => {
    const { jobs, events } = jobsAt([new Date(0)])
    const { id } = jobs.start('score', 'comments', async ({ progress }) => {
      progress({ done: 5, total: 10 })
      return { scored: 10, modelVersion: 'm' }
    })
    expect(jobs.get(id).status).toBe('running')
    await jobs.idle()
    expect(jobs.get(id)).toMatchObject({ status: 'done', done: 5, result: { scored: 10 } })
    expect(events.at(-1)).toMatchObject({ type: 'job', job: { status: 'done' } })
  })

  test('is remembered while fifty others come, those that come with each decision going first', async () => {
    const { jobs } = jobsAt([new Date(0)])
    const report = { name: 'out.csv', rows: 1, bytes: 2 }
    const { id } = jobs.start('export', 'comments', async () => report)
    for (let n = 0; n < 60; n += 1) {
      jobs.start('train', 'steps', async () => ({ decisions: n, modelVersion: 'm' }))
      await jobs.idle()
    }
    expect(jobs.get(id)).toMatchObject({ status: 'done', result: report })
    expect(jobs.list()).toHaveLength(50)
    for (let n = 0; n < 60; n += 1) {
      jobs.start('export', 'comments', async () => report)
      await jobs.idle()
    }
    expect(() => jobs.get(id)).toThrow(/not known any more/)
  })

  test('that fails says why', async () => {
    const { jobs } = jobsAt([new Date(0)])
    const { id } = jobs.start('score', 'comments', async () => {
      throw new AppError('disk-full', 'The disk is full.')
    })
    await jobs.idle()
    expect(jobs.get(id)).toMatchObject({ status: 'failed', failure: { code: 'disk-full' } })
  })

  test('stops when it is told to', async () => {
    const { jobs } = jobsAt([new Date(0)])
    const { id } = jobs.start('score', 'comments', ({ signal }) => {
      return new Promise((_, reject) =>
        signal.addEventListener('abort', () => reject(new AppError('cancelled', 'Stopped.'))),
      )
    })
    expect(jobs.isRunning('score')).toBe(true)
    jobs.cancel(id)
    await jobs.idle()
    expect(jobs.get(id).status).toBe('cancelled')
    expect(jobs.isRunning('score')).toBe(false)
  })

  test('speaks at most ten times a second, and always at the end', async () => {
    const { jobs, events } = jobsAt([new Date(1000)])
    jobs.start('score', 'comments', async ({ progress }) => {
      for (let done = 1; done <= 1000; done += 1) progress({ done, total: 1000 })
      return { scored: 1000, modelVersion: 'm' }
    })
    await jobs.idle()
    expect(events.length).toBeLessThanOrEqual(3)
  })

  test('is forgotten when fifty newer ones have ended', async () => {
    const { jobs } = jobsAt([new Date(0)])
    const first = jobs.start('score', 'comments', async () => ({ scored: 0, modelVersion: 'm' }))
    await jobs.idle()
    for (let n = 0; n < 60; n += 1) {
      jobs.start('score', 'comments', async () => ({ scored: 0, modelVersion: 'm' }))
      await jobs.idle()
    }
    expect(jobs.list().length).toBeLessThanOrEqual(51)
    expect(() => jobs.get(first.id)).toThrow('not known any more')
  })
})

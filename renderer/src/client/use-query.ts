/** Reads an answer of the service and reads it again when the service says that it has changed. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answers, Topic } from '../../../core/contract/contract.ts'
import type { Method, Request } from '../../../core/contract/requests.ts'
import { failureOf, useClient, useReport } from './client.ts'

export interface Query<T> {
  /** The latest answer; null before the first one. */
  readonly value: T | null
  /** False while `value` still answers an earlier request. */
  readonly isCurrent: boolean
  /** True when the latest reading failed, which has been said in the message bar. */
  readonly hasFailed: boolean
  again(): void
}

/** What an answer depends on. A method that is not here is read once a request. */
const topicsOf: Partial<Record<Method, readonly Topic[]>> = {
  'app.state': ['project', 'settings', 'comments', 'predictions', 'searches'],
  'projects.list': ['project'],
  'project.stats': ['project', 'comments', 'decisions', 'predictions'],
  'thread.counts': ['comments', 'decisions'],
  'searches.list': ['searches', 'project'],
  'queue.histogram': ['project', 'comments', 'decisions', 'predictions'],
  'imports.list': ['project', 'comments'],
  'deciding.counts': ['project', 'decisions', 'coders', 'settings'],
  'comments.judgements': ['decisions'],
  'interests.list': ['project', 'settings', 'coders'],
  'decisions.recent': ['project', 'decisions'],
  'record.entries': ['project', 'comments', 'decisions', 'predictions', 'settings'],
  'coders.list': ['project', 'coders', 'decisions', 'settings'],
  'progress.report': ['project', 'comments', 'decisions'],
  'bias.report': ['project', 'comments', 'decisions'],
  'decisions.steps': ['project', 'decisions', 'settings'],
  'model.report': ['project', 'comments', 'decisions', 'predictions'],
  'appeals.list': ['project', 'appeals', 'decisions', 'settings'],
  'appeals.get': ['project', 'appeals', 'decisions', 'settings'],
  'appeals.adverse': ['project', 'appeals', 'decisions'],
  'letters.settings': ['project', 'appeals'],
  'letters.preview': ['project', 'appeals', 'decisions'],
  'packages.count': ['project', 'comments', 'decisions'],
  'packages.progress': ['project', 'comments', 'decisions'],
  'packages.list': ['project', 'decisions'],
  'exports.preview': ['project', 'comments', 'decisions', 'predictions'],
}

const gone: ReadonlySet<string> = new Set(['no-project', 'cancelled'])

/** @param request null while there is nothing to ask */
export function useQuery<M extends Method>(method: M, request: Request<M> | null): Query<Answers[M]> {
  const client = useClient()
  const report = useReport()
  const key = request === null ? null : JSON.stringify(request)
  const [answer, setAnswer] = useState<{ readonly key: string; readonly value: Answers[M] } | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const latest = useRef(0)

  const read = useCallback(() => {
    if (key === null) return
    latest.current += 1
    const ticket = latest.current
    // The key is the request itself, written down, so that an equal request is not asked twice.
    client.call(method, JSON.parse(key) as Request<M>).then(
      (value) => {
        if (ticket !== latest.current) return
        setAnswer({ key, value })
        setFailed(false)
      },
      (error: unknown) => {
        const failure = failureOf(error)
        // A project that was closed a moment ago is not a failure of this screen.
        if (ticket !== latest.current || gone.has(failure.code)) return
        setFailed(true)
        report(failure)
      },
    )
  }, [client, method, key, report])

  useEffect(() => {
    read()
    const unsubscribe = client.subscribe((event) => {
      if (event.type === 'changed' && topicsOf[method]?.includes(event.topic)) read()
    })
    return () => {
      latest.current += 1
      unsubscribe()
    }
  }, [client, method, read])

  const isCurrent = answer !== null && answer.key === key
  return { value: answer?.value ?? null, isCurrent, hasFailed, again: read }
}

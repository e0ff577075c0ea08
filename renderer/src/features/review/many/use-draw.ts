/** Finds the band that was chosen, and draws ten of it at random. The latest band wins. */
import { type Dispatch, useEffect, useRef } from 'react'
import type { Client } from '../../../../../core/contract/contract.ts'
import type { SampledComment } from '../../../../../core/contract/many-answers.ts'
import { bandQuery, type ScoreBand } from '../../../../../core/queue/histogram.ts'
import { failureOf, useClient, useReport } from '../../../client/client.ts'
import type { Draw, ManyAction, ManyState } from './state.ts'

/** So many are read before the rest is taken. */
export const sampleSize = 10
/** Edges that move faster than this are one wish. */
const settlingMs = 200

/** @param hasScores false: there is nothing to draw from */
export function useDraw(state: ManyState, dispatch: Dispatch<ManyAction>, hasScores: boolean): void {
  const client = useClient()
  const report = useReport()
  const seen = useRef<ReadonlyMap<number, SampledComment>>(new Map())
  const verdicts = useRef(state.verdicts)
  verdicts.current = state.verdicts
  const { scored, turn } = state
  const { from, to } = state.band

  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn asks for the same once more.
  useEffect(() => {
    if (!hasScores) return
    let isOld = false
    const draw = async () => {
      const read = Object.keys(verdicts.current).map(Number)
      const drawn = await drawFrom(client, { band: { from, to }, scored, read, seen: seen.current })
      if (isOld) return
      seen.current = new Map([...seen.current, ...drawn.rows.map((row) => [row.commentId, row] as const)])
      dispatch({ type: 'drawn', draw: drawn })
    }
    const timer = setTimeout(
      () =>
        draw().catch((error: unknown) => {
          if (!isOld) report(failureOf(error))
        }),
      settlingMs,
    )
    return () => {
      isOld = true
      clearTimeout(timer)
    }
  }, [client, report, dispatch, hasScores, scored, from, to, turn])
}

interface Wish {
  readonly band: ScoreBand
  readonly scored: string | null
  /** Comments that were read before. */
  readonly read: readonly number[]
  readonly seen: ReadonlyMap<number, SampledComment>
}

/**
 * Ten that nobody has read here yet: those read in a band before were the reason to choose this one, and say too little
 * of it. Only where there are no others, they are looked at again.
 */
async function drawFrom(client: Client, { band, scored, read, seen }: Wish): Promise<Draw> {
  const text = bandQuery(band, scored)
  const filter = { show: 'undecided', text, importId: null } as const
  const { queueId } = await client.call('queue.open', { order: 'oldest-first', filter, isBeside: true })
  const { undecided, exceptHere, rows } = await client.call('queue.sample', {
    queueId,
    commentIds: null,
    size: sampleSize,
    except: read.slice(-mostRead),
    label: scored,
  })
  const before = exceptHere.flatMap((id) => seen.get(id) ?? [])
  const isAll = rows.length + exceptHere.length >= undecided
  return { queueId, undecided, rows: isAll ? [...rows, ...before] : rows, readBefore: exceptHere }
}

/** So many can be named in one request. */
const mostRead = 1000

/** Everything that can be done on the page Many at once. */
import { type Dispatch, useEffect, useReducer, useRef } from 'react'
import type { ProjectSummary, Settings } from '../../../../../core/contract/answers.ts'
import type { ScoreHistogram } from '../../../../../core/contract/many-answers.ts'
import type { Label } from '../../../../../core/labels.ts'
import { countWithin } from '../../../../../core/queue/histogram.ts'
import { useQuery } from '../../../client/use-query.ts'
import { en } from '../../../copy/en.ts'
import { isolated } from '../../../copy/format.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import {
  type ManyAction,
  type ManyState,
  manyReducer,
  type Reading,
  readingOf,
  startMany,
  targetsOf,
} from './state.ts'
import { useDraw } from './use-draw.ts'
import { useSteps } from './use-steps.ts'

export interface ManyPage {
  readonly state: ManyState
  readonly dispatch: Dispatch<ManyAction>
  readonly reading: Reading
  /** Null before the first answer. */
  readonly histogram: ScoreHistogram | null
  /** Undecided comments in the band. */
  readonly inBand: number
  /** The band was drawn from before something changed. */
  readonly isStale: boolean
  readonly targets: readonly Label[]
  /** The label that the band is to get. */
  readonly target: Label | null
  readonly busy: 'marking' | 'undoing' | null
  readonly isReader: boolean
  /** What somebody says of the comment in front: the id of a label, or null to leave it out. */
  judge(label: string | null): void
  mark(): void
  undo(): void
}

const everything = { show: 'undecided', text: '', importId: null } as const

export function useMany({ id: projectId, codebook }: ProjectSummary, { mode }: Settings): ManyPage {
  const announce = useAnnounce()
  const [state, dispatch] = useReducer(manyReducer, codebook, startMany)
  const since = useSince(`${state.at} ${state.draw?.queueId}`)
  const histogram = useQuery('queue.histogram', { filter: everything, label: state.scored }).value
  useDraw(state, dispatch, histogram?.hasScores ?? false)
  const reading = readingOf(state)
  const { busy, isReader, mark, undo } = useSteps({
    projectId,
    state,
    reading,
    dispatch,
    labels: codebook.labels,
    mode,
  })
  const { draw, target } = state
  const counted = histogram ? countWithin(histogram.bins, state.band) : 0
  const inBand = draw?.undecided ?? counted
  const isStale = draw !== null && busy === null && counted !== draw.undecided
  // As long as nothing of the ten is read there is nothing to lose.
  const isUntouched = reading.read === 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at when the numbers have changed, and only then.
  useEffect(() => {
    if (isStale && isUntouched) dispatch({ type: 'again' })
  }, [histogram])

  const targets = targetsOf(codebook)
  return {
    state,
    dispatch,
    reading,
    histogram,
    inBand,
    isStale,
    targets,
    target: targets.find(({ id }) => id === target) ?? null,
    busy,
    isReader,
    judge(label) {
      const row = draw?.rows[state.at]
      if (row === undefined || busy !== null) return
      const shownMs = Math.min(86_400_000, Math.round(performance.now() - since.current))
      dispatch({ type: 'verdict', commentId: row.commentId, verdict: { label, shownMs } })
      const said = targets.find(({ id }) => id === label)
      announce(
        label === target ? en.many.fits : said ? en.many.instead(isolated(said.name)) : en.many.keptOut,
      )
    },
    mark,
    undo,
  }
}

/** Says of which label, in a sentence: "troll". */
export function scoredLabel(labels: readonly Label[], scored: string | null): Label | null {
  return labels.find(({ id, tone }) => (scored === null ? tone === 'troll' : id === scored)) ?? null
}

/** Since when what the key names has been on the screen, in milliseconds. */
function useSince(key: string): { readonly current: number } {
  const since = useRef(performance.now())
  // biome-ignore lint/correctness/useExhaustiveDependencies: from the moment that the key is another one.
  useEffect(() => {
    since.current = performance.now()
  }, [key])
  return since
}

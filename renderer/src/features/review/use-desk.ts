/** Everything that can be done on the desk. Decisions stand in the window at once and reach the service in order. */
import { type Dispatch, type RefObject, useEffect, useMemo, useReducer, useRef } from 'react'
import type { CommentView, ProjectSummary, QueueRow, Settings } from '../../../../core/contract/answers.ts'
import { isSameCoder } from '../../../../core/deciding/coder-name.ts'
import type { Rules } from '../../../../core/deciding/rules.ts'
import type { Label } from '../../../../core/labels.ts'
import type { Query } from '../../../../core/queue/query-terms.ts'
import type { Mode, Suggestion } from '../../../../core/records.ts'
import type { Span } from '../../../../core/text/runs.ts'
import { failureOf, useClient, useReport } from '../../client/client.ts'
import { useReadingOnly } from '../../client/reading-only.ts'
import { afterPaint } from '../../ui/after-paint.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import type { CommentStore, Place } from './comment-store.ts'
import { deskCommands } from './desk-commands.ts'
import type { Deps, Walk } from './desk-deps.ts'
import { deskReducer } from './desk-reducer.ts'
import { shownPassage } from './draft.ts'
import { readQuery } from './read-query.ts'
import type { FirstRows, RowStore } from './row-store.ts'
import { type Shown, type Standing, shownStanding } from './shown-standing.ts'
import {
  type DeskAction,
  type DeskState,
  type Drawn,
  isSettlingQueue,
  isWithOthers,
  type Own,
  queueOf,
  startingWith,
} from './state.ts'
import { type Hidden, hiddenBecause, suggestedLabel } from './suggestion.ts'
import { type Ahead, undecidedAhead } from './undecided-ahead.ts'
import { useEmptied } from './use-emptied.ts'
import { useQueue } from './use-queue.ts'
import { useComments, useRows } from './use-stores.ts'
import { useUpcoming } from './use-upcoming.ts'

export interface Desk extends ReturnType<typeof deskCommands> {
  readonly state: DeskState
  readonly dispatch: Dispatch<DeskAction>
  readonly rows: RowStore | null
  /** The comment in the centre; null while it is not read. */
  readonly comment: CommentView | null
  /** The same, with the decision of whoever works here. */
  readonly mine: Own | null
  readonly mode: Mode
  readonly rules: Rules
  readonly projectId: string
  /** The comment in the centre is disputed, and whoever works here settles it. */
  readonly isSettling: boolean
  /** Its label as the desk shows it; null also while it is to be settled. */
  readonly label: string | null
  /** What stands on it. */
  readonly standing: Shown | null
  /** Why the model's view of it is not shown; null where it is. */
  readonly hidden: Hidden | null
  /** Whether suggestions of other comments may be seen, where the service gives them. */
  readonly showsSuggestions: boolean
  /** What of the model's view is on the screen; null where it is hidden, or where there is none. */
  readonly suggestion: (Suggestion & { readonly modelVersion: string }) | null
  /** What Enter accepts; null where no label is suggested, or one is decided. */
  readonly suggested: Label | null
  readonly drawn: RefObject<Drawn | null>
  /** Comments whose suggestion was on the screen, however they are looked at now. */
  readonly seenSuggestions: RefObject<Set<number>>
  /** The passage that a person marked in the comment in the centre; null for none. */
  readonly passage: Span | null
  /** A list in the centre puts itself here as long as it is there. */
  readonly walk: RefObject<Walk | null>
  /** What the queue was searched for. */
  readonly query: Query
  /** This window only reads. */
  readonly isReader: boolean
  labelOf(row: QueueRow): string | null
  /** What stands on a comment of any list. */
  standingOf(row: Standing): Shown
}

/** So many comments after the one in the centre are read before they are asked for. */
const ahead = 3
/** Of so many the place is known, so that a key never has to ask for the next. */
const known = 8

/** With what the desk begins. */
interface Beginning {
  /** The comment to begin with; null for the first undecided one. */
  readonly opening: number | null
  /** What is searched for; without it, what was searched for last. */
  readonly search: string | undefined
}

export function useDesk(settings: Settings, project: ProjectSummary, { opening, search }: Beginning): Desk {
  const { labels } = project.codebook
  const [state, dispatch] = useReducer(
    deskReducer,
    search === undefined ? project.filter : { show: 'all' as const, text: search, importId: null },
    startingWith,
  )
  const mode = isWithOthers(state.filter) ? 'code' : settings.mode
  const showsSuggestions = hiddenBecause(null, { mode, suggestions: project.suggestions }) === null
  const firstRows = useRef<FirstRows | null>(null)
  const rows = useRows(state.handle, showsSuggestions, firstRows)
  const comments = useComments(showsSuggestions)
  const drawn = useRef<Drawn | null>(null)
  const walk = useRef<Walk | null>(null)
  const seenSuggestions = useRef(new Set<number>())
  useQueue({
    order: settings.order,
    opening,
    withPredictions: showsSuggestions,
    firstRows,
    state,
    dispatch,
  })
  useEmptied(state, dispatch)

  const { rules } = project
  const standingOf = (row: Standing) => shownStanding(state, row, { labels, rules })
  // What is to be settled is not decided yet.
  const openOf = ({ label, status }: Shown) =>
    status === 'disputed' && isSettlingQueue(state) ? null : (label?.id ?? null)
  const labelOf = (row: QueueRow) => openOf(standingOf(row))
  const next = aheadOf(state, rows, labelOf)
  useUpcoming(state, next, dispatch)
  const wanted = wantedComments(state, next)
  const fresh = wanted[0] ? (comments.get(wanted[0]) ?? null) : null
  const comment = useStaying(fresh, state)
  useReading(comments, wanted, fresh !== null)

  const standing = comment && standingOf({ ...comment, label: comment.decision?.label ?? null })
  const label = standing && openOf(standing)
  const isSettling =
    isSettlingQueue(state) && standing?.status === 'disputed' && comment?.canSettle === 'adjudication'
  const mine = comment && ownOf(comment, settings.coder)
  const hidden = hiddenBecause(comment, { mode, suggestions: project.suggestions })
  const suggestion = hidden === null ? (comment?.suggestion ?? null) : null
  const suggested = label === null ? suggestedLabel(suggestion, labels) : null
  const passage = mine && shownPassage(state, mine)
  const isReader = useReadingOnly() !== null
  const seen = { rows, next, comment, mine, label, isSettling, passage, suggestion, suggested, drawn, walk }
  const known = { ...seen, state, dispatch, mode, rules, projectId: project.id, isReader, labelOf }
  const searched = state.handle?.filter.text ?? ''
  const query = useMemo(() => readQuery(searched, project.codebook), [searched, project.codebook])
  return {
    ...known,
    seenSuggestions,
    standing,
    standingOf,
    hidden,
    showsSuggestions,
    query,
    ...useCommands({ ...known, labels }),
  }
}

/** Has the comments read that are wanted: the first one alone, then, once it has been painted, those after it. */
function useReading(comments: CommentStore, wanted: readonly Place[], isFirstHere: boolean): void {
  const key = wanted.map(({ commentId, queueId }) => `${commentId} ${queueId}`).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the list, written down.
  useEffect(() => {
    let isOld = false
    if (isFirstHere) afterPaint(() => isOld || comments.want(wanted))
    else comments.want(wanted.slice(0, 1))
    return () => {
      isOld = true
    }
  }, [comments, key, isFirstHere])
}

/**
 * The comment in the centre. Where the same queue was opened once more, with what came in, it is read again for it, and
 * stays on the screen meanwhile, with the focus and the note that is being written. Another queue may hide what it shows.
 */
function useStaying(fresh: CommentView | null, { spot, handle }: DeskState): CommentView | null {
  const last = useRef<{ readonly key: string; readonly view: CommentView } | null>(null)
  const key = JSON.stringify([spot?.commentId, handle?.order, handle?.filter, handle?.hidesOthers])
  if (fresh !== null) last.current = { key, view: fresh }
  return fresh ?? (last.current?.key === key ? last.current.view : null)
}

/** Of what others said nothing goes into somebody's own decision. */
function ownOf({ commentId, decision }: CommentView, coder: string): Own {
  const isOwn = decision !== null && decision.role === null && isSameCoder(decision.coder, coder)
  return { commentId, decision: isOwn ? decision : null }
}

type Known = Omit<Deps, 'client' | 'report' | 'announce' | 'inOrder' | 'latest'>

function useCommands(known: Known): ReturnType<typeof deskCommands> {
  const client = useClient()
  const report = useReport()
  const announce = useAnnounce()
  const chain = useRef<Promise<void>>(Promise.resolve())
  const latest = useRef(known.state)
  latest.current = known.state
  const inOrder = useMemo(
    () => (run: () => Promise<void>) => {
      chain.current = chain.current.then(run).catch((error: unknown) => report(failureOf(error)))
    },
    [report],
  )
  return deskCommands({ ...known, client, report, announce, inOrder, latest })
}

/** @returns null where there is no queue, or nothing of it is in the centre */
function aheadOf(
  state: DeskState,
  rows: RowStore | null,
  labelOf: (row: QueueRow) => string | null,
): Ahead | null {
  const { spot, handle, upcoming } = state
  if (spot === null || handle === null || rows === null) return null
  const isUndecided = (row: QueueRow) => labelOf(row) === null
  const { total } = handle
  const from = (spot.index ?? -1) + 1
  const besides = spot.commentId
  return undecidedAhead({ from, total, rowAt: rows.rowAt, isUndecided, besides, upcoming }, known)
}

/** The comment in the centre, then the next undecided ones. */
function wantedComments(state: DeskState, next: Ahead | null): readonly Place[] {
  const { spot, handle } = state
  if (spot === null) return []
  const queueId = handle?.queueId ?? null
  const following = next?.spots.slice(0, ahead).map(({ commentId }) => ({ commentId, queueId })) ?? []
  return [{ commentId: spot.commentId, queueId: queueOf(state, spot) }, ...following]
}

/** Everything that can be done on the desk. Decisions stand in the window at once and reach the service in order. */
import { type Dispatch, type RefObject, useEffect, useMemo, useReducer, useRef } from 'react'
import type { CommentView, QueueRow, Settings } from '../../../../core/contract/answers.ts'
import type { Label } from '../../../../core/labels.ts'
import { failureOf, useClient, useReport } from '../../client/client.ts'
import { en } from '../../copy/en.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { type Deps, deskCommands } from './desk-commands.ts'
import type { RowStore } from './row-store.ts'
import { type DeskAction, type DeskState, deskReducer, shownLabel, startDesk } from './state.ts'
import { useQueue } from './use-queue.ts'
import { useComments, useRows } from './use-stores.ts'

/** The comment that is on the screen, since when, and whether its suggestion was on the screen with it. */
export interface Drawn {
  readonly commentId: number
  readonly sinceMs: number
  readonly sawSuggestion: boolean
}

export interface Desk extends ReturnType<typeof deskCommands> {
  readonly state: DeskState
  readonly dispatch: Dispatch<DeskAction>
  readonly rows: RowStore | null
  /** The comment in the centre; null while it is not read. */
  readonly comment: CommentView | null
  /** Its label as the desk shows it. */
  readonly label: string | null
  readonly drawn: RefObject<Drawn | null>
  labelOf(row: QueueRow): string | null
}

/** So many comments after the one in the centre are read before they are asked for. */
const ahead = 3

export function useDesk(settings: Settings, labels: readonly Label[]): Desk {
  const [state, dispatch] = useReducer(deskReducer, startDesk)
  const rows = useRows(state.handle?.queueId ?? null)
  const comments = useComments()
  const drawn = useRef<Drawn | null>(null)
  useQueue(settings.order, state, dispatch)

  const labelOf = (row: QueueRow) => shownLabel(state, row.commentId, row.label)
  const wanted = wantedComments(state, rows, labelOf)
  const key = wanted.join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the list, written down.
  useEffect(() => comments.want(wanted), [comments, key])

  const comment = state.spot ? (comments.get(state.spot.commentId) ?? null) : null
  const label = comment ? shownLabel(state, comment.commentId, comment.decision?.label ?? null) : null
  const commands = useCommands({ state, dispatch, rows, comment, label, labels, drawn, labelOf })
  return { state, dispatch, rows, comment, label, drawn, labelOf, ...commands }
}

type Known = Omit<Deps, 'client' | 'report' | 'announce' | 'inOrder'>

function useCommands(known: Known): ReturnType<typeof deskCommands> {
  const client = useClient()
  const report = useReport()
  const announce = useAnnounce()
  const chain = useRef<Promise<void>>(Promise.resolve())
  const inOrder = useMemo(
    () => (run: () => Promise<void>) => {
      chain.current = chain.current.then(run).catch((error: unknown) => report(failureOf(error)))
    },
    [report],
  )
  return deskCommands({ ...known, client, report, announce, inOrder })
}

/** The comment in the centre, then the undecided ones that follow it among the rows that are here. */
function wantedComments(
  state: DeskState,
  rows: RowStore | null,
  labelOf: (row: QueueRow) => string | null,
): readonly number[] {
  const { spot, handle } = state
  if (spot === null) return []
  const wanted = [spot.commentId]
  const from = (spot.index ?? -1) + 1
  for (let index = from; wanted.length <= ahead && index < (handle?.total ?? 0); index += 1) {
    const row = rows?.rowAt(index)
    if (row === undefined) break
    if (labelOf(row) === null && row.commentId !== spot.commentId) wanted.push(row.commentId)
  }
  return wanted
}

/** "Marked critic" and the like, for the foot; null before anything was done. */
export function lastWords(state: DeskState, nameOf: (label: string) => string): string | null {
  const { last } = state
  if (last === null) return null
  if (last.kind === 'skipped' || last.label === null) return en.review.skipped
  if (last.kind === 'refused') return en.review.notSaved
  return last.kind === 'marked'
    ? en.review.marked(nameOf(last.label))
    : en.review.takenBack(nameOf(last.label))
}

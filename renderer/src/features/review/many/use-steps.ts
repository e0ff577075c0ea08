/** The step itself: a label for the whole band, and its undo. One at a time; meanwhile the page says which. */
import { type Dispatch, useState } from 'react'
import type { Client } from '../../../../../core/contract/contract.ts'
import type { Label } from '../../../../../core/labels.ts'
import type { Mode } from '../../../../../core/records.ts'
import { failureOf, useClient, useReport } from '../../../client/client.ts'
import { useReadingOnly } from '../../../client/reading-only.ts'
import { en } from '../../../copy/en.ts'
import { wordOf } from '../../../copy/names.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import type { ManyAction, ManyState, Reading } from './state.ts'

interface StepsOf {
  readonly projectId: string
  readonly state: ManyState
  readonly reading: Reading
  readonly dispatch: Dispatch<ManyAction>
  readonly labels: readonly Label[]
  readonly mode: Mode
}

export interface Steps {
  readonly busy: 'marking' | 'undoing' | null
  readonly isReader: boolean
  mark(): void
  undo(): void
}

export function useSteps(of: StepsOf): Steps {
  const client = useClient()
  const report = useReport()
  const announce = useAnnounce()
  const isReader = useReadingOnly() !== null
  const [busy, setBusy] = useState<Steps['busy']>(null)
  const run = async (what: NonNullable<Steps['busy']>, work: () => Promise<void>) => {
    if (busy !== null) return
    if (isReader) return announce(en.reader.refused)
    setBusy(what)
    try {
      await work()
    } catch (error) {
      report(failureOf(error))
    } finally {
      setBusy(null)
    }
  }
  return {
    busy,
    isReader,
    mark: () => void run('marking', () => markBand(client, announce, of)),
    undo: () => void run('undoing', () => undoLatest(client, announce, of)),
  }
}

type Announce = (words: string) => void

async function markBand(client: Client, announce: Announce, of: StepsOf): Promise<void> {
  const { projectId, state, reading, dispatch, labels, mode } = of
  const { draw, target } = state
  if (draw === null || reading.read < draw.rows.length || reading.count <= 0) return
  const { queueId } = draw
  announce(en.many.marking(reading.count))
  // Before the step, so that one undo takes back the step and not them.
  for (const { commentId, label, shownMs } of reading.own) {
    const said = { note: null, passage: null, reason: null, suggestionShown: true, mode }
    await client.call('decisions.record', {
      projectId,
      commentId,
      queueId,
      label,
      shownMs,
      ...said,
    })
  }
  const { count } = await client.call('decisions.recordMany', {
    projectId,
    queueId,
    commentIds: null,
    except: [...reading.keptOut],
    label: target,
    note: null,
    mode,
  })
  announce(en.many.marked(count, wordOf(target, labels)))
  const passedOver = Math.max(0, reading.count - count)
  dispatch({ type: 'over', outcome: { kind: 'marked', count, label: target, passedOver } })
}

async function undoLatest(
  client: Client,
  announce: Announce,
  { projectId, dispatch, labels }: StepsOf,
): Promise<void> {
  const step = await client.call('decisions.undo', { projectId })
  if (step === null) return announce(en.deciding.nothingToUndo)
  announce(en.deciding.takenBack(wordOf(step.given, labels), step.count))
  dispatch({ type: 'over', outcome: { kind: 'undone', count: step.count } })
}

/** The whole window: which page is open, and what stands around every page. */
import { type ReactNode, useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { Client, PickedFile } from '../../core/contract/contract.ts'
import type { Failure } from '../../core/result.ts'
import { ClientContext, ReportContext } from './client/client.ts'
import type { Connection } from './client/connection.ts'
import { ReadingOnlyContext } from './client/reading-only.ts'
import { useCommand } from './client/use-command.ts'
import { useQuery } from './client/use-query.ts'
import { en } from './copy/en.ts'
import { DropTarget } from './features/frame/drop-target.tsx'
import { type Message, MessageBar } from './features/frame/message-bar.tsx'
import { Unreachable } from './features/frame/unreachable.tsx'
import { KeyboardProvider } from './keyboard/use-shortcuts.tsx'
import { Page } from './page.tsx'
import { type Place, places } from './places.ts'
import { type Sheet, Sheets } from './sheets.tsx'
import { Announcer } from './ui/announcer.tsx'
import { keepFocus } from './ui/focus-page.ts'
import { useAppKeys } from './use-app-keys.ts'
import { useFiles } from './use-files.ts'
import { useFocusOnPage, useTitle } from './use-page.ts'
import { useSettings } from './use-settings.ts'

export function App(props: { readonly client: Client; readonly connection: Connection }): ReactNode {
  const { client, connection } = props
  const connected = useSyncExternalStore(connection.subscribe, connection.get)
  const hasHands = useSyncExternalStore(connection.subscribe, connection.hasHands)
  const [message, setMessage] = useState<Message | null>(null)
  useEffect(keepFocus, [])
  const report = useCallback((failure: Failure) => setMessage({ kind: 'failure', failure }), [])
  return (
    <ClientContext value={client}>
      <ReportContext value={report}>
        <Announcer>
          <KeyboardProvider>
            <Pages message={message} onMessage={setMessage} hasHands={hasHands} />
            {connected !== 'open' && <Unreachable state={connected} />}
          </KeyboardProvider>
        </Announcer>
      </ReportContext>
    </ClientContext>
  )
}

interface PagesProps {
  readonly message: Message | null
  readonly onMessage: (message: Message | null) => void
  readonly hasHands: boolean
}

function Pages({ message, onMessage, hasHands }: PagesProps): ReactNode {
  const state = useQuery('app.state', {}).value
  const [place, setPlace] = useState<Place>(places.desk)
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const go = useCallback(
    (next: Place) => {
      onMessage(null)
      setPlace(next)
    },
    [onMessage],
  )
  const open = useCommand('projects.open').run
  const { chooseFiles, chooseFolder, takeDropped } = useFiles(
    useCallback(
      (picked: readonly PickedFile[], turn: number) => {
        const [first] = picked
        // A project among files of comments is passed over by the survey, which says so.
        if (picked.length === 1 && first?.name.toLowerCase().endsWith('.fairhearing')) {
          go(places.desk)
          void open({ file: first.ref })
        } else go({ at: 'import', picked, turn })
      },
      [go, open],
    ),
    useCallback(() => onMessage({ kind: 'note', words: en.drop.slow }), [onMessage]),
  )
  const isImporting = place.at === 'import'
  const hasProject = state?.project != null
  const canGo = hasProject && !isImporting
  const close = useCommand('projects.close').run
  const closeProject = async () => {
    // First closed: a desk that appears on the way would ask for what is gone by then.
    if ((await close({})).ok) go(places.desk)
  }
  useSettings(state)
  useTitle(state, place)
  // Also the first one, which is there when the service has answered.
  useFocusOnPage(`${state !== null} ${place.at} ${'page' in place && place.page} ${hasProject}`)
  useAppKeys({ canGo, isImporting, go, setSheet, chooseFiles, chooseFolder, closeProject })
  const toDesk = useCallback((opening: number | null) => go({ at: 'review', opening }), [go])
  const dismiss = useCallback(() => onMessage(null), [onMessage])
  const notice = state?.notice ?? null
  useEffect(() => {
    if (notice !== null) onMessage({ kind: 'note', words: notice })
  }, [notice, onMessage])
  if (state === null) return null
  const readingOnly = state.project?.isReadOnly ? 'program' : hasHands ? null : 'tab'
  return (
    <ReadingOnlyContext value={readingOnly}>
      <Page
        {...{
          state,
          place,
          go,
          onMessage,
          onChooseFiles: chooseFiles,
          onChooseFolder: chooseFolder,
          onSheet: setSheet,
          onCloseProject: closeProject,
        }}
      />
      <Sheets
        {...{ state, sheet }}
        onDesk={toDesk}
        onSheet={setSheet}
        // What is chosen in one may open another.
        onClose={() => setSheet((shown) => (shown === sheet ? null : shown))}
      />
      <DropTarget isOpen={!isImporting} onDrop={takeDropped} />
      <MessageBar message={message} version={state.version} onDismiss={dismiss} onChooseFile={chooseFiles} />
    </ReadingOnlyContext>
  )
}

/** The whole window: which page is open, and what stands around every page. */
import { type ReactNode, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { AppState } from '../../core/contract/answers.ts'
import type { Client, PickedFile } from '../../core/contract/contract.ts'
import { standardCodebook } from '../../core/labels.ts'
import type { Failure } from '../../core/result.ts'
import styles from './app.module.css'
import { ClientContext, failureOf, ReportContext, useClient, useReport } from './client/client.ts'
import type { Connection } from './client/connection.ts'
import { ReadingOnlyContext } from './client/reading-only.ts'
import { useCommand } from './client/use-command.ts'
import { useQuery } from './client/use-query.ts'
import { en } from './copy/en.ts'
import { Export } from './features/export/export.tsx'
import { DropTarget } from './features/frame/drop-target.tsx'
import { ImportsDialog } from './features/frame/imports-dialog.tsx'
import { type Message, MessageBar } from './features/frame/message-bar.tsx'
import { ReaderBar } from './features/frame/reader-bar.tsx'
import { TopBar } from './features/frame/top-bar.tsx'
import { Unreachable } from './features/frame/unreachable.tsx'
import { Import } from './features/import/import.tsx'
import { Measure, type MeasurePage } from './features/measure/measure.tsx'
import { ManyPage } from './features/review/many/many-page.tsx'
import { Review } from './features/review/review.tsx'
import { SettingsDialog } from './features/settings/settings-dialog.tsx'
import { Start } from './features/start/start.tsx'
import { shortcuts } from './keyboard/shortcuts.ts'
import { ShortcutsHelp } from './keyboard/shortcuts-help.tsx'
import { KeyboardProvider, useShortcuts } from './keyboard/use-shortcuts.tsx'
import { Announcer } from './ui/announcer.tsx'

export function App(props: { readonly client: Client; readonly connection: Connection }): ReactNode {
  const { client, connection } = props
  const connected = useSyncExternalStore(connection.subscribe, connection.get)
  const hasHands = useSyncExternalStore(connection.subscribe, connection.hasHands)
  const [message, setMessage] = useState<Message | null>(null)
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

type Place =
  | { readonly at: 'share' | 'many' }
  | { readonly at: 'measure'; readonly page: MeasurePage }
  /** `opening`: the comment to begin with; null for the first undecided one. */
  | { readonly at: 'review'; readonly opening: number | null }
  /** `turn` makes the same files a new import when they are chosen again. */
  | { readonly at: 'import'; readonly picked: readonly PickedFile[]; readonly turn: number }
const desk: Place = { at: 'review', opening: null }
const model: Place = { at: 'measure', page: 'model' }
const progress: Place = { at: 'measure', page: 'progress' }
type Sheet = 'settings' | 'imports' | 'keys'

interface PagesProps {
  readonly message: Message | null
  readonly onMessage: (message: Message | null) => void
  readonly hasHands: boolean
}

function Pages({ message, onMessage, hasHands }: PagesProps): ReactNode {
  const state = useQuery('app.state', {}).value
  const [place, setPlace] = useState<Place>(desk)
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
          go(desk)
          void open({ file: first.ref })
        } else go({ at: 'import', picked, turn })
      },
      [go, open],
    ),
    useCallback(() => onMessage({ kind: 'note', words: en.drop.slow }), [onMessage]),
  )
  const isImporting = place.at === 'import'
  const hasProject = state?.project != null
  useTheme(state?.settings.theme)
  useTitle(state, place)
  useFocusOnPage(`${place.at} ${place.at === 'measure' && place.page} ${hasProject}`)
  useShortcuts([
    { shortcut: shortcuts.chooseFile, run: () => !isImporting && chooseFiles() },
    { shortcut: shortcuts.goReview, run: () => hasProject && !isImporting && go(desk) },
    { shortcut: shortcuts.goMany, run: () => hasProject && !isImporting && go({ at: 'many' }) },
    { shortcut: shortcuts.goMeasure, run: () => hasProject && !isImporting && go(model) },
    { shortcut: shortcuts.goProgress, run: () => hasProject && !isImporting && go(progress) },
    { shortcut: shortcuts.goShare, run: () => hasProject && !isImporting && go({ at: 'share' }) },
    { shortcut: shortcuts.help, run: () => setSheet('keys') },
  ])
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
        }}
      />
      <Sheets state={state} sheet={sheet} onClose={() => setSheet(null)} />
      <DropTarget isOpen={!isImporting} onDrop={takeDropped} />
      <MessageBar message={message} version={state.version} onDismiss={dismiss} onChooseFile={chooseFiles} />
    </ReadingOnlyContext>
  )
}

interface PageProps {
  readonly state: AppState
  readonly place: Place
  readonly go: (place: Place) => void
  readonly onMessage: (message: Message | null) => void
  readonly onChooseFiles: () => void
  readonly onChooseFolder: () => void
  readonly onSheet: (sheet: Sheet) => void
}

function Page({ state, place, go, onMessage, onSheet, ...does }: PageProps): ReactNode {
  const { onChooseFiles, onChooseFolder } = does
  const { project, settings } = state
  const close = useCommand('projects.close')
  const note = useCallback((words: string) => onMessage({ kind: 'note', words }), [onMessage])
  const review = () => go(desk)
  if (place.at !== 'import' && project === null) {
    return <Start projectsFolder={state.projectsFolder} {...{ onChooseFiles, onChooseFolder }} />
  }
  return (
    <div className={styles.window}>
      <TopBar
        project={project}
        section={place.at === 'import' ? null : place.at === 'many' ? 'review' : place.at}
        coder={settings.coder}
        onGo={(at) => go(at === 'review' ? desk : at === 'measure' ? model : { at })}
        onAddComments={onChooseFiles}
        onAddFolder={onChooseFolder}
        onImports={() => onSheet('imports')}
        onCloseProject={() => {
          review()
          close.run({})
        }}
        onSettings={() => onSheet('settings')}
      />
      <ReaderBar />
      {place.at === 'import' && (
        <Import
          key={place.turn}
          picked={place.picked}
          project={project}
          onNote={note}
          onChooseFiles={onChooseFiles}
          onLeave={() => {
            // Not `go`, which would take away the sentence that nothing was added.
            review()
            note(en.import.left)
          }}
          onBegin={review}
        />
      )}
      {place.at === 'review' && project && (
        <Review
          key={project.id}
          project={project}
          settings={settings}
          opening={place.opening}
          onShare={() => go({ at: 'share' })}
          onProgress={() => go(progress)}
          onMany={() => go({ at: 'many' })}
          onModel={() => go(model)}
          onAddComments={onChooseFiles}
          onKeys={() => onSheet('keys')}
        />
      )}
      {place.at === 'many' && project && (
        <ManyPage key={project.id} project={project} settings={settings} onDesk={review} />
      )}
      {place.at === 'measure' && project && (
        <Measure
          key={project.id}
          project={project}
          page={place.page}
          onPage={(page) => go({ at: 'measure', page })}
          onDesk={(opening) => go({ at: 'review', opening })}
        />
      )}
      {place.at === 'share' && project && <Export project={project} onNote={note} />}
    </div>
  )
}

interface SheetsProps {
  readonly state: AppState
  readonly sheet: Sheet | null
  readonly onClose: () => void
}

function Sheets({ state, sheet, onClose }: SheetsProps): ReactNode {
  const labels = (state.project?.codebook ?? standardCodebook).labels
  if (sheet === 'settings') {
    return <SettingsDialog settings={state.settings} version={state.version} onClose={onClose} />
  }
  if (sheet === 'imports') return <ImportsDialog onClose={onClose} />
  if (sheet === 'keys') return <ShortcutsHelp labels={labels} onClose={onClose} />
  return null
}

/** Until a drop is said to take a while. */
const slowMs = 500

/** Picks or takes files, one choice at a time. */
function useFiles(onFiles: (picked: readonly PickedFile[], turn: number) => void, onSlowDrop: () => void) {
  const client = useClient()
  const report = useReport()
  const isBusy = useRef(false)
  const turn = useRef(0)
  const take = useCallback(
    async (ask: () => Promise<readonly PickedFile[]>) => {
      if (isBusy.current) return
      isBusy.current = true
      try {
        // Asked before anything is waited for: a drop holds its files only while it is being heard.
        const picked = await ask()
        turn.current += 1
        if (picked.length > 0) onFiles(picked, turn.current)
      } catch (error) {
        report(failureOf(error))
      } finally {
        isBusy.current = false
      }
    },
    [onFiles, report],
  )
  const chooseFiles = useCallback(() => void take(() => client.pickFiles('files')), [client, take])
  const chooseFolder = useCallback(() => void take(() => client.pickFiles('folder')), [client, take])
  const takeDropped = useCallback(
    (dropped: DataTransfer) =>
      void take(() => {
        // A browser hands over every byte, which may take a while; the app only names a place.
        const timer = setTimeout(onSlowDrop, slowMs)
        return client.takeDropped(dropped).finally(() => clearTimeout(timer))
      }),
    [client, onSlowDrop, take],
  )
  return { chooseFiles, chooseFolder, takeDropped }
}

function useTheme(theme: AppState['settings']['theme'] | undefined): void {
  useEffect(() => {
    if (theme === undefined || theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
}

function useTitle(state: AppState | null, place: Place): void {
  const project = state?.project?.name
  useEffect(() => {
    const page =
      place.at === 'import'
        ? (place.picked.length === 1 && place.picked[0]?.name) || en.import.files(place.picked.length)
        : project === undefined
          ? null
          : `${place.at === 'many' ? en.many.title : en.frame[place.at]} · ${project}`
    document.title = page === null ? en.app : `${page} · ${en.app}`
  }, [project, place])
}

/** A new page has the focus, so that its keys work and it is read from its beginning. */
function useFocusOnPage(page: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the page is another one.
  useEffect(() => {
    document.querySelector('main')?.focus()
  }, [page])
}

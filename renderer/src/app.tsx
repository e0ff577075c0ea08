/** The whole window: which page is open, and what stands around every page. */
import { type ReactNode, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { AppState } from '../../core/contract/answers.ts'
import type { Client, PickedFile } from '../../core/contract/contract.ts'
import type { Failure } from '../../core/result.ts'
import styles from './app.module.css'
import { ClientContext, failureOf, ReportContext, useClient, useReport } from './client/client.ts'
import type { Connection } from './client/connection.ts'
import { ReadingOnlyContext } from './client/reading-only.ts'
import { useCommand } from './client/use-command.ts'
import { useQuery } from './client/use-query.ts'
import { en } from './copy/en.ts'
import { Bars } from './features/frame/bars.tsx'
import { DropTarget } from './features/frame/drop-target.tsx'
import { type Message, MessageBar } from './features/frame/message-bar.tsx'
import { TopBar } from './features/frame/top-bar.tsx'
import { Unreachable } from './features/frame/unreachable.tsx'
import { Import } from './features/import/import.tsx'
import { Measure, type MeasurePage } from './features/measure/measure.tsx'
import { ManyPage } from './features/review/many/many-page.tsx'
import { Review } from './features/review/review.tsx'
import { Start } from './features/start/start.tsx'
import { shortcuts } from './keyboard/shortcuts.ts'
import { KeyboardProvider, useShortcuts } from './keyboard/use-shortcuts.tsx'
import { Outward, type OutwardPlace } from './outward.tsx'
import { type Sheet, Sheets } from './sheets.tsx'
import { Announcer } from './ui/announcer.tsx'
import { useSettings } from './use-settings.ts'

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
  | { readonly at: 'many' }
  | OutwardPlace
  | { readonly at: 'measure'; readonly page: MeasurePage }
  /** `opening`: the comment to begin with, or to go to; null for the first undecided one, or to stay. */
  | {
      readonly at: 'review'
      readonly opening: number | null
      /** What is searched for there; without it, what was searched for last. */
      readonly search?: string | undefined
    }
  /** `turn` makes the same files a new import when they are chosen again. */
  | { readonly at: 'import'; readonly picked: readonly PickedFile[]; readonly turn: number }
const desk: Place = { at: 'review', opening: null }
const model: Place = { at: 'measure', page: 'model' }
const progress: Place = { at: 'measure', page: 'progress' }
const record: Place = { at: 'measure', page: 'record' }
const bias: Place = { at: 'measure', page: 'bias' }
const share: Place = { at: 'share', page: 'export' }
const appeals: Place = { at: 'answer', page: 'appeals' }
const packages: Place = { at: 'share', page: 'packages' }

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
  const canGo = hasProject && !isImporting
  const close = useCommand('projects.close').run
  const closeProject = () => {
    go(desk)
    void close({})
  }
  useSettings(state)
  useTitle(state, place)
  // Also the first one, which is there when the service has answered.
  useFocusOnPage(`${state !== null} ${place.at} ${'page' in place && place.page} ${hasProject}`)
  useShortcuts([
    { shortcut: shortcuts.chooseFile, run: chooseFiles, isAvailable: !isImporting },
    { shortcut: shortcuts.addFolder, run: chooseFolder, isAvailable: !isImporting },
    { shortcut: shortcuts.imports, run: () => setSheet('imports'), isAvailable: canGo },
    { shortcut: shortcuts.rules, run: () => setSheet('rules'), isAvailable: canGo },
    { shortcut: shortcuts.goReview, run: () => go(desk), isAvailable: canGo },
    { shortcut: shortcuts.goMany, run: () => go({ at: 'many' }), isAvailable: canGo },
    { shortcut: shortcuts.goMeasure, run: () => go(model), isAvailable: canGo },
    { shortcut: shortcuts.goProgress, run: () => go(progress), isAvailable: canGo },
    { shortcut: shortcuts.goRecord, run: () => go(record), isAvailable: canGo },
    { shortcut: shortcuts.goBias, run: () => go(bias), isAvailable: canGo },
    { shortcut: shortcuts.goAnswer, run: () => go(appeals), isAvailable: canGo },
    { shortcut: shortcuts.goShare, run: () => go(share), isAvailable: canGo },
    { shortcut: shortcuts.goDisclose, run: () => go({ at: 'share', page: 'disclose' }), isAvailable: canGo },
    { shortcut: shortcuts.goPackages, run: () => go(packages), isAvailable: canGo },
    { shortcut: shortcuts.closeProject, run: closeProject, isAvailable: canGo },
    { shortcut: shortcuts.settings, run: () => setSheet('you') },
    { shortcut: shortcuts.palette, run: () => setSheet('palette') },
    { shortcut: shortcuts.help, run: () => setSheet('keys') },
  ])
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

interface PageProps {
  readonly state: AppState
  readonly place: Place
  readonly go: (place: Place) => void
  readonly onMessage: (message: Message | null) => void
  readonly onChooseFiles: () => void
  readonly onChooseFolder: () => void
  readonly onSheet: (sheet: Sheet) => void
  readonly onCloseProject: () => void
}

function Page({ state, place, go, onMessage, onSheet, ...does }: PageProps): ReactNode {
  const { onChooseFiles, onChooseFolder } = does
  const { project, settings } = state
  const note = useCallback((words: string) => onMessage({ kind: 'note', words }), [onMessage])
  const review = () => go(desk)
  const toComment = (opening: number | null) => go({ at: 'review', opening })
  if (place.at !== 'import' && project === null) {
    return <Start projectsFolder={state.projectsFolder} {...{ onChooseFiles, onChooseFolder }} />
  }
  return (
    <div className={styles.window}>
      <TopBar
        project={project}
        section={place.at === 'import' ? null : place.at === 'many' ? 'review' : place.at}
        coder={settings.coder}
        onGo={(at) => go({ review: desk, answer: appeals, measure: model, share }[at])}
        onAddComments={onChooseFiles}
        onAddFolder={onChooseFolder}
        onImports={() => onSheet('imports')}
        onRules={() => onSheet('rules')}
        onCloseProject={does.onCloseProject}
        onSettings={() => onSheet('you')}
        onPalette={() => onSheet('palette')}
      />
      <Bars project={project} coder={settings.coder} onGiveBack={() => go(packages)} />
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
          // Whoever sits down has notes and a queue of their own.
          key={`${project.id} ${settings.coder}`}
          project={project}
          settings={settings}
          opening={place.opening}
          search={place.search}
          onShare={() => go(share)}
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
          onDesk={(opening, search) => go({ at: 'review', opening, search })}
        />
      )}
      {(place.at === 'answer' || place.at === 'share') && project && (
        <Outward key={project.id} {...{ place, project, go }} onDesk={toComment} onNote={note} />
      )}
    </div>
  )
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

/** The page that is open, under the bar that leads to the others. */
import { type ReactNode, useCallback } from 'react'
import type { AppState } from '../../core/contract/answers.ts'
import styles from './app.module.css'
import { en } from './copy/en.ts'
import { Bars } from './features/frame/bars.tsx'
import type { Message } from './features/frame/message-bar.tsx'
import { TopBar } from './features/frame/top-bar.tsx'
import { Import } from './features/import/import.tsx'
import { Measure } from './features/measure/measure.tsx'
import { ManyPage } from './features/review/many/many-page.tsx'
import { Review } from './features/review/review.tsx'
import { Start } from './features/start/start.tsx'
import { Outward } from './outward.tsx'
import { type Place, places } from './places.ts'
import type { Sheet } from './sheets.tsx'

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

/** Where each section begins. */
const sections = {
  review: places.desk,
  answer: places.appeals,
  measure: places.model,
  share: places.share,
} as const

export function Page({ state, place, go, onMessage, onSheet, ...does }: PageProps): ReactNode {
  const { onChooseFiles, onChooseFolder } = does
  const { project, settings } = state
  const note = useCallback((words: string) => onMessage({ kind: 'note', words }), [onMessage])
  const review = () => go(places.desk)
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
        onGo={(at) => go(sections[at])}
        onAddComments={onChooseFiles}
        onAddFolder={onChooseFolder}
        onImports={() => onSheet('imports')}
        onRules={() => onSheet('rules')}
        onCloseProject={does.onCloseProject}
        onSettings={() => onSheet('you')}
        onPalette={() => onSheet('palette')}
      />
      <Bars project={project} coder={settings.coder} onGiveBack={() => go(places.packages)} />
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
          onShare={() => go(places.share)}
          onProgress={() => go(places.progress)}
          onMany={() => go(places.many)}
          onModel={() => go(places.model)}
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

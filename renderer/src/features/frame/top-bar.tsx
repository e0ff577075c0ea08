/** The bar: which project, which section, who decides. */
import type { ReactNode } from 'react'
import type { ProjectSummary } from '../../../../core/contract/answers.ts'
import { en } from '../../copy/en.ts'
import { ariaKeys, type Shortcut, shortcuts, shownKey, tip } from '../../keyboard/shortcuts.ts'
import { showWhole } from '../../ui/focus-page.ts'
import { Icon } from '../../ui/icon.tsx'
import { Key } from '../../ui/key.tsx'
import { ProjectMenu } from './project-menu.tsx'
import styles from './top-bar.module.css'
import { WhoMenu } from './who-menu.tsx'

export type Section = 'review' | 'answer' | 'measure' | 'share'

interface TopBarProps {
  readonly project: ProjectSummary | null
  /** Null where the page is in no section, as while importing. */
  readonly section: Section | null
  readonly coder: string
  readonly onGo: (section: Section) => void
  readonly onAddComments: () => void
  readonly onAddFolder: () => void
  readonly onImports: () => void
  readonly onRules: () => void
  readonly onCloseProject: () => void
  readonly onSettings: () => void
  readonly onPalette: () => void
}

export function TopBar(props: TopBarProps): ReactNode {
  const { project, coder } = props
  return (
    <header className={styles.bar} data-own-keys>
      {project === null ? (
        <p className={styles.word}>{en.app}</p>
      ) : (
        <ProjectMenu
          project={project}
          onAddComments={props.onAddComments}
          onAddFolder={props.onAddFolder}
          onImports={props.onImports}
          onRules={props.onRules}
          onCloseProject={props.onCloseProject}
        />
      )}
      <nav className={styles.tabs} aria-label={en.frame.sections} onFocus={showWhole}>
        {project !== null && (
          <>
            <Tab {...props} section="review" current={props.section} />
            <Tab {...props} section="answer" current={props.section} />
            <Tab {...props} section="measure" current={props.section} />
            <Tab {...props} section="share" current={props.section} />
          </>
        )}
      </nav>
      <div className={styles.right}>
        <button
          type="button"
          className={styles.palette}
          aria-label={en.palette.title}
          aria-keyshortcuts={ariaKeys(shortcuts.palette)}
          title={tip(en.palette.title, shortcuts.palette)}
          onClick={props.onPalette}
        >
          <Icon name="search" />
          <span className="one-line">{en.palette.title}</span>
          <Key>{shownKey(shortcuts.palette.keys[0])}</Key>
        </button>
        <WhoMenu coder={coder} hasProject={project !== null} onSettings={props.onSettings} />
      </div>
    </header>
  )
}

interface TabProps {
  readonly section: Section
  readonly current: Section | null
  readonly onGo: (section: Section) => void
}

const keysOf = {
  review: shortcuts.goReview,
  answer: shortcuts.goAnswer,
  measure: shortcuts.goMeasure,
  share: shortcuts.goShare,
} satisfies Record<Section, Shortcut>

function Tab({ section, current, onGo }: TabProps): ReactNode {
  return (
    <button
      type="button"
      className={styles.tab}
      aria-current={section === current ? 'page' : undefined}
      title={tip(en.frame[section], keysOf[section])}
      onClick={() => onGo(section)}
    >
      {en.frame[section]}
    </button>
  )
}

/** What can be done with the open project, under its name. */
import { type ReactNode, useId, useRef } from 'react'
import type { ProjectSummary } from '../../../../core/contract/answers.ts'
import { en } from '../../copy/en.ts'
import { ariaKeys, shortcuts, shownKey } from '../../keyboard/shortcuts.ts'
import { Icon } from '../../ui/icon.tsx'
import { Key } from '../../ui/key.tsx'
import { menuStyles } from '../../ui/menu.tsx'
import styles from './project-menu.module.css'

interface ProjectMenuProps {
  readonly project: ProjectSummary
  readonly onAddComments: () => void
  readonly onAddFolder: () => void
  readonly onImports: () => void
  readonly onRules: () => void
  readonly onCloseProject: () => void
}

export function ProjectMenu({ project, ...does }: ProjectMenuProps): ReactNode {
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)
  const choose = (run: () => void) => () => {
    menu.current?.hidePopover()
    run()
  }
  return (
    <div className={styles.project}>
      <button
        type="button"
        className={styles.name}
        popoverTarget={id}
        aria-label={en.frame.project(project.name)}
        title={project.name}
      >
        <bdi className="one-line">{project.name}</bdi>
        <Icon name="down" size={14} />
      </button>
      <div id={id} ref={menu} popover="auto" className={`panel ${menuStyles.menu} ${styles.menu}`}>
        <button
          type="button"
          aria-keyshortcuts={ariaKeys(shortcuts.chooseFile)}
          onClick={choose(does.onAddComments)}
        >
          {en.frame.addComments} <Key>{shownKey(shortcuts.chooseFile.keys[0])}</Key>
        </button>
        <button type="button" onClick={choose(does.onAddFolder)}>
          {en.frame.addFolder}
        </button>
        <button type="button" onClick={choose(does.onImports)}>
          {en.frame.imports}
        </button>
        <button type="button" onClick={choose(does.onRules)}>
          {en.judging.rules.open}
        </button>
        <hr />
        <button type="button" onClick={choose(does.onCloseProject)}>
          {en.frame.close}
        </button>
        <p className="meta">{en.frame.keptIn(project.folder)}</p>
      </div>
    </div>
  )
}

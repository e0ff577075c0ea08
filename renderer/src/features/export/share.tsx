/** The section Share: a list of its pages on the left, and the page. */
import type { ReactNode } from 'react'
import type { ProjectSummary } from '../../../../core/contract/answers.ts'
import { en } from '../../copy/en.ts'
import { type Shortcut, shortcuts, shownKey } from '../../keyboard/shortcuts.ts'
import { Disclose } from './disclose.tsx'
import { Export } from './export.tsx'
import styles from './share.module.css'

/** In the order of the list. */
const pages = ['export', 'disclose'] as const
export type SharePage = (typeof pages)[number]

const nameOf: Readonly<Record<SharePage, string>> = {
  export: en.disclosure.export,
  disclose: en.disclosure.title,
}
const keysOf: Readonly<Record<SharePage, Shortcut>> = {
  export: shortcuts.goShare,
  disclose: shortcuts.goDisclose,
}

interface ShareProps {
  readonly project: ProjectSummary
  readonly page: SharePage
  readonly onPage: (page: SharePage) => void
  readonly onNote: (words: string) => void
}

export function Share({ project, page, onPage, onNote }: ShareProps): ReactNode {
  return (
    <div className={styles.section}>
      <nav className={styles.pages} aria-label={en.disclosure.pages}>
        <ul>
          {pages.map((one) => (
            <li key={one}>
              <button
                type="button"
                aria-current={one === page ? 'page' : undefined}
                title={shownKey(keysOf[one].keys[0] ?? '')}
                onClick={() => onPage(one)}
              >
                {nameOf[one]}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      {page === 'export' && <Export project={project} onNote={onNote} />}
      {page === 'disclose' && <Disclose project={project} onNote={onNote} />}
    </div>
  )
}

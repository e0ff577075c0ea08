/** The section Measure: a list of its pages on the left, and the page. */
import type { ReactNode } from 'react'
import type { ProjectSummary } from '../../../../core/contract/answers.ts'
import { en } from '../../copy/en.ts'
import { type Shortcut, shortcuts, shownKey } from '../../keyboard/shortcuts.ts'
import { Pages } from '../../ui/pages.tsx'
import { BiasPage } from './bias/bias-page.tsx'
import styles from './measure.module.css'
import { ModelPage } from './model-page.tsx'
import { ProgressPage } from './progress/progress-page.tsx'
import { RecordPage } from './record/record-page.tsx'

/** In the order of the list. */
const pages = ['progress', 'model', 'bias', 'record'] as const
export type MeasurePage = (typeof pages)[number]

const nameOf = {
  progress: en.progress.title,
  model: en.model.title,
  record: en.record.title,
  bias: en.bias.title,
} as const satisfies Record<MeasurePage, string>
const keysOf = {
  progress: shortcuts.goProgress,
  model: shortcuts.goMeasure,
  record: shortcuts.goRecord,
  bias: shortcuts.goBias,
} as const satisfies Record<MeasurePage, Shortcut>

interface MeasureProps {
  readonly project: ProjectSummary
  readonly page: MeasurePage
  readonly onPage: (page: MeasurePage) => void
  /** Opens the desk at a comment; null for the first undecided one of a search. */
  readonly onDesk: (opening: number | null, search?: string) => void
}

export function Measure({ project, page, onPage, onDesk }: MeasureProps): ReactNode {
  const open = (one: MeasurePage) => {
    if (one === page) document.querySelector('main')?.focus()
    else onPage(one)
  }
  return (
    <Pages
      label={en.model.pages}
      links={pages.map((one) => ({ page: one, name: nameOf[one], tip: shownKey(keysOf[one].keys[0]) }))}
      current={page}
      onOpen={open}
      className={styles.section}
    >
      {page === 'progress' && <ProgressPage project={project} onDesk={onDesk} />}
      {page === 'record' && <RecordPage project={project} onDesk={onDesk} />}
      {page === 'bias' && <BiasPage project={project} onDesk={onDesk} />}
      {page === 'model' && <ModelPage project={project} onDesk={onDesk} />}
    </Pages>
  )
}

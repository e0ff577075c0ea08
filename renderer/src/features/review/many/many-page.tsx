/** Many at once: a band of scores, ten of it read first, then all of it with one label. */
import { type ReactNode, useEffect } from 'react'
import type { ProjectSummary, Settings } from '../../../../../core/contract/answers.ts'
import { harmfulLabel, type Label, teachingLabels } from '../../../../../core/labels.ts'
import { en } from '../../../copy/en.ts'
import { isolated } from '../../../copy/format.ts'
import { labelWord, wordOf } from '../../../copy/names.ts'
import { labelShortcuts } from '../../../keyboard/label-shortcuts.ts'
import { shortcuts } from '../../../keyboard/shortcuts.ts'
import { useShortcuts } from '../../../keyboard/use-shortcuts.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Button } from '../../../ui/button.tsx'
import { PageMessage } from '../../../ui/page-message.tsx'
import { Select } from '../../../ui/select.tsx'
import styles from './bulk.module.css'
import { Histogram, ScoreTable } from './histogram.tsx'
import { sayingsOf } from './sayings.ts'
import { TakeBand } from './take-band.tsx'
import { Ten } from './ten.tsx'
import { type ManyPage as Page, scoredLabel, useMany } from './use-many.ts'

interface ManyPageProps {
  readonly project: ProjectSummary
  readonly settings: Settings
  readonly onDesk: () => void
}

export function ManyPage({ project, settings, onDesk }: ManyPageProps): ReactNode {
  const { labels } = project.codebook
  const page = useMany(project, settings)
  const { histogram } = page
  const sayings = sayingsOf(page, labels)
  useManyKeys(page, project, sayings)
  useKeptFocus()
  const label = scoredLabel(labels, page.state.scored)
  const scored = histogram ? histogram.bins.reduce((sum, bin) => sum + bin, 0) : 0
  if (histogram !== null && (!histogram.hasScores || scored === 0)) {
    return <NothingToTake {...{ page, histogram, labels, onDesk }} />
  }
  return (
    <main className={styles.page} tabIndex={-1}>
      <div className={styles.main}>
        <Head page={page} project={project} comments={scored} />
        {histogram && <Chart page={page} project={project} />}
        {histogram && page.state.draw?.undecided === 0 ? (
          <p className={`muted ${styles.waiting}`}>{en.many.empty}</p>
        ) : (
          <Ten page={page} sayings={sayings} />
        )}
        {histogram && label && <ScoreTable bins={histogram.bins} scored={label} />}
      </div>
      <TakeBand page={page} labels={labels} />
    </main>
  )
}

interface PartProps {
  readonly page: Page
  readonly project: ProjectSummary
}

function Head({ page, project, comments }: PartProps & { readonly comments: number }): ReactNode {
  const { state, dispatch, histogram } = page
  const { codebook } = project
  const label = scoredLabel(codebook.labels, state.scored)
  const isOwn = harmfulLabel(codebook) === null
  return (
    <header className={styles.head}>
      <div>
        <h1 className="title">{en.many.title}</h1>
        <p className="muted">{label && en.many.lede(labelWord(label))}</p>
        <p className="meta">
          {en.many.blind}
          {histogram?.isScoring && ` ${en.many.scoring}`}
          {histogram !== null && histogram.unscored > 0 && ` ${en.many.unscored(histogram.unscored)}`}
        </p>
      </div>
      <div className={styles.side}>
        {histogram && (
          <span className="muted number">{en.many.undecided(comments + histogram.unscored)}</span>
        )}
        {isOwn && label && (
          <Select
            label={en.many.scoreOf}
            value={label.id}
            choices={teachingLabels(codebook).map(({ id, name }) => ({ value: id, words: isolated(name) }))}
            onChange={(scored) => dispatch({ type: 'scored', label: scored })}
          />
        )}
      </div>
    </header>
  )
}

function Chart({ page, project }: PartProps): ReactNode {
  const { state, histogram, inBand, target, dispatch } = page
  const scored = scoredLabel(project.codebook.labels, state.scored)
  if (histogram === null || scored === null) return null
  return (
    <Histogram
      bins={histogram.bins}
      likelyFrom={histogram.likelyFrom}
      band={state.band}
      onBand={(band) => page.busy === null && dispatch({ type: 'band', band })}
      {...{ scored, target, inBand }}
    />
  )
}

interface NothingProps {
  readonly histogram: NonNullable<Page['histogram']>
  readonly page: Page
  readonly labels: readonly Label[]
  readonly onDesk: () => void
}

/** Never lost, when what had it has gone: a button that did its work, or a page that became another. */
function useKeptFocus(): void {
  useEffect(() => {
    if (document.activeElement === document.body) document.querySelector('main')?.focus()
  })
}

/** No scores, none of them yet, or nobody left to decide on. */
function NothingToTake({ page, histogram, labels, onDesk }: NothingProps): ReactNode {
  const { hasScores, isScoring, unscored } = histogram
  const isWaiting = hasScores && (isScoring || unscored > 0)
  const title = !hasScores ? en.many.noScores : isWaiting ? en.many.title : en.many.none
  const lede = !hasScores ? en.many.noScoresLede : isWaiting ? en.many.scoring : en.many.noneLede
  const { outcome } = page.state
  const marked =
    outcome?.kind === 'marked' ? en.many.marked(outcome.count, wordOf(outcome.label, labels)) : null
  return (
    <main className={styles.plain} tabIndex={-1}>
      <PageMessage
        title={title}
        lede={marked === null ? lede : `${marked} ${lede}`}
        actions={
          <>
            <Button kind="primary" size="big" onClick={onDesk}>
              {en.many.toDesk}
            </Button>
            {marked !== null && (
              <Button size="big" icon="undo" onClick={page.undo} isIdle={page.busy !== null}>
                {en.many.undo}
              </Button>
            )}
          </>
        }
      />
    </main>
  )
}

function useManyKeys(page: Page, { codebook }: ProjectSummary, sayings: ReturnType<typeof sayingsOf>): void {
  const { state, dispatch } = page
  const announce = useAnnounce()
  const harmful = harmfulLabel(codebook)
  const byLabel = labelShortcuts(codebook.labels)
  // The label's own key says the same as "fits"; those of labels that no band may get say why.
  const fitting = byLabel.filter(({ label }) => label.id === state.target)
  const never = byLabel.filter(({ label }) => label.id === harmful?.id)
  useShortcuts([
    ...sayings.map(({ shortcut, run }) => ({ shortcut, run })),
    ...fitting.map((shortcut) => ({ shortcut, run: () => page.judge(state.target) })),
    ...never.map((shortcut) => ({
      shortcut,
      run: () => announce(`${en.many.never(shortcut.label.name)}. ${en.many.neverWhy}`),
    })),
    { shortcut: shortcuts.nextOfTen, run: () => dispatch({ type: 'at', at: state.at + 1 }) },
    { shortcut: shortcuts.previousOfTen, run: () => dispatch({ type: 'at', at: state.at - 1 }) },
    { shortcut: shortcuts.undo, run: page.undo },
  ])
}

/** The most useful thing to do next, as a banner with its one button. */
import type { ReactNode } from 'react'
import type { ModelReport } from '../../../../core/contract/model-report.ts'
import type { Order } from '../../../../core/contract/requests.ts'
import { type Label, teachingLabels } from '../../../../core/labels.ts'
import { assertNever } from '../../../../core/result.ts'
import { useCommand } from '../../client/use-command.ts'
import { en } from '../../copy/en.ts'
import { wordOf } from '../../copy/names.ts'
import { KeyButton } from '../../keyboard/key-button.tsx'
import { shortcuts } from '../../keyboard/shortcuts.ts'
import { useShortcuts } from '../../keyboard/use-shortcuts.tsx'
import styles from './measure.module.css'

interface NextStepProps {
  readonly report: ModelReport
  readonly labels: readonly Label[]
  /** Opens the desk with the order that was set. */
  readonly onDesk: () => void
  readonly onLookAgain: () => void
}

export function NextStepBanner({ report, labels, onDesk, onLookAgain }: NextStepProps): ReactNode {
  const settings = useCommand('settings.update')
  const step = stepOf(report, labels)
  const { act } = step
  const run = async () => {
    if (act === null) return
    if (act === 'look-again') onLookAgain()
    // The desk opens its queue at once, so the order has to be there before it.
    else if ((await settings.run({ order: act })).ok) onDesk()
  }
  useShortcuts([{ shortcut: shortcuts.nextStep, run }])
  return (
    <section className={styles.next} aria-labelledby="next-step">
      <div>
        <h2 id="next-step" className="strong">
          {step.title}
        </h2>
        <p className="muted">{step.lede}</p>
      </div>
      {act !== null && (
        <KeyButton kind="primary" onClick={run} isDisabled={settings.isBusy} shortcut={shortcuts.nextStep}>
          {step.go}
        </KeyButton>
      )}
    </section>
  )
}

interface Step {
  readonly title: string
  readonly lede: string
  readonly go: string
  /** The order to open the desk with, or a look at this page's list; null where there is nothing to press. */
  readonly act: Order | 'look-again' | null
}

const { model } = en
const words = model.next

function stepOf({ next, accusationLimit, threshold }: ModelReport, labels: readonly Label[]): Step {
  switch (next.kind) {
    case 'draw-more':
      if (threshold === null) {
        const title = model.own.drawMore(next.count)
        return { title, lede: words.drawMore.project, go: words.drawMore.go(next.count), act: 'random' }
      }
      return {
        title: words.drawMore.title(next.count, accusationLimit),
        lede: words.drawMore[threshold.from],
        go: words.drawMore.go(next.count),
        act: 'random',
      }
    case 'first-lesson': {
      // All of them are no news: there is no model at all.
      const isAll = next.missing.length === teachingLabels({ labels }).length
      const missing = isAll && threshold === null ? [] : next.missing.map((id) => wordOf(id, labels))
      // What teaches most is for a model to say; without one any comment is as good as another.
      const { title, lede, go } = threshold === null ? model.own.firstLesson : words.firstLesson
      return { title, lede: lede(missing), go, act: threshold === null ? 'random' : 'teach' }
    }
    case 'look-again': {
      const { title, lede, go } = words.lookAgain
      return { title: title(next.count), lede, go: go(next.count), act: 'look-again' }
    }
    case 'nothing':
      return {
        title: words.nothing.title,
        lede: threshold === null ? model.own.nothing : words.nothing.lede(accusationLimit),
        go: '',
        act: null,
      }
    default:
      return assertNever(next)
  }
}

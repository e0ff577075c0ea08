/** A question with its plot, the same as a table, and both to be saved. */
import { type ReactNode, useRef } from 'react'
import type { ExportValue } from '../../../../../core/exporters/columns.ts'
import { en } from '../../../copy/en.ts'
import { Button } from '../../../ui/button.tsx'
import { AsTable } from '../../../ui/numbers.tsx'
import { Plot } from '../../../ui/plot.tsx'
import { Question } from '../question.tsx'
import styles from './progress.module.css'
import { type FigureForm, useSaveFigure } from './use-save-figure.ts'

interface FigureProps {
  readonly title: string
  readonly lede: string
  readonly fileName: string
  /** In pixels. */
  readonly height: number
  readonly draw: (width: number) => ReactNode
  /** As numbers, for a spreadsheet; names of the columns first. */
  readonly data: readonly (readonly ExportValue[])[]
  /** As a person reads them, on request. */
  readonly table?: ReactNode
  /** Says in the saved plot what the page says beside it. */
  readonly savedLede?: string
  readonly children?: ReactNode
}

const forms = ['png', 'svg', 'csv'] as const satisfies readonly FigureForm[]
const { save: words } = en.progress

/** A share as a spreadsheet may have it: as exact as anybody can use. */
export const exact = (share: number): number => Number(share.toFixed(6))

export function Figure(props: FigureProps): ReactNode {
  const { title, lede, height, draw, data, table, fileName, children } = props
  const around = useRef<HTMLDivElement>(null)
  const savable = { title, lede: props.savedLede ?? lede, fileName, table: data }
  const { isBusy, saved, save } = useSaveFigure(savable, around)
  return (
    <Question title={title} lede={lede}>
      <div ref={around}>
        <Plot label={`${title}. ${lede}`} height={height} draw={draw} />
      </div>
      {children}
      <div className={styles.foot}>
        {table && <AsTable>{table}</AsTable>}
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in. */}
        <div className={styles.save} role="group" aria-label={words.label(title)}>
          <span className="meta" aria-hidden="true">
            {words.group}
          </span>
          {forms.map((form) => (
            <Button
              key={form}
              kind="link"
              label={words.as(words[form], title)}
              onClick={() => save(form)}
              isIdle={isBusy}
            >
              {words[form]}
            </Button>
          ))}
        </div>
      </div>
      {saved !== null && <p className="meta">{words.saved(saved)}</p>}
    </Question>
  )
}

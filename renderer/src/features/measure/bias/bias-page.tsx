/** The Bias page: what is called troll, overturned or mistaken more often in some comments than in others. */
import { type ReactNode, useRef } from 'react'
import type { ProjectSummary } from '../../../../../core/contract/answers.ts'
import type { BiasReport } from '../../../../../core/contract/bias-report.ts'
import { useQuery } from '../../../client/use-query.ts'
import { en } from '../../../copy/en.ts'
import { Button } from '../../../ui/button.tsx'
import { Awaited, Lede, Page } from '../page.tsx'
import { useSaveFigure } from '../progress/use-save-figure.ts'
import styles from './bias.module.css'
import { dataOf, findingsOf } from './findings.ts'
import { Groups } from './groups.tsx'

const words = en.bias

interface BiasPageProps {
  readonly project: ProjectSummary
  readonly onDesk: (opening: number | null, search?: string) => void
}

export function BiasPage({ project, onDesk }: BiasPageProps): ReactNode {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const { value: report, hasFailed, again } = useQuery('bias.report', { timeZone })
  return (
    <Page
      title={report === null ? words.title : titleOf(report)}
      lede={report && ledeOf(report)}
      beside={report !== null && report.comparisons > 0 && <SaveAll report={report} project={project} />}
    >
      {report === null ? (
        <Awaited {...{ hasFailed, again, words }} />
      ) : (
        report.harmful !== null &&
        report.dimensions.length > 0 && (
          <>
            <div className={styles.caution}>
              <Lede>{words.lede.caution}</Lede>
            </div>
            <Groups report={report} harmful={report.harmful} onSearch={(search) => onDesk(null, search)} />
          </>
        )
      )}
    </Page>
  )
}

function titleOf(report: BiasReport): string {
  if (report.harmful === null) return words.noHarm
  if (report.comparisons === 0) return words.tooFew
  const [first] = findingsOf(report, 'clear')
  return first ? words.sentence(first) : words.nothing(report.groups)
}

function ledeOf(report: BiasReport): string {
  const { harmful, comparisons, fewest, groups } = report
  if (harmful === null) return words.lede.noHarm
  if (comparisons === 0) return words.lede.tooFew(fewest)
  const [clear, perhaps] = [findingsOf(report, 'clear').length, findingsOf(report, 'perhaps').length]
  return words.lede.counted(comparisons, groups, clear, perhaps)
}

interface SaveAllProps {
  readonly report: BiasReport
  readonly project: ProjectSummary
}

function SaveAll({ report }: SaveAllProps): ReactNode {
  const nothingDrawn = useRef<HTMLElement>(null)
  const { save, isBusy } = useSaveFigure(
    { title: words.title, lede: '', fileName: 'bias', table: dataOf(report.dimensions) },
    nothingDrawn,
  )
  return (
    <Button size="small" onClick={() => save('csv')} isIdle={isBusy}>
      {words.saveAll}
    </Button>
  )
}

/** What of the choice is no file of comments, each with the reason. */
import { type ReactNode, useState } from 'react'
import type { SurveyReport } from '../../../../core/contract/import-answers.ts'
import { en } from '../../copy/en.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TableHead } from '../../ui/table-head.tsx'
import styles from './passed-over.module.css'

interface PassedOverProps {
  readonly survey: SurveyReport
  /** The whole list at once, where there is nothing else to show. */
  readonly isOpen?: boolean
}

export function PassedOver({ survey, isOpen = false }: PassedOverProps): ReactNode {
  const [isShown, setShown] = useState(false)
  if (survey.passedOverCount === 0) return null
  if (isOpen) return <PassedTable survey={survey} />
  return (
    <div className={`meta ${styles.passed}`}>
      {en.import.passedOver(survey.passedOverCount)}{' '}
      <Button kind="link" onClick={() => setShown(true)} label={`${en.show}: ${en.import.passedTitle}`}>
        {en.show}
      </Button>
      {isShown && (
        <Dialog title={en.import.passedTitle} width="wide" onClose={() => setShown(false)}>
          <PassedTable survey={survey} />
        </Dialog>
      )}
    </div>
  )
}

function PassedTable({ survey }: { readonly survey: SurveyReport }): ReactNode {
  const { passedOver, passedOverCount } = survey
  return (
    <div className={styles.passedList}>
      <p className="muted">{en.import.passedLede(passedOver.length, passedOverCount)}</p>
      <table>
        <TableHead columns={[en.import.passedName, en.import.passedWhy]} />
        <tbody>
          {passedOver.map(({ name, why }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two sheets may have one name, and lines never move.
            <tr key={index}>
              <td>
                <bdi className="said">{name}</bdi>
              </td>
              <td>{why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

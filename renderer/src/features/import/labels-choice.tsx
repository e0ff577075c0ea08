/** Which labels a new project will have, and the way to others. */
import { type ReactNode, useReducer, useState } from 'react'
import type { CodebookDraft } from '../../../../core/contract/requests.ts'
import { standardCodebook, teachingLabels } from '../../../../core/labels.ts'
import { en } from '../../copy/en.ts'
import { isolated } from '../../copy/format.ts'
import { labelWord } from '../../copy/names.ts'
import { Button } from '../../ui/button.tsx'
import styles from './labels.module.css'
import { LabelsDialog } from './labels-dialog.tsx'
import { draftReducer, startDraft } from './labels-draft.ts'

interface LabelsChoiceProps {
  /** Null for our own. */
  readonly codebook: CodebookDraft | null
  readonly onChoose: (codebook: CodebookDraft | null) => void
}

const words = en.labels
const ours = teachingLabels(standardCodebook).map((label, at) => (at === 0 ? label.name : labelWord(label)))

export function LabelsChoice({ codebook, onChoose }: LabelsChoiceProps): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const [draft, dispatch] = useReducer(draftReducer, codebook, startDraft)
  const names = codebook === null ? ours : codebook.labels.map(({ name }) => isolated(name))
  const said = `${words.label} ${names.join(', ')}`
  return (
    <>
      <span className={styles.chosen} data-ours={codebook === null || undefined} title={said}>
        {said}
      </span>
      <Button kind="link" onClick={() => setOpen(true)}>
        {codebook === null ? words.other : words.change}
      </Button>
      {isOpen && (
        <LabelsDialog
          {...{ draft, dispatch, onChoose }}
          isChosen={codebook !== null}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

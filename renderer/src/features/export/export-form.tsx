/** Which comments, and as what. */
import { type ComponentProps, type ReactNode, useId } from 'react'
import type { Request } from '../../../../core/contract/requests.ts'
import { en } from '../../copy/en.ts'
import { choicesOf, Select } from '../../ui/select.tsx'
import styles from './export.module.css'

type Choice = Request<'exports.preview'>

interface ExportFormProps {
  readonly choice: Choice
  readonly decided: number
  readonly comments: number
  readonly isBusy: boolean
  readonly onChange: (choice: Choice) => void
}

export function ExportForm({ choice, decided, comments, isBusy, onChange }: ExportFormProps): ReactNode {
  const namesId = useId()
  return (
    <section className={styles.form}>
      <h1 className="title">{en.share.title}</h1>
      <dl>
        <Row
          label={en.share.comments}
          value={choice.scope}
          isDisabled={isBusy}
          choices={[
            { value: 'decided', words: en.share.scopeCount(en.share.scope.decided, decided) },
            { value: 'all', words: en.share.scopeCount(en.share.scope.all, comments) },
          ]}
          onChange={(scope) => onChange({ ...choice, scope })}
        />
        <Row
          label={en.share.form}
          value={choice.format}
          isDisabled={isBusy}
          choices={choicesOf(en.share.format)}
          onChange={(format) => onChange({ ...choice, format })}
        />
      </dl>
      <p className="muted">{en.share.formatHint[choice.format]}</p>
      <section className={styles.names} aria-labelledby={namesId}>
        <h2 id={namesId} className="strong">
          {en.share.names}
        </h2>
        <p className="muted">{en.share.namesLede}</p>
      </section>
    </section>
  )
}

function Row<T extends string>(props: ComponentProps<typeof Select<T>>): ReactNode {
  return (
    <>
      <dt>{props.label}</dt>
      <dd>
        <Select fills {...props} />
      </dd>
    </>
  )
}

/** In a work package: how it goes back to whoever made it. */
import type { ReactNode } from 'react'
import type { PackageSummary } from '../../../../core/contract/package-answers.ts'
import { useQuery } from '../../client/use-query.ts'
import { en } from '../../copy/en.ts'
import { Meter } from '../../ui/progress.tsx'
import styles from './packages.module.css'
import share from './share.module.css'

interface GiveBackProps {
  readonly folder: string
  readonly package: PackageSummary
}

export function GiveBack({ folder, package: of }: GiveBackProps): ReactNode {
  const { forCoder, file, comments } = of
  const decided = useQuery('packages.progress', {}).value?.decided ?? 0
  const { back } = en.packages
  return (
    <main className={share.page} tabIndex={-1}>
      <div className={share.inside}>
        <h1 className="title">{back.title(forCoder)}</h1>
        <p className="muted">{back.lede(decided, comments)}</p>
        <p className={styles.meter}>
          <Meter label={back.lede(decided, comments)} done={decided} total={comments} />
        </p>
        <ol className={styles.steps}>
          {back.how.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <dl className={styles.place}>
          <dt className="muted">{back.file}</dt>
          <dd>
            <bdi className="strong">{file}</bdi>
          </dd>
          <dt className="muted">{back.folder}</dt>
          <dd>
            <bdi>{folder}</bdi>
          </dd>
        </dl>
      </div>
    </main>
  )
}

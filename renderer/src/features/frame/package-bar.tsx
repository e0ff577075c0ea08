/** Says, under the top bar, that the project is a work package, for whom, and how to give it back. */
import type { ReactNode } from 'react'
import type { PackageSummary } from '../../../../core/contract/package-answers.ts'
import { en } from '../../copy/en.ts'
import { Button } from '../../ui/button.tsx'
import styles from './reader-bar.module.css'

interface PackageBarProps {
  readonly package: PackageSummary
  readonly onGiveBack: () => void
}

export function PackageBar({ package: of, onGiveBack }: PackageBarProps): ReactNode {
  return (
    <section className={styles.bar} aria-label={en.packages.barLabel}>
      <p>{en.packages.bar(of.forCoder, of.comments)}</p>
      <Button kind="link" onClick={onGiveBack}>
        {en.packages.back.link}
      </Button>
    </section>
  )
}

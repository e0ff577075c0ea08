/** That there is no model of these labels yet, and how many decisions it takes. */
import type { ReactNode } from 'react'
import { type Codebook, hasStarter, teachingLabels } from '../../../../core/labels.ts'
import { useQuery } from '../../client/use-query.ts'
import { en } from '../../copy/en.ts'
import styles from './model-view.module.css'

/** A model of labels that are not ours begins with so many decisions. */
const firstLesson = 20

interface Project {
  readonly codebook: Codebook
  readonly model: { readonly decisions: number }
}

/** True until a model of labels that are not ours has learned for the first time; ours begin with the starter. */
export function isBeforeModel({ codebook, model }: Project): boolean {
  return !hasStarter(codebook) && model.decisions === 0
}

export function NoModel({ codebook }: Pick<Project, 'codebook'>): ReactNode {
  const stats = useQuery('project.stats', {}).value
  const counts = stats === null ? null : teachingLabels(codebook).map(({ id }) => stats.byLabel[id] ?? 0)
  return (
    <section className={styles.model}>
      <h2>{en.review.model}</h2>
      <p>{en.review.noModel}</p>
      {counts && <p className="meta">{whatIsMissing(counts)}</p>}
    </section>
  )
}

/** @param counts decisions by label, of the labels that teach */
export function whatIsMissing(counts: readonly number[]): string {
  const decisions = counts.reduce((sum, one) => sum + one, 0)
  if (decisions < firstLesson) return en.review.toFirst(firstLesson - decisions)
  return counts.filter((one) => one > 0).length < 2 ? en.review.needsTwo : en.review.soon
}

/** The codebook's own wording beside the buttons, with its examples: it beats ours. */
import type { ReactNode } from 'react'
import { type Codebook, type Example, harmfulLabel, type Label } from '../../../../core/labels.ts'
import { en } from '../../copy/en.ts'
import { isolated } from '../../copy/format.ts'
import { labelWord } from '../../copy/names.ts'
import styles from './rules.module.css'

interface RulesProps {
  readonly codebook: Codebook
  readonly shown: readonly Label[]
}

export function Rules({ codebook, shown }: RulesProps): ReactNode {
  const { notGrounds, name, version } = codebook
  const harmful = harmfulLabel(codebook)
  return (
    <section className={styles.rules}>
      {shown
        .filter(({ definition }) => definition !== '')
        .map((label) => (
          <div key={label.id}>
            <p>
              <b>
                <bdi>{label.name}</bdi>
              </b>{' '}
              <bdi>{label.definition}</bdi>
            </p>
            <Examples examples={label.examples} />
          </div>
        ))}
      {harmful && (
        <p>
          <b>{en.review.notGrounds(labelWord(harmful))}</b> {notGrounds}
        </p>
      )}
      <p>{en.review.codebook(isolated(name), version)}</p>
    </section>
  )
}

/** One in sight, the others one press away. */
function Examples({ examples }: { readonly examples: readonly Example[] }): ReactNode {
  const [first, ...others] = examples
  if (first === undefined) return null
  return (
    <>
      <Said example={first} />
      {others.length > 0 && (
        <details className={styles.more}>
          <summary>{en.deciding.examples(others.length)}</summary>
          {others.map((example) => (
            <Said key={example.text} example={example} />
          ))}
        </details>
      )}
    </>
  )
}

function Said({ example: { text, shows } }: { readonly example: Example }): ReactNode {
  return (
    <p className={styles.example}>
      <span className="only-heard">{en.deciding.example} </span>
      <q dir="auto">{text}</q> {shows !== '' && <bdi>{shows}</bdi>}
    </p>
  )
}

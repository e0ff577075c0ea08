/** What the model thinks of a comment: words first, then shares of 100, then the words that pushed each way. */
import type { ReactNode } from 'react'
import type { CommentView } from '../../../../core/contract/answers.ts'
import type { Order } from '../../../../core/contract/requests.ts'
import type { Label } from '../../../../core/labels.ts'
import { en } from '../../copy/en.ts'
import { bandNames } from '../../copy/names.ts'
import { Icon } from '../../ui/icon.tsx'
import { Mark } from '../../ui/label-mark.tsx'
import { PushKey } from '../../ui/said.tsx'
import styles from './decide.module.css'
import { bandShape, sharesOf100, wordsTowards } from './suggestion.ts'

interface ModelViewProps {
  readonly comment: CommentView
  readonly labels: readonly Label[]
  /** How many decisions the model has learned from; 0 for the starter. */
  readonly decisions: number
}

export function ModelView({ comment, labels, decisions }: ModelViewProps): ReactNode {
  const { suggestion } = comment
  const nameOf = (band: string) => labels.find((label) => label.tone === band)?.name ?? band
  return (
    <section className={styles.model}>
      <h2>
        <span>{en.review.model}</span>
        <span>{decisions === 0 ? en.review.starter : en.review.learned(decisions)}</span>
      </h2>
      {suggestion === null ? (
        <p className="meta">{en.review.noView}</p>
      ) : (
        <>
          <p className={styles.lean}>
            <Mark shape={bandShape(suggestion.band)} tone={suggestion.band} isHollow />
            {bandNames[suggestion.band]}
            <span>{en.review.alike}</span>
          </p>
          <ul className={styles.bars}>
            {sharesOf100(suggestion).map(({ band, of100 }) => (
              <li key={band} aria-label={en.review.alikeBar(nameOf(band), of100)}>
                <span>{nameOf(band)}</span>
                <i className={band}>
                  <b style={{ inlineSize: `${of100}%` }} />
                </i>
                <span>{of100}</span>
              </li>
            ))}
          </ul>
          <Words comment={comment} />
        </>
      )}
    </section>
  )
}

function Words({ comment }: { readonly comment: CommentView }): ReactNode {
  const { suggestion, text } = comment
  const pushed = (['critic', 'troll'] as const).map((towards) => ({
    towards,
    words: wordsTowards(text, suggestion?.evidence ?? [], towards),
  }))
  const hasWords = pushed.some((one) => one.words.length > 0)
  return (
    <>
      {suggestion?.band === 'unsure' && <p className="meta">{en.review.unsureView}</p>}
      {!hasWords && suggestion?.band !== 'unsure' && <p className="meta">{en.review.noWords}</p>}
      {hasWords && (
        <dl className={styles.words} aria-label={en.review.towards}>
          {pushed
            .filter((one) => one.words.length > 0)
            .map(({ towards, words }) => (
              <div key={towards}>
                <dt>
                  <PushKey towards={towards}>{towards}</PushKey>
                </dt>
                <dd className="said" dir="auto">
                  {words.join(', ')}
                </dd>
              </div>
            ))}
        </dl>
      )}
    </>
  )
}

/** In Code mode: that there is something, and why it is not shown. */
export function HiddenView({ order }: { readonly order: Order }): ReactNode {
  const isModelsOrder = order === 'unsure-first' || order === 'troll-first'
  return (
    <section className={styles.hidden}>
      <p className="row">
        <Icon name="hidden" />
        {en.review.hidden}
      </p>
      <p>{en.review.hiddenWhy}</p>
      {isModelsOrder && <p>{en.review.orderHint}</p>}
    </section>
  )
}

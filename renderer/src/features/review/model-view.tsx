/** What the model thinks of a comment: words first, then why, then shares of 100. Or why none of it is shown. */
import type { ReactNode } from 'react'
import type { Order } from '../../../../core/contract/requests.ts'
import type { Label } from '../../../../core/labels.ts'
import type { Suggestion } from '../../../../core/records.ts'
import { en } from '../../copy/en.ts'
import { bandNames } from '../../copy/names.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { bandShape, Mark } from '../../ui/label-mark.tsx'
import { PushKey } from '../../ui/said.tsx'
import styles from './decide.module.css'
import { type Hidden, sharesOf100 } from './suggestion.ts'
import { modelsOrders } from './use-queue.ts'
import { whySentence } from './why.ts'

interface ModelViewProps {
  readonly text: string
  readonly suggestion: Suggestion | null
  readonly labels: readonly Label[]
  /** How many decisions the model has learned from; 0 for the starter. */
  readonly decisions: number
}

export function ModelView({ text, suggestion, labels, decisions }: ModelViewProps): ReactNode {
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
          </p>
          <Why text={text} suggestion={suggestion} />
          <p className={styles.alike}>{en.review.alike}</p>
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
          <LineKey evidence={suggestion.evidence} />
        </>
      )}
    </section>
  )
}

/** The sentence; what it quotes is somebody's text, in its own direction. */
function Why({ text, suggestion }: { readonly text: string; readonly suggestion: Suggestion }): ReactNode {
  return (
    <p className={styles.because} data-why>
      {whySentence(text, suggestion).map(({ words, towards }, at) =>
        towards === null ? (
          words
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence have no other name and never move.
          <PushKey key={at} towards={towards}>
            <bdi>{words}</bdi>
          </PushKey>
        ),
      )}
    </p>
  )
}

/** What the lines under the comment's words mean. */
function LineKey({ evidence }: Pick<Suggestion, 'evidence'>): ReactNode {
  const ways = (['critic', 'troll'] as const).filter((way) => evidence.some((one) => one.towards === way))
  if (ways.length === 0) return null
  return (
    <p className={styles.lines}>
      {en.review.underlined}
      {ways.map((way) => (
        <PushKey key={way} towards={way}>
          {en.review.towards[way]}
        </PushKey>
      ))}
    </p>
  )
}

interface HiddenViewProps {
  readonly because: Hidden
  readonly order: Order
  readonly onModel: () => void
}

/** That there is something, and why it is not shown. */
export function HiddenView({ because, order, onModel }: HiddenViewProps): ReactNode {
  return (
    <section className={styles.hidden} data-hidden={because}>
      <p className="row">
        <Icon name="hidden" />
        <span>{en.hidden[because]}</span>
      </p>
      <p>{en.hidden.why[because]}</p>
      {because === 'code' && modelsOrders.includes(order) && (
        <p>{order === 'teach' ? en.hidden.teachOrder : en.hidden.modelsOrder}</p>
      )}
      {because === 'off' && (
        <p>
          <Button kind="link" onClick={onModel}>
            {en.hidden.toModel}
          </Button>
        </p>
      )}
    </section>
  )
}

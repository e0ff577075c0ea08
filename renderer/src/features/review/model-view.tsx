/** What the model thinks of a comment: words first, then why, then shares of 100. Or why none of it is shown. */
import type { ReactNode } from 'react'
import type { Order } from '../../../../core/contract/requests.ts'
import { type Codebook, hasStarter, type Label, type Tone } from '../../../../core/labels.ts'
import type { Suggestion } from '../../../../core/records.ts'
import { en } from '../../copy/en.ts'
import { labelWord } from '../../copy/names.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Mark } from '../../ui/label-mark.tsx'
import { PushKey } from '../../ui/said.tsx'
import { BandWords } from './band-words.tsx'
import styles from './model-view.module.css'
import { bandLook, type Hidden, lineOf, sharesOf100, waysOf } from './suggestion.ts'
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
            <Mark look={bandLook(suggestion.band, labels)} fill="none" />
            <BandWords band={suggestion.band} labels={labels} />
          </p>
          <Why text={text} suggestion={suggestion} labels={labels} />
          <p className={styles.alike}>{en.review.alike}</p>
          <Bars suggestion={suggestion} labels={labels} />
          <LineKey suggestion={suggestion} labels={labels} />
        </>
      )}
    </section>
  )
}

interface PartProps {
  readonly suggestion: Suggestion
  readonly labels: readonly Label[]
}

/** More labels than this are shown as the likeliest few and the others together. */
const mostBars = 5

function Bars({ suggestion, labels }: PartProps): ReactNode {
  const all = sharesOf100(suggestion.shares)
  const shown = all.length > mostBars ? all.slice(0, mostBars - 1) : all
  const others = all.slice(shown.length).reduce((sum, { of100 }) => sum + of100, 0)
  return (
    <ul className={styles.bars} data-own={labels.some(({ tone }) => tone === 'own') || undefined}>
      {shown.map(({ band, of100 }) => {
        const label = labels.find(({ id }) => id === band)
        return <Bar key={band} name={label?.name ?? band} tone={label?.tone} of100={of100} />
      })}
      {shown.length < all.length && (
        <Bar name={en.review.others(all.length - shown.length)} tone={undefined} of100={others} />
      )}
    </ul>
  )
}

interface BarProps {
  readonly name: string
  readonly tone: Tone | undefined
  readonly of100: number
}

function Bar({ name, tone, of100 }: BarProps): ReactNode {
  return (
    <li aria-label={en.review.alikeBar(name, of100)}>
      <bdi title={name}>{name}</bdi>
      <i className={tone}>
        <b style={{ inlineSize: `${of100}%` }} />
      </i>
      <span>{of100}</span>
    </li>
  )
}

/** The sentence; what it quotes is somebody's text, in its own direction. */
function Why({ text, suggestion, labels }: PartProps & { readonly text: string }): ReactNode {
  return (
    <p className={styles.because} data-why>
      {whySentence(text, suggestion, labels).map(({ words, towards }, at) =>
        towards === null ? (
          words
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence have no other name and never move.
          <PushKey key={at} towards={towards} line={lineOf(towards, suggestion.shares, labels)}>
            <bdi>{words}</bdi>
          </PushKey>
        ),
      )}
    </p>
  )
}

/** What the lines under the comment's words mean. */
function LineKey({ suggestion, labels }: PartProps): ReactNode {
  const ways = waysOf(suggestion, labels)
  if (ways.length === 0) return null
  return (
    <p className={styles.lines}>
      {en.review.underlined}
      {ways.map((label) => (
        <PushKey key={label.id} towards={label.id} line={lineOf(label.id, suggestion.shares, labels)}>
          {en.review.towards(labelWord(label))}
        </PushKey>
      ))}
    </p>
  )
}

interface HiddenViewProps {
  readonly because: Hidden
  readonly order: Order
  readonly codebook: Codebook
  readonly onModel: () => void
}

/** That there is something, and why it is not shown. */
export function HiddenView({ because, order, codebook, onModel }: HiddenViewProps): ReactNode {
  const teach = hasStarter(codebook) ? en.hidden.teachOrder : en.hidden.ownTeachOrder
  return (
    <section className={styles.hidden} data-hidden={because}>
      <p className="row">
        <Icon name="hidden" />
        <span>{en.hidden[because]}</span>
      </p>
      <p>{en.hidden.why[because]}</p>
      {(because === 'code' || because === 'teach') && modelsOrders.includes(order) && (
        <p>{order === 'teach' ? teach : en.hidden.modelsOrder}</p>
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

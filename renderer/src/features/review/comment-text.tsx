/** The comment to decide, whole: the model's underlines, the passage, addresses and hidden characters in its text. */
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import type { CommentView } from '../../../../core/contract/answers.ts'
import type { Judgement } from '../../../../core/contract/judging-answers.ts'
import type { Label } from '../../../../core/labels.ts'
import { hitsIn } from '../../../../core/queue/hits.ts'
import type { Passage } from '../../../../core/records.ts'
import { type Address, addressesIn } from '../../../../core/text/addresses.ts'
import { type HiddenMark, hiddenIn } from '../../../../core/text/hidden.ts'
import { en } from '../../copy/en.ts'
import { ariaKeys, shortcuts, shownKey } from '../../keyboard/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { Key } from '../../ui/key.tsx'
import { Said, SideKey } from '../../ui/said.tsx'
import { AddressBox } from './address-box.tsx'
import styles from './comment-text.module.css'
import { foldPoint } from './long-text.ts'
import { passagesOf } from './suggestion.ts'
import { heard, useChoosing } from './use-choosing.ts'
import type { Desk } from './use-desk.ts'

interface CommentTextProps {
  readonly desk: Desk
  readonly comment: CommentView
  readonly labels: readonly Label[]
  /** Where it is disputed: what each person decided and marked. */
  readonly judgements?: readonly Judgement[]
}

const words = en.reading

export function CommentText({ desk, comment, labels, judgements = nobody }: CommentTextProps): ReactNode {
  const { commentId, text } = comment
  const { state, passage, suggestion } = desk
  const place = useRef<HTMLDivElement>(null)
  const fold = useMemo(() => foldPoint(text), [text])
  const [isWhole, setWhole] = useState(false)
  // What was marked is always there to be seen.
  const isFolded = fold !== null && !isWhole && (passage === null || passage.end <= fold)
  const shown = isFolded ? text.slice(0, fold) : text
  const sides = useMemo(
    () => judgements.flatMap((one, side) => (isMarked(one) ? [{ ...one.passage, side }] : [])),
    [judgements],
  )
  const hidden = useMemo(() => hiddenIn(text), [text])
  const found = useMemo(() => hitsIn(text, desk.query), [text, desk.query])
  const addresses = useMemo(() => addressesIn(text), [text])
  const { chosen, onKeyDown } = useChoosing({ desk, commentId, text: shown, place })
  const [asked, setAsked] = useState<{ readonly address: Address; readonly at: HTMLElement } | null>(null)
  const ask = useCallback((address: Address, at: HTMLElement) => setAsked({ address, at }), [])
  return (
    <div className={styles.text}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it has a role while it takes keys. */}
      <div
        ref={place}
        className={styles.place}
        {...(state.isChoosing ? choosing : {})}
        tabIndex={-1}
        data-choosing={state.isChoosing || undefined}
        onKeyDown={onKeyDown}
      >
        <Said
          text={shown}
          passages={passagesOf(suggestion, labels)}
          // What others marked is looked at, and one's own is outlined beside it.
          marked={desk.isSettling ? null : passage}
          sides={sides}
          chosen={chosen ?? (desk.isSettling ? passage : null)}
          found={found}
          hidden={state.showsHidden ? hidden : none}
          addresses={addresses}
          onAddress={ask}
        />
      </div>
      {fold !== null && (
        <p className={styles.fold} data-folded={isFolded || undefined}>
          <Button kind="link" onClick={() => setWhole(isFolded)}>
            {isFolded ? words.long(text.length) : words.longShort}
          </Button>
        </p>
      )}
      {state.isChoosing && <p className={styles.note}>{words.passageKeys}</p>}
      {sides.length > 0 && <SideKeys judgements={judgements} />}
      {passage && !state.isChoosing && <PassageNote desk={desk} comment={comment} />}
      {hidden.length > 0 && <HiddenNote desk={desk} hidden={hidden} />}
      {asked && <AddressBox {...asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

function SideKeys({ judgements }: { readonly judgements: readonly Judgement[] }): ReactNode {
  return (
    <p className={styles.sides}>
      {judgements.map(
        (one, side) =>
          isMarked(one) && (
            <SideKey key={one.decisionId} side={side}>
              {en.judging.settle.passageOf(one.coder)}
            </SideKey>
          ),
      )}
    </p>
  )
}

/** Words that were marked in what it said before are not in the text that is shown. */
const isMarked = (one: Judgement): one is Judgement & { readonly passage: Passage } =>
  one.passage !== null && one.earlierText === null

const nobody: readonly Judgement[] = []
const none: readonly HiddenMark[] = []
/** The arrow keys are ours while somebody chooses, also with a screen reader. */
const choosing = { role: 'application', 'aria-label': words.passageChoose } as const

function PassageNote({ desk, comment }: Pick<CommentTextProps, 'desk' | 'comment'>): ReactNode {
  const { passage, dispatch } = desk
  if (passage === null) return null
  return (
    <p className={styles.note}>
      <span className={styles.quote}>
        {words.passage}: “<bdi>{heard(comment.text.slice(passage.start, passage.end))}</bdi>”
      </span>{' '}
      <Button
        kind="link"
        onClick={() => {
          dispatch({ type: 'passage', commentId: comment.commentId, passage: null })
          document.querySelector<HTMLElement>('[data-reading]')?.focus({ preventScroll: true })
        }}
      >
        {words.passageClear}
      </Button>
    </p>
  )
}

/** Quiet: most of them are there by accident. */
function HiddenNote({
  desk,
  hidden,
}: {
  readonly desk: Desk
  readonly hidden: readonly HiddenMark[]
}): ReactNode {
  const alike = hidden.filter(({ kind }) => kind === 'look-alike').length
  const isMany = hidden.length > 1
  const { showsHidden } = desk.state
  return (
    <p className={styles.note}>
      {words.hiddenNote(hidden.length - alike, alike)}{' '}
      <button
        type="button"
        className={styles.show}
        aria-pressed={showsHidden}
        aria-keyshortcuts={ariaKeys(shortcuts.hidden)}
        onClick={() => desk.dispatch({ type: 'show-hidden', isOn: !showsHidden })}
      >
        {showsHidden ? words.hiddenHide(isMany) : words.hiddenShow(isMany)}
        <Key>{shownKey(shortcuts.hidden.keys[0])}</Key>
      </button>
    </p>
  )
}

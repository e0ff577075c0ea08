/** The grounds of a label, asked for in the place where the hand already is: a rule, a passage, a sentence. */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import type { Ground } from '../../../../core/deciding/grounds.ts'
import type { Codebook, Label, Reason } from '../../../../core/labels.ts'
import { wordSpans } from '../../../../core/text/letters.ts'
import { en } from '../../copy/en.ts'
import { labelWord } from '../../copy/names.ts'
import { reasonShortcuts } from '../../keyboard/label-shortcuts.ts'
import { ariaKeys, shortcuts, shownKey } from '../../keyboard/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { Key } from '../../ui/key.tsx'
import { missingFor, missingWords } from './desk-grounds.ts'
import { reasonOf } from './draft.ts'
import { useFocusAfter } from './focus-reading.ts'
import styles from './grounds.module.css'
import { useNoteField } from './note-field.ts'
import { Rules as CodebookRules } from './rules.tsx'
import type { ReasonsFor } from './state.ts'
import type { Desk } from './use-desk.ts'

interface GroundsProps {
  readonly desk: Desk
  readonly target: ReasonsFor
  readonly label: Label
  readonly codebook: Codebook
}

const words = en.judging.grounds

export function Grounds({ desk, target, label, codebook }: GroundsProps): ReactNode {
  const { state, mine, isSettling } = desk
  const panel = useRef<HTMLElement>(null)
  const missing = missingFor(desk, label)
  useFocusAfter(panel)
  useNextFocus(panel, desk, { missing, missed: target.missed })
  if (mine === null) return null
  const rule = label.reasons.find(({ id }) => id === reasonOf(state, mine, label.id)) ?? null
  const isProposal = !isSettling && desk.rules.twoPerson.includes(label.id)
  const word = labelWord(label)
  const give = isSettling ? words.settleGive(word) : words.give(word, isProposal)
  const why = (ground: Ground) =>
    target.missed > 0 && missing[0] === ground ? missingWords(ground, isSettling) : null
  return (
    <section
      ref={panel}
      className={styles.grounds}
      data-grounds
      aria-label={isSettling ? give : words.title(word)}
    >
      {label.needsGrounds && (
        <>
          <header>
            <h2>{words.title(word)}</h2>
            <p className="meta">
              <b>{words.not}</b> {codebook.notGrounds}
            </p>
          </header>
          <Rules desk={desk} label={label} chosen={rule} problem={why('reason')} />
          <Marked desk={desk} problem={why('passage')} />
        </>
      )}
      <Sentence
        desk={desk}
        isNeeded={isSettling || rule?.needsSentence === true}
        problem={why('sentence')}
        onGive={desk.accept}
      />
      <div className={styles.actions}>
        <Button kind="primary" keyCap={shownKey(shortcuts.accept.keys[0])} onClick={desk.accept}>
          {give}
        </Button>
        <Button ariaKeys={ariaKeys(shortcuts.leaveThread)} onClick={desk.leaveGrounds}>
          {words.back}
        </Button>
      </div>
      {isProposal && <p className={styles.stands}>{words.stands}</p>}
      {!label.needsGrounds && <CodebookRules codebook={codebook} shown={[label]} />}
    </section>
  )
}

interface Needs {
  readonly missing: readonly Ground[]
  readonly missed: number
}

/** The first thing that is missing has the focus, and when nothing is the button that gives the label. */
function useNextFocus(panel: { readonly current: HTMLElement | null }, desk: Desk, needs: Needs): void {
  const { isChoosing } = desk.state
  const next = needs.missing[0] ?? 'give'
  const asked = useRef(needs.missed)
  useEffect(() => {
    if (isChoosing) return
    const isAsked = asked.current !== needs.missed
    asked.current = needs.missed
    // Whoever writes is not interrupted when what they wrote is enough.
    if (!isAsked && document.activeElement instanceof HTMLTextAreaElement) return
    const place = panel.current?.querySelector<HTMLElement>(placeOf[next])
    place?.focus({ preventScroll: true })
    place?.scrollIntoView({ block: 'nearest' })
  }, [panel, next, isChoosing, needs.missed])
}

const placeOf: Readonly<Record<Ground | 'give', string>> = {
  reason: '[role=radio]',
  passage: '[data-passage]',
  sentence: 'textarea',
  give: '[data-kind=primary]',
}

interface RulesProps {
  readonly desk: Desk
  readonly label: Label
  readonly chosen: Reason | null
  readonly problem: string | null
}

function Rules({ desk, label, chosen, problem }: RulesProps): ReactNode {
  const id = useId()
  const keys = reasonShortcuts(label.reasons)
  const first = chosen?.id ?? label.reasons[0]?.id
  return (
    <div>
      <div
        role="radiogroup"
        aria-label={words.rule}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem ? id : undefined}
        className={styles.rules}
        onKeyDown={moveFocus}
      >
        {label.reasons.map((reason, at) => (
          // biome-ignore lint/a11y/useSemanticElements: a native one would choose whatever the arrows pass.
          <button
            key={reason.id}
            type="button"
            role="radio"
            aria-checked={reason.id === chosen?.id}
            tabIndex={reason.id === first ? 0 : -1}
            title={reason.sentence}
            aria-keyshortcuts={keys[at] && ariaKeys(keys[at])}
            onClick={() => desk.chooseReason(reason)}
          >
            <span className={styles.radio} />
            <bdi>{reason.name}</bdi>
            {keys[at]?.keys[0] && <Key>{shownKey(keys[at].keys[0])}</Key>}
          </button>
        ))}
      </div>
      <Problem id={id} words={problem} />
      {chosen && chosen.sentence !== '' && <p className={styles.when}>{chosen.sentence}</p>}
    </div>
  )
}

/** The arrows go through the rules and choose none: the next field would take the focus away. */
function moveFocus(event: KeyboardEvent): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by === undefined) return
  event.preventDefault()
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')]
  const at = all.findIndex((one) => one.matches(':focus'))
  all[(at + by + all.length) % all.length]?.focus()
}

interface PartProps {
  readonly desk: Desk
  readonly problem: string | null
}

function Marked({ desk, problem }: PartProps): ReactNode {
  const id = useId()
  const { passage, comment } = desk
  const marked = passage && comment ? comment.text.slice(passage.start, passage.end) : null
  return (
    <div className={styles.part}>
      <button
        type="button"
        data-passage
        className={marked === null ? styles.mark : styles.head}
        title={marked === null ? undefined : words.markOther}
        aria-describedby={problem ? id : undefined}
        aria-pressed={desk.state.isChoosing}
        aria-keyshortcuts={ariaKeys(shortcuts.passage)}
        onClick={() => desk.dispatch({ type: 'choosing', isOn: true })}
      >
        {marked === null ? words.mark : words.passageIs(wordSpans(marked).length)}
        <Key>{shownKey(shortcuts.passage.keys[0])}</Key>
      </button>
      {marked !== null && (
        <p className={`said ${styles.marked}`} dir="auto">
          <mark>{marked}</mark>
        </p>
      )}
      <Problem id={id} words={problem} />
    </div>
  )
}

interface SentenceProps extends PartProps {
  readonly isNeeded: boolean
  readonly onGive: () => void
}

function Sentence({ desk, problem, isNeeded, onGive }: SentenceProps): ReactNode {
  const id = useId()
  const { mine, isSettling } = desk
  const field = useNoteField(desk, mine)
  if (mine === null) return null
  return (
    <div className={styles.part}>
      <p className={styles.head}>
        <label htmlFor={id}>{isSettling ? words.settle : isNeeded ? words.sentence : words.more}</label>
        <Key>{shownKey(shortcuts.note.keys[0])}</Key>
      </p>
      <textarea
        {...field}
        id={id}
        className="field"
        rows={2}
        data-long={isSettling || undefined}
        aria-keyshortcuts={ariaKeys(shortcuts.note)}
        aria-required={isNeeded}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault()
            onGive()
          } else if (event.key === 'Escape') {
            event.preventDefault()
            desk.leaveGrounds()
          }
        }}
      />
      <Problem id={`${id}-problem`} words={problem} />
    </div>
  )
}

function Problem({ id, words: said }: { readonly id: string; readonly words: string | null }): ReactNode {
  if (said === null) return null
  return (
    <p id={id} className="problem">
      {said}
    </p>
  )
}

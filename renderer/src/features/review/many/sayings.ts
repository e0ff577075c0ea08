/** What can be said of a comment that was read, and by which keys. */
import type { Label } from '../../../../../core/labels.ts'
import { en } from '../../../copy/en.ts'
import { isolated } from '../../../copy/format.ts'
import { labelWord } from '../../../copy/names.ts'
import { labelShortcuts } from '../../../keyboard/label-shortcuts.ts'
import { type Shortcut, shortcuts } from '../../../keyboard/shortcuts.ts'
import type { ManyPage } from './use-many.ts'

export interface Saying {
  readonly shortcut: Shortcut
  readonly key: string
  /** On its button, and beside its key. */
  readonly name: string
  readonly word: string
  readonly run: () => void
}

/** That it fits, that it is another of the labels that a band may get, or that it is to be left out. */
export function sayingsOf(page: ManyPage, labels: readonly Label[]): readonly Saying[] {
  const { state, targets, judge } = page
  const saying = (shortcut: Shortcut, name: string, word: string, label: string | null): Saying => ({
    shortcut,
    key: shortcut.keys[0] ?? '',
    name,
    word,
    run: () => judge(label),
  })
  const others = labelShortcuts(labels).filter(
    ({ label }) => label.id !== state.target && targets.some(({ id }) => id === label.id),
  )
  return [
    saying(shortcuts.fits, en.many.fits, en.many.fitsWord, state.target),
    ...others.map((one) =>
      saying(
        one,
        en.many.instead(isolated(one.label.name)),
        en.many.instead(labelWord(one.label)),
        one.label.id,
      ),
    ),
    saying(shortcuts.leaveOut, en.many.leaveOut, en.many.outWord, null),
  ]
}

/** The keys of a codebook: of its labels, and of the reasons that a label can be given for. */
import type { Label, Reason } from '../../../core/labels.ts'
import { en } from '../copy/en.ts'
import { isolated } from '../copy/format.ts'
import { activeKeys, chosenKeys, type KeyChoice, keyChoice } from './current-keys.ts'
import { labelKeys } from './label-keys.ts'
import { type Shortcut, takenKeys } from './shortcuts.ts'

export type LabelShortcut = Shortcut & { readonly label: Label }

/**
 * The keys of the labels of a codebook that do something at the moment: their letter, and their place in the row of
 * buttons; see `labelKeys`. What somebody chose for a label goes by its name where it is not one of ours, so that it
 * holds in the next project that has the label.
 */
export function labelShortcuts(labels: readonly Label[], choice = keyChoice.get()): readonly LabelShortcut[] {
  return labelLines(labels, choice).map((line) => ({ ...line, keys: activeKeys(line.keys, choice) }))
}

/** The same, whether the keys do something at the moment or not. */
export function labelLines(labels: readonly Label[], choice: KeyChoice): readonly LabelShortcut[] {
  const desk = takenKeys(choice)
  const own = labels.map((label) => chosenKeys(labelName(label), [], choice).filter((key) => !desk.has(key)))
  const free = labelKeys(labels, new Set([...desk, ...own.flat()]))
  return labels.map((label, index) => {
    const chosen = own[index] ?? []
    return {
      label,
      name: labelName(label),
      scope: 'review',
      keys: chosen.length > 0 ? chosen : (free[index] ?? []),
      does: en.keys.decide(isolated(label.name)),
    }
  })
}

/** The first nine reasons of a label have a digit each, while they are open. */
export function reasonShortcuts(
  reasons: readonly Reason[],
): readonly (Shortcut & { readonly reason: Reason })[] {
  return reasons.slice(0, 9).map((reason, at) => ({
    reason,
    name: `reason:${reason.id}`,
    scope: 'review',
    keys: [String(at + 1)],
    does: en.deciding.doesReason(isolated(reason.name)),
  }))
}

function labelName({ id, tone, name }: Label): string {
  return `label:${tone === 'own' ? name.toLowerCase() : id}`
}

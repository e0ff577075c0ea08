/** The keys of a codebook: of its labels, and of the reasons that a label can be given for. */
import type { Label, Reason } from '../../../core/labels.ts'
import { type KeyChoice } from './current-keys.ts'
import { type Shortcut } from './shortcuts.ts'
export type LabelShortcut = Shortcut & {
  readonly label: Label
}
/**
 * The keys of the labels of a codebook that do something at the moment: their letter, and their place in the row of
 * buttons; see `labelKeys`. What somebody chose for a label goes by its name where it is not one of ours, so that it
 * holds in the next project that has the label.
 */
export declare function labelShortcuts(labels: readonly Label[], choice?: KeyChoice): readonly LabelShortcut[]
/** The same, whether the keys do something at the moment or not. */
export declare function labelLines(labels: readonly Label[], choice: KeyChoice): readonly LabelShortcut[]
/** The first nine reasons of a label have a digit each, while they are open. */
export declare function reasonShortcuts(reasons: readonly Reason[]): readonly (Shortcut & {
  readonly reason: Reason
})[]

/** What is said where somebody decides: modes, reasons, and steps back and forth. */
import { count } from './format.ts'

export const deciding = {
  teach: 'Teach',
  teachHint: 'What teaches the model most comes first. Suggestions are hidden.',
  undo: 'Undo',
  redo: 'Redo',
  nothingToUndo: 'There is nothing to undo.',
  nothingToRedo: 'There is nothing to redo. A new decision ends what can be redone.',
  takenBack: (label: string, decisions: number) =>
    decisions === 1 ? `Took back ${label}` : `Took back ${label} on ${count(decisions)} comments`,
  markedAgain: (label: string, decisions: number) =>
    decisions === 1 ? `Marked ${label} again` : `Marked ${count(decisions)} comments ${label} again`,
  amended: 'Reason kept',
  saving: (state: string) => `${state}, being saved`,

  reason: 'Reason',
  reasonsFor: (label: string) => `Grounds for ${label}`,
  before: 'For the comment you have just marked.',
  here: (label: string) => `Goes with ${label}, if that is what you mark.`,
  standing: 'For this comment, as it is marked.',
  closeReasons: 'Back',
  noReasons: 'The codebook has no reasons for this label.',
  reasonsHeard: (label: string, reasons: readonly { readonly name: string }[]) =>
    `Grounds for ${label}. ${reasons.map(({ name }, at) => `${at + 1}: ${name}.`).join(' ')}`,
  reasonsClosed: 'Grounds closed.',
  reasonReady: (reason: string, label: string) => `${reason} goes with ${label}, if that is what you mark.`,
  reasonSaved: (reason: string, label: string) => `${reason} is kept with ${label}.`,
  labelChanged: (label: string) => `That comment is not marked ${label} any more. Nothing was changed.`,
  doesReason: (reason: string) => `Give the reason: ${reason}`,

  example: 'Example:',
  examples: (more: number) => (more === 1 ? 'One more example' : `${count(more)} more examples`),
} as const

/** What a letter is written from. */
import { AppError } from '../result.ts'

/** Who writes, as the project's settings have it. */
export interface LetterSender {
  /** "Lowgate Hospital Trust". */
  readonly name: string
  /** Where an appeal can be sent: lines of an address, an e-mail address, a telephone number. */
  readonly contact: string
  /** Days from the letter's date within which an appeal is asked for, from 1. */
  readonly appealDays: number
  /** Whom to turn to where an appeal was in vain, such as an ombudsman; empty where it is not said. */
  readonly further: string
}

export interface LetterComment {
  /** Null unless somebody asked for the name to be in the letter, and where it is not known. */
  readonly author: string | null
  /** What it stood under. */
  readonly thread: string | null
  /** UTC, ISO 8601. */
  readonly postedAt: string | null
  readonly text: string
}

/** What all letters have. */
export interface LetterFacts {
  readonly reference: string
  /** The letter's date: UTC, ISO 8601. */
  readonly date: string
  readonly sender: LetterSender
  readonly comment: LetterComment
  /** The name of the label that was given, and what the codebook says it means. */
  readonly label: { readonly name: string; readonly definition: string }
}

export interface DecisionFacts extends LetterFacts {
  readonly status: 'final' | 'proposed' | 'disputed'
  /** The comment says otherwise by now; its text here is what it said when it was decided. */
  readonly hasChanged: boolean
  /** `one`: where the project asks for no second person. */
  readonly decidedBy: 'one' | 'two' | 'adjudication'
  readonly rule: { readonly name: string; readonly sentence: string } | null
  /** The words that were marked. */
  readonly passage: string | null
  /** The coder's own. */
  readonly sentence: string | null
  /** What the codebook says is never a reason; empty where it does not. */
  readonly notGrounds: string
  /** The label ends then: UTC, ISO 8601; null where labels do not end. */
  readonly expiresAt: string | null
}

export interface OutcomeFacts extends LetterFacts {
  readonly outcome: 'upheld' | 'overturned'
  /** When the appeal came: UTC, ISO 8601. */
  readonly appealedAt: string
  /** What the author wrote. */
  readonly appeal: string
  /** The reasoned answer. */
  readonly answer: string
  /** The name of the label that stands instead; null where none does, and where the first was upheld. */
  readonly newLabel: string | null
}

/** @throws AppError bad-request where nobody could tell who writes, or where to appeal */
export function requireSender({ name, contact }: LetterSender): void {
  if (name.trim() !== '' && contact.trim() !== '') return
  throw new AppError(
    'bad-request',
    'A letter needs the name of who writes it, and where an appeal can be sent. Fill in both under Answer, Letters; then write it.',
  )
}

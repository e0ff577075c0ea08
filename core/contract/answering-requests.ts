/** What may be asked about letters, appeals, the opposite test and the disclosure. */
import * as z from 'zod'
import { FileRef, Id, LabelId, Note, Offset, Page } from './request-parts.ts'

/** A letter about the decision that stands on a comment, or about how an appeal ended. */
const LetterChoice = z.object({
  about: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('decision'), commentId: Id }),
    z.object({ kind: z.literal('outcome'), appealId: Id }),
  ]),
  /** Whether the author is named in it. */
  withAuthor: z.boolean(),
})
export type LetterChoice = z.infer<typeof LetterChoice>

export const answering = {
  /** Who writes letters and how to appeal, and what the body is called in comments. */
  'letters.settings': z.object({}),
  'letters.configure': z.object({
    sender: z.string().trim().max(200),
    contact: z.string().trim().max(2000),
    appealDays: z.int().min(1).max(3650),
    further: z.string().trim().max(2000),
    names: z.array(z.string().trim().min(1).max(120)).max(50),
  }),
  'letters.preview': LetterChoice,
  /** `target`: where it is written as HTML; null where the app itself prints it. Either way it is in the record. */
  'letters.save': LetterChoice.extend({ target: FileRef.nullable() }),
  'appeals.list': z.object({}),
  /** Comments on which a label stands that could be appealed against. */
  'appeals.adverse': z.object({ offset: Offset, limit: Page }),
  /** By a reference as somebody typed it. */
  'appeals.find': z.object({ reference: z.string().max(80) }),
  'appeals.get': z.object({ appealId: Id }),
  'appeals.record': z.object({
    commentId: Id,
    /** What the author wrote. */
    text: z.string().trim().min(1).max(100_000),
    /** When it came; null for now. */
    receivedAt: z.iso.datetime().nullable(),
  }),
  /** By somebody who has never judged the comment: the label again upholds it, another overturns it. */
  'appeals.outcome': z.object({
    appealId: Id,
    label: LabelId,
    /** The reasoned answer, which the author gets. */
    answer: Note.trim().min(1),
    /** How long the appeal was on the screen, in milliseconds. */
    shownMs: z.int().min(0).max(86_400_000),
  }),
  /** The comment as if it were about another body, its author hidden. */
  'opposite.text': z.object({ commentId: Id }),
  /** Writes what can be disclosed as an archive. */
  'disclosure.start': z.object({ target: FileRef }),
} satisfies Record<string, z.ZodType>

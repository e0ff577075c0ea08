/** What may be asked about decisions: giving them, taking them back, and who may give which. */
import * as z from 'zod'
import { tests } from '../deciding/rules.ts'
import { roles } from '../deciding/standing.ts'
import { modes } from '../records.ts'
import { Except, Id, LabelId, Many, many, Note, Offset } from './request-parts.ts'

/**
 * The project that the window showed: comments have the same numbers in every project, and another may have been opened
 * since a key was pressed. Refused where another is open; left out by whoever opens none.
 */
const SeenIn = { projectId: z.string().max(64).optional() }

export const deciding = {
  'decisions.record': z.object({
    ...SeenIn,
    commentId: Id,
    /** The queue it came up in, which knows how it was drawn; null when it was opened from elsewhere. */
    queueId: z.string().max(64).nullable(),
    label: z.string().min(1).max(64),
    suggestionShown: z.boolean(),
    /** How long the comment was on the screen, in milliseconds. */
    shownMs: z.int().min(0).max(86_400_000),
    note: Note.nullable(),
    mode: z.enum(modes),
    /** UTF-16 offsets into the comment's text. */
    passage: z.object({ start: Offset, end: z.int().min(1) }).nullable(),
    /** The id of a reason that the codebook has for the label. */
    reason: z.string().min(1).max(64).nullable(),
    /** Left out for a coder's own judgement. */
    role: z.enum(roles).optional(),
    /** What the opposite test came to; left out or null where it was not taken. */
    opposite: z.enum(tests).nullable().optional(),
  }),
  /** How much waits for whoever asks: second opinions, disputes that they may settle, appeals that they may answer. */
  'deciding.counts': z.object({}),
  /** What each coder thinks of a comment, for somebody who settles it, or who sees what others decided anyway. */
  'comments.judgements': z.object({ commentId: Id }),
  /** After the opposite test somebody would not decide the same, and gives no label for now; in the record. */
  'opposite.changed': z.object({ commentId: Id }),
  /** What whoever asks has declared that they belong to. */
  'interests.list': z.object({}),
  /** All of it, each time; in the record. Comments that name it are kept from them. */
  'interests.set': z.object({
    phrases: z.array(z.string().trim().min(2).max(80)).max(50),
  }),
  /**
   * One label for many, as one step for undo: for everything undecided in a queue, or among the comments named. What is
   * decided stays as it is. Never the harmful label. They teach, and never measure.
   */
  'decisions.recordMany': many(
    z.object({
      ...SeenIn,
      ...Many,
      /** Those that are kept out. */
      except: Except.optional(),
      label: LabelId,
      note: Note.nullable(),
      mode: z.enum(modes),
    }),
  ),
  /** Takes back the coder's latest standing decision, or all of a batch; many steps, also after a restart. */
  'decisions.undo': z.object(SeenIn),
  /** Gives again what the coder took back last, unless they have decided anything since. */
  'decisions.redo': z.object(SeenIn),
  /** Whether there is anything to take back, and to give again. */
  'decisions.steps': z.object({}),
  'decisions.recent': z.object({ limit: z.int().min(1).max(50) }),
} satisfies Record<string, z.ZodType>

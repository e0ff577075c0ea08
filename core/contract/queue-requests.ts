/** What may be asked about queues, saved searches, and the comments that are read in them. */
import * as z from 'zod'
import { Except, Filter, Id, LabelId, Many, many, Offset, orders, Page } from './request-parts.ts'

const SearchName = z.string().trim().min(1).max(120)

export const finding = {
  /** Fixes an order of comments that does not move while the person works; see `QueueHandle`. */
  'queue.open': z.object({
    order: z.enum(orders),
    filter: Filter,
    /** For something beside the desk: it is not taken up again when the project is opened next. */
    isBeside: z.boolean().optional(),
    /** Looked at once, as in the palette: it is forgotten soon, and puts no other out of memory. */
    isGlance: z.boolean().optional(),
    /** A page of its rows, to come with the answer; without it none come. */
    page: z.object({ size: z.int().min(1).max(200), withPredictions: z.boolean() }).optional(),
  }),
  /** How many comments a filter finds, without a queue of them. */
  'queue.count': z.object({ filter: Filter }),
  /**
   * How the scores of what is undecided are spread.
   *
   * `label`: whose shares they are; null for the harmful label.
   */
  'queue.histogram': z.object({ filter: Filter, label: LabelId.nullable() }),
  /** Some of many at random, as `decisions.recordMany` would take them, to be read first. */
  'queue.sample': many(
    z.object({
      ...Many,
      size: z.int().min(1).max(50),
      /** Those that are not to be drawn. */
      except: Except,
      /** Whose share comes with each; null for the harmful label. */
      label: LabelId.nullable(),
    }),
  ),
  'searches.list': z.object({}),
  /** One of the same name is replaced. */
  'searches.save': z.object({ name: SearchName, order: z.enum(orders), filter: Filter }),
  'searches.rename': z.object({ id: Id, name: SearchName }),
  'searches.delete': z.object({ id: Id }),
  /** `withPredictions`: false where they are not shown, and the model need not be asked. */
  'queue.rows': z.object({
    queueId: z.string().max(64),
    offset: Offset,
    limit: Page,
    withPredictions: z.boolean().optional(),
  }),
  /** The first undecided comment at or after `from`, wrapping round once; null when all are decided. */
  'queue.next': z.object({ queueId: z.string().max(64), from: Offset }),
  /** The undecided comments at or after `from`, without wrapping round: as many as asked for, fewer where it ends. */
  'queue.ahead': z.object({ queueId: z.string().max(64), from: Offset, limit: Page }),
  /** Where a comment is in the queue; null when it is not in it. */
  'queue.find': z.object({ queueId: z.string().max(64), commentId: Id }),
  /** `queueId`: the queue it is looked at in, which may keep its suggestion hidden; null elsewhere. */
  'comments.get': z.object({ commentId: Id, queueId: z.string().max(64).nullable() }),
  /** The whole thread in reading order, as a flat list with depths. `queueId`: as in `comments.get`. */
  'thread.rows': z.object({
    threadId: Id,
    offset: Offset,
    limit: Page,
    queueId: z.string().max(64).nullable(),
  }),
  /** How much of a thread is decided. */
  'thread.counts': z.object({ threadId: Id }),
  /** The largest branches of it in which nothing is left to decide, single comments among them. */
  'thread.branches': z.object({ threadId: Id }),
  'thread.find': z.object({ commentId: Id }),
  /** All comments by the author of this one, itself among them, newest first; those without a time last. */
  'authors.comments': z.object({
    commentId: Id,
    offset: Offset,
    limit: Page,
    queueId: z.string().max(64).nullable(),
  }),
} satisfies Record<string, z.ZodType>

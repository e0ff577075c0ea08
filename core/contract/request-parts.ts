/** What requests of every kind are made of. */
import * as z from 'zod'

/** Stands for a file the person picked or a place they chose to save to; the window never names a path. */
export const FileRef = z.string().min(8).max(64)
export const Id = z.int().positive()
export const Offset = z.int().min(0)
export const Page = z.int().min(1).max(500)
export const Note = z.string().max(10_000)
export const LabelId = z.string().min(1).max(64)
export const CoderName = z.string().trim().min(1).max(80)

/**
 * `second`: what others have proposed and whoever asks has not judged, hidden among as many others. `adjudicate`: what is
 * disputed, where whoever asks has not judged it.
 */
export const shows = ['all', 'undecided', 'decided', 'second', 'adjudicate'] as const
export const Filter = z.object({
  show: z.enum(shows),
  /** What to look for, as a person types it; empty for all. See `parseQuery`. */
  text: z.string().max(500),
  importId: Id.nullable(),
})
export type Filter = z.infer<typeof Filter>

/** `teach`: half the highest troll scores, a quarter the model's doubts, a quarter at random. */
export const orders = [
  'unsure-first',
  'troll-first',
  'teach',
  'random',
  'oldest-first',
  'newest-first',
] as const
export type Order = (typeof orders)[number]

/** Comments named in one request; a queue may hold more. */
const mostAtOnce = 100_000

/** The comments named, and the queue they were found in, if any; or, where none are named, everything in the queue. */
export const Many = {
  queueId: z.string().max(64).nullable(),
  commentIds: z.array(Id).min(1).max(mostAtOnce).nullable(),
}
/** Named one by one by somebody who has read them. */
export const Except = z.array(Id).max(1000)

export function many<T extends z.ZodObject<typeof Many>>(schema: T): T {
  return schema.refine(({ queueId, commentIds }) => queueId !== null || commentIds !== null, {
    message: 'a queue or comments',
  })
}

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

export const shows = ['all', 'undecided', 'decided', 'second', 'adjudicate'] as const
export const Filter = z.object({
  show: z.enum(shows),
  /** What to look for, as a person types it; empty for all. See `parseQuery`. */
  text: z.string().max(500),
  importId: Id.nullable(),
})
export type Filter = z.infer<typeof Filter>

/** What may be asked about work packages, and about merging another copy of the project. */
import * as z from 'zod'
import { CoderName, FileRef, Filter, Id } from './request-parts.ts'

/** A part of the project for somebody to decide on. */
const Part = {
  /** For whom. */
  name: CoderName,
  filter: Filter,
  /** Only comments of these threads; null for all of them. */
  threadIds: z.array(Id).min(1).max(1000).nullable(),
  /** So many of them at random; null for all. */
  count: z.int().min(1).max(10_000_000).nullable(),
  /** Also those that an earlier package holds. */
  givenToo: z.boolean(),
}

export const workingApart = {
  /** How many comments a work package could hold, before `count` is drawn. */
  'packages.count': z.object(Part),
  /** Writes a work package: a project file with a part of the comments, their threads, and no decisions. */
  'packages.make': z.object({
    ...Part,
    /** So many at random of what others have, too, so that they can be compared. */
    overlap: z.int().min(0).max(1_000_000),
    /** The same seed draws the same comments. */
    seed: z
      .int()
      .min(0)
      .max(2 ** 32 - 1),
    target: FileRef,
  }),
  'packages.list': z.object({}),
  /** How far the work package is that is open. */
  'packages.progress': z.object({}),
  /** What merging another copy of this project, or a package made from it, would do. Changes nothing. */
  'merge.inspect': z.object({ file: FileRef }),
  /** All of it or nothing. `sameCoders`: who has the same name here and there is the same person. */
  'merge.start': z.object({ file: FileRef, sameCoders: z.boolean() }),
} satisfies Record<string, z.ZodType>

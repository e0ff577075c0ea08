/** What may be asked about how the work goes: progress, the record, bias, and how wrong the model is. */
import * as z from 'zod'
import { type EntryGroup, entryGroups } from '../record/entry.ts'
import { recordFormats } from '../record/file.ts'
import { FileRef, Id, Page } from './request-parts.ts'

const RecordFilter = {
  /** Null: all of them. */
  groups: z
    .array(z.enum(Object.keys(entryGroups) as [EntryGroup, ...EntryGroup[]]))
    .max(10)
    .nullable(),
  coder: z.string().max(80).nullable(),
}

export const measuring = {
  /** How the work goes, of one coder or of all; the days are those of the reader's own time zone. */
  'progress.report': z.object({
    /** As `Intl` names it, "Europe/London". */
    timeZone: z.string().min(1).max(64),
    coder: z.string().max(80).nullable(),
  }),
  /** What was done, newest first: at most `limit` rows before this one, or from the last. */
  'record.entries': z.object({
    ...RecordFilter,
    commentId: Id.nullable(),
    before: Id.nullable(),
    limit: Page,
  }),
  /** Recomputes the chain of the record, and what stands. */
  'record.verify': z.object({}),
  'record.export': z.object({ ...RecordFilter, format: z.enum(recordFormats), target: FileRef }),
  /** Who is called a troll, overturned and mistaken, by groups of comments; hours are the reader's own. */
  'bias.report': z.object({ timeZone: z.string().min(1).max(64) }),
  'model.report': z.object({}),
  /** Measures the model anew: `model.report` has the outcome. */
  'model.measure': z.object({}),
} satisfies Record<string, z.ZodType>

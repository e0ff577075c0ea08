/** What may be asked about files of comments: what is in them, how they are read, and bringing them in. */
import * as z from 'zod'
import { dateOrders, delimiters, encodings, fields } from '../records.ts'
import { FileRef, Id, Offset, Page } from './request-parts.ts'

/** Files of one import. */
const mostFiles = 500
const Column = z.string().max(1000)

const ReadingSchema = z.object({
  format: z.string().min(1).max(40),
  encoding: z.enum(encodings),
  delimiter: z.enum(delimiters),
  headerRow: z.int().min(0).max(1000),
  quote: z.literal("'").optional(),
  escapesByBackslash: z.boolean().optional(),
  mended: z.array(Column).max(100).readonly().optional(),
  dateOrder: z.enum(dateOrders),
  withoutDeleted: z.boolean().optional(),
  columns: z.partialRecord(z.enum(fields), Column),
})

const ExampleSchema = z.object({
  text: z.string().trim().min(1).max(1000),
  /** What it is an example of. */
  shows: z.string().trim().max(300),
})
const ReasonDraft = z.object({
  name: z.string().trim().min(1).max(60),
  sentence: z.string().trim().max(500),
})

/** Labels of somebody's own. Ids, letters and an "unsure" are added by `makeCodebook`. */
export const CodebookDraft = z.object({
  name: z.string().trim().min(1).max(80),
  labels: z
    .array(
      z.object({
        name: z.string().trim().min(1).max(40),
        /** What it means, shown beside the buttons. */
        definition: z.string().trim().max(1000),
        examples: z.array(ExampleSchema).max(10).optional(),
        /** What the label can be given for. Ids are made from the names. */
        reasons: z.array(ReasonDraft).max(20).optional(),
      }),
    )
    .min(2)
    .max(12),
})
export type CodebookDraft = z.infer<typeof CodebookDraft>

export const importing = {
  /** What is in files, folders and archives that were picked: see `SurveyReport`. */
  'imports.survey': z.object({ files: z.array(FileRef).min(1).max(1000) }),
  /** Reads the whole file and says what was understood; `reading` overrides the guesses. */
  'imports.inspect': z.object({ file: FileRef, reading: ReadingSchema.nullable() }),
  /** How many comments files would add that were inspected just now: each once, in however many of them it is. */
  'imports.together': z.object({ files: z.array(FileRef).min(1).max(mostFiles) }),
  /** All of them or none, `into` a new project named `name`, or the open one. */
  'imports.start': z.object({
    files: z
      .array(z.object({ file: FileRef, reading: ReadingSchema }))
      .min(1)
      .max(mostFiles),
    into: z.enum(['new', 'current']),
    name: z.string().trim().min(1).max(120),
    /** Of a new project; null for troll, critic and neither. */
    codebook: CodebookDraft.nullable(),
  }),
  'imports.list': z.object({}),
  'imports.problems': z.object({ importId: Id, offset: Offset, limit: Page }),
  /** Writes the report of an import as CSV: what was read, then each problem with its row. */
  'imports.saveReport': z.object({ importId: Id, target: FileRef }),
} satisfies Record<string, z.ZodType>

/** What the window may ask of the service: names and arguments, checked on arrival in one place. */
import * as z from 'zod'
import { tests } from '../deciding/rules.ts'
import { roles } from '../deciding/standing.ts'
import { type EntryGroup, entryGroups } from '../record/entry.ts'
import { recordFormats } from '../record/file.ts'
import { dateOrders, delimiters, encodings, fields, modes } from '../records.ts'
import { answering } from './answering-requests.ts'
import { workingApart } from './package-requests.ts'
import { CoderName, FileRef, Filter, Id, LabelId, Note, Offset, Page } from './request-parts.ts'

/** Comments named in one request; a queue may hold more. */
export const mostAtOnce = 100_000
/** Files of one import. */
export const mostFiles = 500
/** A plot at twice its size is a tenth of it. */
const mostLettersSaved = 700_000
const Column = z.string().max(1000)

/** The comments named, and the queue they were found in, if any; or, where none are named, everything in the queue. */
const Many = {
  queueId: z.string().max(64).nullable(),
  commentIds: z.array(Id).min(1).max(mostAtOnce).nullable(),
}
/** Named one by one by somebody who has read them. */
const Except = z.array(Id).max(1000)

function many<T extends z.ZodObject<typeof Many>>(schema: T): T {
  return schema.refine(({ queueId, commentIds }) => queueId !== null || commentIds !== null, {
    message: 'a queue or comments',
  })
}

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
/**
 * `second`: what others have proposed and whoever asks has not judged, hidden among as many others. `adjudicate`: what is
 * disputed, where whoever asks has not judged it.
 */
export const themes = ['system', 'light', 'dark'] as const
/** `more`: higher contrast whatever the system says; it is also had where the system asks for it. */
export const contrasts = ['system', 'more'] as const
export const densities = ['comfortable', 'compact'] as const
/** Sizes of text, in percent of the drawn one. */
export const textSizes = [80, 90, 100, 110, 125, 150, 175, 200] as const
export type TextSize = (typeof textSizes)[number]
/** Minutes of reading after which a break is suggested; 0 for never. */
export const breaks = [0, 25, 45, 60, 90] as const
export const exportFormats = ['csv', 'jsonl'] as const
export type ExportFormat = (typeof exportFormats)[number]

const ExampleSchema = z.object({
  text: z.string().trim().min(1).max(1000),
  /** What it is an example of. */
  shows: z.string().trim().max(300),
})
const ReasonDraft = z.object({
  name: z.string().trim().min(1).max(60),
  sentence: z.string().trim().max(500),
})

/** Keys by the name of what they do, where they are not those of the table; all of them, each time. */
export const ChangedKeys = z
  .record(z.string().min(1).max(80), z.array(z.string().min(1).max(40)).max(9).readonly())
  .refine((keys) => Object.keys(keys).length <= 300)

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

export { Filter, shows } from './request-parts.ts'

const SearchName = z.string().trim().min(1).max(120)

const RecordFilter = {
  /** Null: all of them. */
  groups: z
    .array(z.enum(Object.keys(entryGroups) as [EntryGroup, ...EntryGroup[]]))
    .max(10)
    .nullable(),
  coder: z.string().max(80).nullable(),
}

const ExportChoice = z.object({
  format: z.enum(exportFormats),
  /** Only comments with a standing decision, or every comment. */
  scope: z.enum(['decided', 'all']),
})

/** Checked on arrival, in one place. */
export const requests = {
  'app.state': z.object({}),
  'settings.update': z.object({
    coder: CoderName.optional(),
    theme: z.enum(themes).optional(),
    /** In `teach` the order is the teaching one. Another order leaves it; the one chosen before is kept meanwhile. */
    mode: z.enum(modes).optional(),
    order: z.enum(orders).optional(),
    contrast: z.enum(contrasts).optional(),
    density: z.enum(densities).optional(),
    textSize: z.literal(textSizes).optional(),
    /** False: single letters, digits and signs do nothing (WCAG 2.1.4). */
    singleKeys: z.boolean().optional(),
    keys: ChangedKeys.optional(),
    coverSlurs: z.boolean().optional(),
    coverText: z.boolean().optional(),
    breakAfter: z.literal(breaks).optional(),
  }),
  'projects.list': z.object({}),
  /** Neither: the open one once more, which may be written to by now. */
  'projects.open': z.object({ id: z.string().max(64).optional(), file: FileRef.optional() }),
  /** Takes a project out of the list whose file has gone. */
  'projects.forget': z.object({ id: z.string().max(64) }),
  'projects.close': z.object({}),
  'projects.trySample': z.object({}),
  /** How the open project uses its model. */
  'project.update': z.object({
    /** Largest share of comments that are no trolls that may be suggested as troll. */
    accusationLimit: z.number().min(0.001).max(0.2).optional(),
    suggestions: z.boolean().optional(),
    /** Invented names in place of the authors' own, wherever the service names one to the window. */
    pseudonyms: z.boolean().optional(),
  }),
  'project.stats': z.object({}),
  /** What a harsh label needs before it stands; in the record. */
  'rules.update': z.object({
    twoPerson: z.array(LabelId).max(12).optional(),
    oppositeTest: z.boolean().optional(),
    expiresAfterDays: z.int().min(1).max(3650).nullable().optional(),
  }),
  /** Who has worked in the open project. */
  'coders.list': z.object({}),
  /** From now on this person decides. The first time, the project gets to know them. */
  'coders.choose': z.object({ name: CoderName }),
  /** Reads the whole file and says what was understood; `reading` overrides the guesses. */
  /** What is in files, folders and archives that were picked: see `SurveyReport`. */
  'imports.survey': z.object({ files: z.array(FileRef).min(1).max(1000) }),
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
  'jobs.get': z.object({ jobId: z.string().max(64) }),
  'jobs.list': z.object({}),
  'jobs.cancel': z.object({ jobId: z.string().max(64) }),
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
  'decisions.record': z.object({
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
      ...Many,
      /** Those that are kept out. */
      except: Except.optional(),
      label: LabelId,
      note: Note.nullable(),
      mode: z.enum(modes),
    }),
  ),
  /** Takes back the coder's latest standing decision, or all of a batch; many steps, also after a restart. */
  'decisions.undo': z.object({}),
  /** Gives again what the coder took back last, unless they have decided anything since. */
  'decisions.redo': z.object({}),
  /** Whether there is anything to take back, and to give again. */
  'decisions.steps': z.object({}),
  'decisions.recent': z.object({ limit: z.int().min(1).max(50) }),
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
  /** Writes what the window itself has drawn, such as a plot, where the person said. */
  'files.save': z.object({
    target: FileRef,
    content: z.string().max(mostLettersSaved),
    encoding: z.enum(['utf-8', 'base64']),
  }),
  ...answering,
  ...workingApart,
  'exports.preview': ExportChoice,
  'exports.start': ExportChoice.extend({ target: FileRef }),
} satisfies Record<string, z.ZodType>

export type Method = keyof typeof requests

/** What changes the project that is open, or which one is: where two windows share a service, for one of them at a time. */
export const writing: ReadonlySet<Method> = new Set<Method>([
  'projects.open',
  'projects.close',
  'projects.trySample',
  'project.update',
  'rules.update',
  'imports.start',
  'decisions.record',
  'decisions.recordMany',
  'decisions.undo',
  'decisions.redo',
  'opposite.changed',
  'interests.set',
  'packages.make',
  'merge.inspect',
  'merge.start',
  'model.measure',
  'letters.configure',
  'letters.save',
  'appeals.record',
  'appeals.outcome',
  'disclosure.start',
])
export type { LetterChoice } from './answering-requests.ts'
export type Request<M extends Method> = z.infer<(typeof requests)[M]>

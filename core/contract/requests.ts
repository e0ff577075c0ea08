/** What the window may ask of the service: names and arguments, checked on arrival in one place. */
import * as z from 'zod'
import { exportFormats } from '../exporters/exporter.ts'
import { answering } from './answering-requests.ts'
import { deciding } from './deciding-requests.ts'
import { importing } from './import-requests.ts'
import { measuring } from './measuring-requests.ts'
import { workingApart } from './package-requests.ts'
import { finding } from './queue-requests.ts'
import { CoderName, FileRef, LabelId } from './request-parts.ts'
import { choosing } from './settings-requests.ts'

/** A plot at twice its size is a tenth of it. */
const mostLettersSaved = 700_000

const ExportChoice = z.object({
  format: z.enum(exportFormats),
  /** Only comments with a standing decision, or every comment. */
  scope: z.enum(['decided', 'all']),
})

/** Checked on arrival, in one place. */
export const requests = {
  'app.state': z.object({}),
  ...choosing,
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
  ...importing,
  'jobs.get': z.object({ jobId: z.string().max(64) }),
  'jobs.list': z.object({}),
  'jobs.cancel': z.object({ jobId: z.string().max(64) }),
  ...finding,
  ...deciding,
  ...measuring,
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
export { CodebookDraft } from './import-requests.ts'
export { Filter, type Order, shows } from './request-parts.ts'
export type Request<M extends Method> = z.infer<(typeof requests)[M]>

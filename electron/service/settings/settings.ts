/** What a person set, which projects they opened, where their window was, and the codebooks they keep. */
import os from 'node:os'
import path from 'node:path'
import * as z from 'zod'
import { Filter, orders } from '../../../core/contract/request-parts.ts'
import {
  breaks,
  ChangedKeys,
  contrasts,
  densities,
  textSizes,
  themes,
} from '../../../core/contract/settings-requests.ts'
import { type Codebook, standardCodebook } from '../../../core/labels.ts'
import { dateOrders, modes } from '../../../core/records.ts'
import { type DurableFile, openDurableFile } from './durable-json.ts'

const SettingsSchema = z.object({
  schemaVersion: z.literal(1),
  coder: z.string().min(1).max(80),
  theme: z.enum(themes),
  mode: z.enum(modes),
  order: z.enum(orders),
  // Came later: a file from before has them as they are on the first day.
  contrast: z.enum(contrasts).default('system'),
  density: z.enum(densities).default('comfortable'),
  textSize: z.literal(textSizes).default(100),
  singleKeys: z.boolean().default(true),
  keys: ChangedKeys.default({}),
  coverSlurs: z.boolean().default(false),
  coverText: z.boolean().default(false),
  breakAfter: z.literal(breaks).default(0),
})
const RecentSchema = z.object({
  schemaVersion: z.literal(1),
  projects: z.array(
    z.object({
      id: z.string(),
      path: z.string(),
      name: z.string(),
      openedAt: z.string(),
      comments: z.number(),
      decided: z.number(),
    }),
  ),
})
/** What a project was looked at through last: the newest last. */
const ViewsSchema = z.object({
  schemaVersion: z.literal(1),
  views: z.array(z.object({ project: z.string(), order: z.enum(orders), filter: Filter })),
})
const LibrarySchema = z.object({
  schemaVersion: z.literal(1),
  codebooks: z.array(z.custom<Codebook>((value) => typeof value === 'object' && value !== null)),
})

/** How tables were read, by the names of their columns: the newest last. */
const ReadingsSchema = z.object({
  schemaVersion: z.literal(1),
  readings: z.array(
    z.object({
      /** A hash of the names. */
      columns: z.string(),
      fields: z.record(z.string(), z.string()),
      dateOrder: z.enum(dateOrders),
    }),
  ),
})

export type StoredSettings = z.infer<typeof SettingsSchema>
export type CodebookLibrary = z.infer<typeof LibrarySchema>
export type RememberedReadings = z.infer<typeof ReadingsSchema>
export type RememberedViews = z.infer<typeof ViewsSchema>
export type RecentProjects = z.infer<typeof RecentSchema>
export type RecentProject = RecentProjects['projects'][number]

export interface SettingsStore {
  readonly settings: DurableFile<StoredSettings>
  readonly recent: DurableFile<RecentProjects>
  readonly library: DurableFile<CodebookLibrary>
  readonly readings: DurableFile<RememberedReadings>
  readonly views: DurableFile<RememberedViews>
  /** The first file that had to be set aside; null when all could be read. */
  readonly damaged: string | null
}

export const recentLimit = 20
export const viewsLimit = 50

export async function openSettings(folder: string): Promise<SettingsStore> {
  const initial = SettingsSchema.parse({
    schemaVersion: 1,
    coder: personName(),
    theme: 'system',
    mode: 'code',
    order: 'unsure-first',
  })
  const settings = await openDurableFile(path.join(folder, 'settings.json'), SettingsSchema, initial)
  const none: RecentProjects = { schemaVersion: 1, projects: [] }
  const recent = await openDurableFile(path.join(folder, 'recent.json'), RecentSchema, none)
  const shipped: CodebookLibrary = { schemaVersion: 1, codebooks: [standardCodebook] }
  const library = await openDurableFile(path.join(folder, 'codebooks.json'), LibrarySchema, shipped)
  const unread: RememberedReadings = { schemaVersion: 1, readings: [] }
  const readings = await openDurableFile(path.join(folder, 'readings.json'), ReadingsSchema, unread)
  const unseen: RememberedViews = { schemaVersion: 1, views: [] }
  const views = await openDurableFile(path.join(folder, 'views.json'), ViewsSchema, unseen)
  const damaged = settings.damaged ?? recent.damaged ?? library.damaged ?? readings.damaged ?? views.damaged
  return { settings, recent, library, readings, views, damaged }
}

/** The name on this computer's account, until the person says another. */
export function personName(): string {
  try {
    return os.userInfo().username || 'Me'
  } catch {
    // Some containers have no account for the user id.
    return 'Me'
  }
}

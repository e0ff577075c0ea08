/** The invented project that shows what the app does: four exports as platforms give them, some of them decided. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { draws, modes, type Passage, type Reading } from '../../core/records.ts'
import type { Context } from './context.ts'
import { type ImportFile, importFiles } from './importing.ts'
import { learnInBackground } from './learning.ts'
import type { OpenProject } from './open-project.ts'
import { createProject, discardProject, openProject, projectPath } from './projects.ts'
import { scoreInBackground } from './scoring.ts'
import { commentByExternalId } from './store/comments.ts'
import { recordDecision } from './store/decisions.ts'
import { predictionsFor } from './suggesting.ts'

const sampleName = 'Fern ward report (sample)'

/** Each as the page of the same name would be saved, and the id of the format that reads it. */
const exported = {
  'trust-page.json': 'facebook-graph',
  'echo-site.xml': 'wordpress-wxr',
  'board-video.json': 'youtube-api',
  'forum.json': 'discourse-topic',
} as const

const SampleDecision = z.object({
  file: z.string(),
  id: z.string(),
  coder: z.string(),
  label: z.string(),
  decidedAt: z.string(),
  shownMs: z.int(),
  mode: z.enum(modes),
  suggestionShown: z.boolean(),
  draw: z.enum(draws),
  /** The words themselves: easier to read and to mend than places are. */
  passage: z.string().nullable(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
})
type SampleDecision = z.infer<typeof SampleDecision>

/** Opens the sample that was made before, or makes it. */
export async function openSample(context: Context): Promise<OpenProject> {
  const known = projectPath(context.places.projects, sampleName)
  if (existsSync(known)) return openProject(context, known)
  const project = await createProject(context, sampleName)
  const folder = path.join(context.places.resources, 'sample')
  try {
    await importFiles(context, project, filesIn(folder), {
      signal: project.closing.signal,
      progress: () => undefined,
    })
    addDecisions(project, path.join(folder, 'decisions.jsonl'))
  } catch (error) {
    await discardProject(context, project)
    throw error
  }
  // A moment's work for so few: the desk opens with its suggestions there.
  learnInBackground(context, project)
  await context.jobs.idle()
  scoreInBackground(context, project)
  await context.jobs.idle()
  return project
}

function filesIn(folder: string): readonly ImportFile[] {
  return Object.entries(exported).map(([name, format]): ImportFile => {
    const reading: Reading = {
      format,
      encoding: 'utf-8',
      delimiter: ',',
      headerRow: 0,
      dateOrder: 'ymd',
      columns: {},
    }
    const file = path.join(folder, name)
    return { path: file, member: null, name, bytes: statSync(file).size, reading }
  })
}

/** The suggestions of that moment are what the starter says, whether the coder saw them or not. */
function addDecisions(project: OpenProject, file: string): void {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  const decisions = lines.map((line) => SampleDecision.parse(JSON.parse(line)))
  const found = decisions.map((decision) => commentOf(project, decision))
  const suggestions = predictionsFor(
    project,
    found.map(({ text }) => text),
  )
  project.db.transaction(() => {
    for (const [at, { file: _, id: __, passage, coder, ...decision }] of decisions.entries()) {
      const { commentId = 0, text = '' } = found[at] ?? {}
      recordDecision(project.db, {
        ...decision,
        coder: `${coder} (sample)`,
        commentId,
        codebook: project.codebook,
        suggestion: suggestions[at] ?? null,
        passage: passage === null ? null : passageIn(text, passage),
      })
    }
  })
  project.othersWrote()
}

function commentOf(project: OpenProject, { file, id }: SampleDecision) {
  const comment = commentByExternalId(project.db, { file, id })
  if (comment === null) throw new Error(`The sample decides on ${id} of ${file}, which is not in it.`)
  return comment
}

function passageIn(text: string, words: string): Passage {
  const start = text.indexOf(words)
  if (start < 0) throw new Error('A passage of the sample is not in its comment.')
  return { start, end: start + words.length }
}

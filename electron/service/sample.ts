/** The invented project that shows what the app does. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { draws, type Reading } from '../../core/records.ts'
import type { Context } from './context.ts'
import { importFiles } from './importing.ts'
import { learnInBackground } from './learning.ts'
import type { OpenProject } from './open-project.ts'
import { createProject, discardProject, openProject, projectPath } from './projects.ts'
import { scoreInBackground } from './scoring.ts'
import { appendDecision } from './store/decisions.ts'

const sampleName = 'Fern ward report (sample)'
const sampleCoder = 'Sam (sample)'

const reading: Reading = {
  format: 'jsonl',
  encoding: 'utf-8',
  delimiter: ',',
  headerRow: 1,
  dateOrder: 'ymd',
  columns: {
    text: 'text',
    author: 'author',
    time: 'time',
    parent: 'parent',
    id: 'id',
    thread: 'thread',
    title: 'title',
    likes: 'likes',
    state: 'state',
    url: 'url',
    kind: 'kind',
  },
}

const SampleDecision = z.object({
  id: z.string(),
  label: z.string(),
  decidedAt: z.string(),
  note: z.string().nullable(),
  suggestionShown: z.boolean(),
  draw: z.enum(draws),
})

/** Opens the sample that was made before, or makes it. */
export async function openSample(context: Context): Promise<OpenProject> {
  const known = projectPath(context.places.projects, sampleName)
  if (existsSync(known)) return openProject(context, known)
  const project = await createProject(context, sampleName)
  try {
    const folder = path.join(context.places.resources, 'sample')
    const file = {
      path: path.join(folder, 'comments.jsonl'),
      member: null,
      name: 'comments.jsonl',
      bytes: statSync(path.join(folder, 'comments.jsonl')).size,
      reading,
    }
    await importFiles(context, project, [file], {
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

function addDecisions(project: OpenProject, file: string): void {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  for (const { id, ...decision } of lines.map((line) => SampleDecision.parse(JSON.parse(line)))) {
    const row = project.db.get<{ id: number }>('select id from comments where external_id = ?', id)
    if (!row) throw new Error(`The sample decides on ${id}, which is not in it.`)
    appendDecision(project.db, {
      ...decision,
      commentId: row.id,
      coder: sampleCoder,
      codebook: project.codebook,
      shownMs: 0,
      suggestion: null,
      mode: null,
      passage: null,
      reason: null,
    })
    project.setDecided(row.id, true)
  }
}

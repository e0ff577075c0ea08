/** An invented service in memory, for tests and for looking at every screen. Never part of the built window. */
import type { Client, PickedFile, Service } from '../../../core/contract/contract.ts'
import type { Method } from '../../../core/contract/requests.ts'
import type { Band } from '../../../core/records.ts'
import { AppError } from '../../../core/result.ts'
import { failureOf } from './client.ts'
import { fakeAppeals } from './fake-appeals.ts'
import { fakeBias } from './fake-bias.ts'
import { fakeCoders } from './fake-coders.ts'
import { fakeImports } from './fake-imports.ts'
import { createFakeJobs } from './fake-jobs.ts'
import { fakeJudging } from './fake-judging.ts'
import { fakeLetters } from './fake-letters.ts'
import { fakeModel } from './fake-model.ts'
import type { FakeOptions } from './fake-options.ts'
import { fakePackages } from './fake-packages.ts'
import { type FakePick, surveyed } from './fake-picks.ts'
import { fakeProgress } from './fake-progress.ts'
import { createFakeProject, type FakeProject } from './fake-project.ts'
import { fakeRecord } from './fake-record.ts'
import { newWorld } from './fake-start.ts'
import type { FakeWorld } from './fake-world.ts'

export type { FakeOptions }

export interface Fake {
  readonly client: Client
  readonly project: FakeProject
  /** Waits this long before it answers a method. */
  delay(method: Method, ms: number): void
  /** Refuses a method until told otherwise with null. */
  refuse(method: Method, error: AppError | null): void
  /** The model takes these comments for something else from now on. */
  teach(bands: Readonly<Record<number, Band>>): void
  /** What was asked, in order. */
  readonly asked: { readonly method: Method; readonly request: unknown }[]
}

export function createFake(options: FakeOptions): Fake {
  const world = newWorld(options)
  const project = createFakeProject(world)
  const jobs = createFakeJobs(world, options.job ?? {})
  const service: Service = {
    ...app(world, project, options),
    ...project.methods,
    'decisions.recordMany': (request) =>
      jobs.within('many', world.comments.length, () => project.methods['decisions.recordMany'](request)),
    ...fakeImports(world, project, jobs, { script: options.job ?? {}, pick: options.pick ?? 'table' }),
    ...fakeModel(world, jobs),
    ...fakeProgress(world, options.progress),
    ...fakeCoders(world, project.summary),
    ...fakeJudging(world),
    ...fakeRecord(world, jobs),
    ...fakeBias(world, options.bias),
    ...fakeAppeals(world, options.appeals),
    ...fakeLetters(world, jobs, options.appeals),
    ...fakePackages(world, jobs, options.copy),
    'files.save': ({ content }) => ({ bytes: content.length }),
  }
  const delays = new Map<Method, number>()
  const refusals = new Map<Method, AppError>()
  const asked: Fake['asked'] = []

  const client: Client = {
    kind: options.kind ?? 'electron',
    async call(method, request) {
      asked.push({ method, request })
      const delayMs = delays.get(method)
      if (delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, delayMs))
      const refusal = refusals.get(method)
      if (refusal) throw refusal
      try {
        return await service[method](request)
      } catch (error) {
        const { code, message } = failureOf(error)
        throw new AppError(code, message)
      }
    },
    subscribe: (listener) => {
      world.listeners.add(listener)
      return () => world.listeners.delete(listener)
    },
    pickFile: async () => ({ ref: 'file-0001', name: 'Fern ward report.fairhearing', bytes: 1_240_000 }),
    pickFiles: async () => picked(options.pick),
    takeDropped: async (dropped) =>
      [...(dropped as DataTransfer).files].map(({ name, size }, at) => ({
        ref: `file-${String(at + 1).padStart(4, '0')}`,
        name,
        bytes: size,
      })),
    pickTarget: async () => 'target-0001',
    printLetter: options.kind === 'browser' ? null : async () => undefined,
    deliver: async () => undefined,
    takeHands: async () => undefined,
  }
  return {
    client,
    project,
    asked,
    teach: (bands) => {
      for (const [id, band] of Object.entries(bands)) world.taught.set(Number(id), band)
      world.tell('predictions')
    },
    delay: (method, ms) => delays.set(method, ms),
    refuse: (method, error) => (error ? refusals.set(method, error) : refusals.delete(method)),
  }
}

/** One file; an archive, where that is what the person has. */
function picked(pick: FakePick = 'table'): readonly PickedFile[] {
  const [first] = surveyed(pick).files
  return [{ ref: 'file-0001', name: first?.name.split(' › ')[0] ?? 'photos.zip', bytes: 1_240_000 }]
}

type AppMethods =
  | 'app.state'
  | 'settings.update'
  | 'projects.list'
  | 'projects.open'
  | 'projects.forget'
  | 'projects.close'
  | 'projects.trySample'
  | 'project.update'

function app(world: FakeWorld, project: FakeProject, options: FakeOptions): Pick<Service, AppMethods> {
  const open = () => {
    world.isOpen = true
    world.tell('project')
    return project.summary()
  }
  return {
    'app.state': () => ({
      version: '0.1.0',
      settings: world.settings,
      project: world.isOpen ? project.summary() : null,
      projectsFolder: '/home/priya/Fair Hearing',
      notice: null,
    }),
    'settings.update': (change) => {
      const { mode } = world.settings
      const isLeft = mode === 'teach' && change.order !== undefined && change.order !== 'teach'
      const left = isLeft ? ({ mode: 'code' } as const) : {}
      world.settings = { ...world.settings, ...left, ...JSON.parse(JSON.stringify(change)) }
      world.tell('settings')
      if (world.settings.mode !== mode) world.tell('decisions')
      return world.settings
    },
    'projects.list': () => world.recent.slice(0, options.recentProjects ?? world.recent.length),
    'projects.forget': ({ id }) => {
      world.recent = world.recent.filter((one) => one.id !== id)
      world.tell('project')
      return null
    },
    'projects.open': () => {
      world.isReadOnly = false
      return open()
    },
    'projects.trySample': open,
    'project.update': ({ accusationLimit, suggestions, pseudonyms }) => {
      world.pseudonyms = pseudonyms ?? world.pseudonyms
      if (pseudonyms !== undefined) world.tell('decisions')
      world.accusationLimit = accusationLimit ?? world.accusationLimit
      world.model = { ...world.model, suggestions: suggestions ?? world.model.suggestions }
      world.tell('project')
      world.tell('predictions')
      return project.summary()
    },
    'projects.close': () => {
      world.isOpen = false
      world.tell('project')
      return null
    },
  }
}

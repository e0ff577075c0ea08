/** Work packages: a part of the project in a file of its own, for somebody to decide on elsewhere. */
import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { PackageCount, PackageReport } from '../../core/contract/package-answers.ts'
import type { Request } from '../../core/contract/requests.ts'
import { AppError } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'
import type { PackageOutcome, PackageTask } from '../workers/package.worker.ts'
import { type Context, changed } from './context.ts'
import type { JobContext } from './jobs/jobs.ts'
import { runTask } from './jobs/tasks.ts'
import type { OpenProject } from './open-project.ts'
import { readHead } from './store/chain.ts'
import { type Chosen, drawPart, keepPart, partOf } from './store/choose-part.ts'
import { knownSpelling, meetCoder, uidOfCoder } from './store/coders.ts'
import { appendEvent } from './store/events.ts'
import type { Step } from './store/make-package.ts'
import type { PackageFacts } from './store/packages.ts'
import { explained } from './store/project-file.ts'
import { whoDecides } from './who-decides.ts'

export type PartWish = Request<'packages.count'>
export type PackageOrder = Omit<Request<'packages.make'>, 'target'> & { readonly target: string }

export async function countPart(
  context: Context,
  project: OpenProject,
  wish: PartWish,
): Promise<PackageCount> {
  const { main, overlap } = await chooseFrom(context, project, wish)
  return { comments: main.length, overlap: overlap.length }
}

/** @returns once the file is in its place and the record says so */
export async function makePackage(
  context: Context,
  project: OpenProject,
  order: PackageOrder,
  { signal, progress }: JobContext,
): Promise<PackageReport> {
  project.requireInPlace()
  const chosen = drawPart(await chooseFrom(context, project, order), order)
  const comments = chosen.main.length + chosen.overlap.length
  if (comments === 0) throw new AppError('bad-request', sentences.packageEmpty())
  const facts = factsOf(context, project, order, chosen)
  const data: PackageTask = {
    project: project.path,
    target: order.target,
    facts,
    name: `${project.name}, ${facts.forCoder}`,
    chosen,
  }
  const { bytes, held } = await runTask<Step, PackageOutcome>('package', {
    data,
    signal,
    onMessage: ({ done, total }) => progress({ done, total, comments: done }),
  })
  try {
    explained(project.path, () => recordPackage(project, facts, chosen))
  } catch (error) {
    // Of what the record does not know, nothing could come back.
    await rm(order.target, { force: true })
    throw error
  }
  changed(context, 'coders', 'project')
  const name = path.basename(order.target)
  return { name, bytes, comments, overlap: chosen.overlap.length, context: held - comments }
}

/** That it was made, and that whom it is for begins to work, so that who works in the package is the same person here. */
function recordPackage({ db }: OpenProject, facts: PackageFacts, chosen: Chosen): void {
  const { id, forCoder, coderUid, madeBy, madeAt } = facts
  db.transaction(() => {
    meetCoder(db, { name: forCoder, at: madeAt, uid: coderUid })
    // They may have begun by themselves while the package was made.
    if (uidOfCoder(db, forCoder) !== coderUid) {
      throw new AppError('bad-request', sentences.packageOvertaken(forCoder))
    }
    keepPart(db, { id, coder: forCoder, chosen })
    appendEvent(db, { kind: 'package', coder: madeBy, at: madeAt, body: facts })
  })
}

async function chooseFrom(context: Context, project: OpenProject, wish: PartWish): Promise<Chosen> {
  const coder = knownSpelling(project.db, wish.name)
  // As they would see it: what is kept from them stays out of their package.
  const ids = await project.queues.find(wish.filter, { coder, now: context.now() })
  return partOf(project.db, { coder, ids, threadIds: wish.threadIds, givenToo: wish.givenToo })
}

function factsOf(
  context: Context,
  { db }: OpenProject,
  { name, filter, threadIds, count, seed }: PackageOrder,
  { main, overlap }: Chosen,
): PackageFacts {
  const at = context.now().toISOString()
  const forCoder = knownSpelling(db, name)
  return {
    id: randomUUID(),
    forCoder,
    coderUid: uidOfCoder(db, forCoder) ?? randomUUID(),
    madeBy: whoDecides(context, { db }),
    madeAt: at,
    fromHead: readHead(db),
    comments: main.length + overlap.length,
    overlap: overlap.length,
    chosen: {
      text: filter.text,
      show: filter.show,
      threads: threadIds?.length ?? null,
      atRandom: count,
      seed,
    },
  }
}

/** Work packages: what this file is, if it is one, and those that were made from it. */
import type { MadePackage, PackageSummary } from '../../../core/contract/package-answers.ts'
import type { Head } from './chain.ts'
import type { ReadableDB } from './database.ts'
import { eventsOf } from './events.ts'

/** Written into the package itself, and into the record of the project that it was made from. */
export interface PackageFacts {
  /** The same in both. */
  readonly id: string
  readonly forCoder: string
  /** Tells two people of one name apart. */
  readonly coderUid: string
  readonly madeBy: string
  /** UTC, ISO 8601. */
  readonly madeAt: string
  /** The end of the record that it was made from. */
  readonly fromHead: Head
  readonly comments: number
  readonly overlap: number
  /** How the comments were chosen. */
  readonly chosen: {
    readonly text: string
    readonly show: string
    readonly threads: number | null
    readonly atRandom: number | null
    readonly seed: number
  }
}

/** @returns null in a project that is no work package */
export function readPackage(db: ReadableDB): PackageFacts | null {
  const row = db.get<{ body: string }>('select body from package')
  // Safe: written by makePackage.
  return row ? (JSON.parse(row.body) as PackageFacts) : null
}

/** @param file the name of its file */
export function summaryOf({ forCoder, madeAt, comments }: PackageFacts, file: string): PackageSummary {
  return { forCoder, file, madeAt, comments }
}

/** How many of the comments that the package offers have a decision. */
export function decidedInPackage(db: ReadableDB): number {
  const row = db.get<{ n: number }>(
    `select count(*) as n from package_part p join standing s on s.comment_id = p.comment_id
     where exists (select 1 from package)`,
  )
  return row?.n ?? 0
}

/** Those that were made from this project, the newest first. */
export function madePackages(db: ReadableDB): readonly MadePackage[] {
  return eventsOf(db, 'package')
    .map(({ body }) => {
      // Safe: written by recordPackage.
      const { id, forCoder, madeBy, madeAt, comments, overlap } = JSON.parse(body) as PackageFacts
      const back = db.get<{ n: number }>(
        `select count(*) as n from package_part p where package = ? and exists (
           select 1 from decisions d where d.comment_id = p.comment_id and d.coder = p.coder and d.kind = 'label'
             and not exists (select 1 from decisions u where u.undoes = d.id))`,
        id,
      )
      return { id, forCoder, madeBy, madeAt, comments, overlap, back: back?.n ?? 0 }
    })
    .reverse()
}

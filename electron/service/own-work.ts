/** What one coder has done themselves, and what they have been told of others' decisions; kept while the project is open. */
import { createDecided, type Decided } from './decided.ts'
import type { Pen } from './pen.ts'
import { isAlone } from './store/coders.ts'
import type { WritableDB } from './store/database.ts'
import { isJudgedByOthers, judgedBy } from './store/decisions.ts'
import { commentsNaming, readInterests } from './store/interests.ts'
import { keepShown, shownTo } from './store/shown.ts'

export interface OwnWork {
  readonly coder: string
  /** Nobody else has decided anything in this project. */
  readonly isAlone: boolean
  /** Whether they have a judgement on it that is not taken back. */
  has(commentId: number): boolean
  /** How many of these they have none on. */
  countLeft(commentIds: Int32Array): number
  /** How many comments they have one on. */
  count(): number
  set(commentId: number, isTheirs: boolean): void
  /** Whether they were ever told what somebody else decided on this comment. */
  wasShown(commentId: number): boolean
  /** Comments that name something they belong to. */
  kept(): ReadonlySet<number>
  /** They are told now what stands on these comments; it is remembered where somebody else had a part in it. */
  show(commentIds: readonly number[]): void
}

interface Project {
  readonly db: WritableDB
  readonly isReadOnly: boolean
  readonly pen: Pen
}

/** @param anybodys which comments have a standing decision: all of them theirs where they are alone */
export function ownWork({ db, isReadOnly, pen }: Project, coder: string, anybodys: Decided): OwnWork {
  const alone = isAlone(db, coder)
  // Not before somebody asks: among a million decisions of several people it takes a while.
  let known: Decided | null = alone ? anybodys : null
  const mine = () => {
    known ??= createDecided(judgedBy(db, coder))
    return known
  }
  const shown = new Set(shownTo(db, coder))
  let named: { readonly phrases: string; readonly ids: ReadonlySet<number> } | null = null
  return {
    coder,
    isAlone: alone,
    has: (commentId) => mine().has(commentId),
    countLeft: (commentIds) => commentIds.length - mine().among(commentIds),
    count: () => mine().count(),
    // Where they are alone, it is put down for everybody.
    set(commentId, isTheirs) {
      if (!alone) known?.set(commentId, isTheirs)
    },
    wasShown: (commentId) => shown.has(commentId),
    kept() {
      const interests = readInterests(db, coder)
      const phrases = interests.join('\n')
      if (named?.phrases !== phrases) {
        named = { phrases, ids: new Set(interests.flatMap((one) => [...commentsNaming(db, one)])) }
      }
      return named.ids
    },
    show(commentIds) {
      if (alone) return
      const told = commentIds.filter((id) => !shown.has(id) && isJudgedByOthers(db, id, coder))
      if (told.length === 0) return
      for (const id of told) shown.add(id)
      if (!isReadOnly) pen.whenBack(() => keepShown(db, coder, told))
    },
  }
}

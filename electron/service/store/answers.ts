/** Labels that a file brings, each coder's own: they become that coder's decisions when the import is whole. */
import type { Codebook } from '../../../core/labels.ts'
import type { ImportedComment } from '../../../core/records.ts'
import { readCodebook } from './codebook.ts'
import { knownSpelling } from './coders.ts'
import type { ReadableDB, WritableDB } from './database.ts'
import { recordDecision } from './decisions.ts'

interface Met {
  readonly importId: number
  readonly commentId: number
  readonly comment: ImportedComment
}

export function keepAnswers(db: WritableDB, { importId, commentId, comment }: Met): void {
  for (const { coder, label, at, note } of comment.answers) {
    db.run(
      `insert into incoming_answers (import_id, comment_id, row, coder, label, at, note)
       values (?, ?, ?, ?, ?, ?, ?)`,
      importId,
      commentId,
      comment.row,
      coder,
      label,
      at,
      note,
    )
  }
}

interface Incoming {
  readonly comment_id: number
  readonly row: number
  readonly coder: string
  readonly label: string
  readonly at: string | null
  readonly note: string | null
}

/**
 * Makes decisions of the answers, in the order in which they were given. Within a transaction.
 *
 * @returns how many had a label that the codebook does not have; each is listed as a problem
 */
export function applyAnswers(db: WritableDB, importId: number, at: string): number {
  const codebook = readCodebook(db)
  const idOf = labelFinder(codebook)
  let unknown = 0
  const spelled = new Map<string, string>()
  const answers = db.all<Incoming>(
    'select * from incoming_answers where import_id = ? order by at is null, at, rowid',
    importId,
  )
  for (const written of answers) {
    // "sam " in the file and Sam in the project are one person.
    const coder = spelled.get(written.coder) ?? knownSpelling(db, written.coder)
    spelled.set(written.coder, coder)
    const answer = { ...written, coder }
    const label = idOf(answer.label)
    if (label === null) {
      unknown += 1
      db.run(
        `insert into problems (import_id, row, field, value, reason, skipped)
         values (?, ?, 'label', ?, 'unknown-label', 0)`,
        importId,
        answer.row,
        answer.label.slice(0, 200),
      )
    } else if (!isHere(db, answer, label)) {
      recordDecision(db, {
        commentId: answer.comment_id,
        label,
        coder: answer.coder,
        decidedAt: answer.at ?? at,
        note: answer.note,
        codebook,
        suggestionShown: false,
        shownMs: 0,
        suggestion: null,
        draw: 'other',
        mode: null,
        passage: null,
        reason: null,
      })
    }
  }
  db.run('delete from incoming_answers where import_id = ?', importId)
  return unknown
}

/** The same file again brings no second decision. */
function isHere(db: ReadableDB, { comment_id, coder }: Incoming, label: string): boolean {
  const known = db.get(
    `select 1 from decisions d where comment_id = ? and coder = ? and label = ? and kind = 'label'
       and not exists (select 1 from decisions u where u.undoes = d.id)`,
    comment_id,
    coder,
    label,
  )
  return known !== undefined
}

/** By id or by name, whatever the case and the blanks around it. */
function labelFinder({ labels }: Codebook): (written: string) => string | null {
  const plain = (text: string) => text.normalize('NFKC').trim().toLocaleLowerCase('en')
  const ids = new Map(labels.flatMap(({ id, name }) => [id, name].map((word) => [plain(word), id] as const)))
  return (written) => ids.get(plain(written)) ?? null
}

/** Who writes letters, where to appeal, and what the body is called in comments. */
import type { LetterSettings } from '../../../core/contract/appeals-answers.ts'
import type { ReadableDB, WritableDB } from './database.ts'
import { appendEvent } from './events.ts'

const never: LetterSettings = { sender: '', contact: '', appealDays: 28, further: '', names: [] }

export function readLetterSettings(db: ReadableDB): LetterSettings {
  const json = db.get<{ letters: string | null }>('select letters from project')?.letters
  // Safe: written by saveLetterSettings.
  return json ? { ...never, ...(JSON.parse(json) as Partial<LetterSettings>) } : never
}

/** On the disk when this returns, and in the record. */
export function saveLetterSettings(
  db: WritableDB,
  letters: LetterSettings,
  by: { readonly coder: string; readonly at: string },
): void {
  const before = readLetterSettings(db)
  db.transaction(() => {
    db.run('update project set letters = ?', JSON.stringify(letters))
    appendEvent(db, { kind: 'setting', ...by, body: { now: letters, before } })
  })
}

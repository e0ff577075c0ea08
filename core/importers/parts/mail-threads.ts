/** Puts messages into threads: by what they answer, else by their subject. */
import type { ReadMail } from './mail-message.ts'

export interface MailThreads {
  readonly threadOf: (mail: ReadMail, row: number) => { readonly id: string; readonly title: string | null }
}

/** "Re:", "AW:", "Fwd:", "[fern-list] Re[2]:" and the like; "Re" counts as an answer, the others do not. */
const answerPrefix =
  /^(?:re|aw|antw|antwort|sv|vs|rif|ris|res|odp|回复|答复|ynt)(?:\[\d{1,3}\]|\^\d{1,3}|\(\d{1,3}\))? ?[:：] ?/iu
const forwardPrefix = /^(?:fwd?|wg|tr|rv|enc|i|vb|转发)(?:\[\d{1,3}\])? ?[:：] ?/iu
const listTag = /^\[[^[\]]{1,60}\] ?(?=(?:re|aw|antw|sv|fwd?|wg) ?:)/i

export function bareSubject(subject: string): { readonly bare: string; readonly isAnswer: boolean } {
  let bare = subject.trim()
  let isAnswer = false
  for (let turns = 0; turns < 20; turns += 1) {
    const shorter = bare.replace(listTag, '').replace(answerPrefix, '').replace(forwardPrefix, '')
    isAnswer ||= answerPrefix.test(bare.replace(listTag, ''))
    if (shorter === bare) break
    bare = shorter.trim()
  }
  return { bare, isAnswer }
}

export function createMailThreads(): MailThreads {
  const byMessage = new Map<string, string>()
  const bySubject = new Map<string, string>()
  return {
    threadOf({ found, answers, subject }, row) {
      const { bare, isAnswer } = bareSubject(subject ?? '')
      const plain = bare.toLowerCase()
      const id = found.id ?? null
      const known = [...answers.toReversed(), ...(id === null ? [] : [id])].find((one) => byMessage.has(one))
      const thread =
        (known === undefined ? undefined : byMessage.get(known)) ??
        answers[0] ??
        (isAnswer && plain !== '' ? bySubject.get(plain) : undefined) ??
        id ??
        `message-${row}`
      for (const one of [...answers, ...(id === null ? [] : [id])])
        if (!byMessage.has(one)) byMessage.set(one, thread)
      if (plain !== '') bySubject.set(plain, thread)
      return { id: thread, title: bare === '' ? null : bare }
    },
  }
}

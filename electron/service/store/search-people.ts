/** Comments by who decided them, whatever stands or as it stands. */
import type { Decider, Name } from '../../../core/queue/query-terms.ts'
import { decidersOf } from './coders.ts'
import { addTo, marked, where } from './marks.ts'
import { numbersFrom } from './number-lists.ts'
import { matcher, plain } from './search-names.ts'
import type { Searched } from './searched.ts'

export function decidedBy(searched: Searched, by: readonly Decider[]): Uint8Array {
  const { labels } = searched
  const isAnyone = by.includes('anyone')
  const isNobody = by.includes('nobody')
  const found = where(labels, (code) => (code === 0 ? isNobody : isAnyone))
  const named = by.filter((one) => one === 'me' || typeof one === 'object')
  addTo(found, marked(searched, commentsOf(searched, standingFor('d.coder'), codersNamed(searched, named))))
  return found
}

/** Those who have a judgement on it that is not taken back, whatever stands. */
export function judgedBy(searched: Searched, names: readonly (Name | 'me')[]): Int32Array {
  const inForce = `select comment_id from decisions d where kind = 'label'
    and not exists (select 1 from decisions u where u.undoes = d.id) and d.coder in`
  return commentsOf(searched, inForce, codersNamed(searched, names))
}

function codersNamed({ db, coder }: Searched, names: readonly (Name | 'me')[]): readonly string[] {
  const isMeant = matcher(names.filter((one) => one !== 'me'))
  return decidersOf(db).filter((one) => (names.includes('me') && one === coder) || isMeant(plain(one)))
}

export const standingFor = (column: 'd.coder' | 'd.reason') =>
  `select s.comment_id from standing s join decisions d on d.id = s.decision_id where ${column} in`

/** @param question ends with "in" */
export function commentsOf({ db }: Searched, question: string, values: readonly string[]): Int32Array {
  if (values.length === 0) return new Int32Array()
  return numbersFrom(
    db,
    `select group_concat(comment_id) from (${question} (select value from json_each(?)))`,
    JSON.stringify(values),
  )
}

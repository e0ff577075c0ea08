/** The query that finds the comments of a group at the desk. */
import type { BiasDimension } from '../contract/bias-report.ts'
import type { GroupingFacts } from './dimensions.ts'

/** What groups are called by. */
export interface Named extends Pick<GroupingFacts, 'topics'> {
  /** The titles of the threads that rows name. */
  readonly threads: ReadonlyMap<number, string>
}

/** Null where no query does. */
export function searchFor(id: BiasDimension, key: string, { threads, topics }: Named): string | null {
  switch (id) {
    case 'topic':
      return (
        topics
          .find(({ word }) => word === key)
          ?.forms.map(quoted)
          .join(' OR ') ?? null
      )
    case 'thread':
      return named('thread', threads.get(Number(key)) ?? '')
    case 'source':
      return named('source', key)
    case 'coder':
      return named('coder', key)
    default:
      return null
  }
}

const quoted = (word: string): string => `"${word}"`

/** A name with a quote in it cannot be asked for. */
function named(field: string, name: string): string | null {
  return name.trim() === '' || /["“”„‟]/u.test(name) ? null : `${field}:${quoted(name)}`
}

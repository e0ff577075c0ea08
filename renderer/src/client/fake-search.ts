/** Searching the invented comments: words, authors, threads, labels and times, as the service would. */
import type { Service } from '../../../core/contract/contract.ts'
import type { Filter } from '../../../core/contract/requests.ts'
import { hitsIn } from '../../../core/queue/hits.ts'
import { parseQuery } from '../../../core/queue/query.ts'
import type { Name, Query, Term } from '../../../core/queue/query-terms.ts'
import { AppError } from '../../../core/result.ts'
import { type FakeComment, threadTitles } from './fake-data.ts'
import { isDisputed, isForSecond } from './fake-judging.ts'
import { bandOf, suggestionOf } from './fake-model.ts'
import { type FakeWorld, statusOf } from './fake-world.ts'

export function queryOf({ codebook }: FakeWorld, { text }: Filter): Query {
  return parseQuery(text, { codebook, today: '2026-09-14' })
}

/** Whether a comment belongs to what is looked for. */
export function seeks(world: FakeWorld, filter: Filter): (comment: FakeComment) => boolean {
  const { groups } = queryOf(world, filter)
  return (comment) =>
    isShown(world, comment, filter.show) &&
    groups.every((group) => group.some(({ isNot, term }) => holds(world, comment, term) !== isNot))
}

function isShown(world: FakeWorld, { commentId }: FakeComment, show: Filter['show']): boolean {
  switch (show) {
    case 'all':
      return true
    case 'undecided':
    case 'decided':
      return world.standing.has(commentId) === (show === 'decided')
    case 'second':
      return isForSecond(world, commentId)
    case 'adjudicate':
      return isDisputed(world, commentId)
  }
}

function holds(world: FakeWorld, comment: FakeComment, term: Term): boolean {
  const standing = world.standing.get(comment.commentId)
  switch (term.kind) {
    case 'text':
      return hitsIn(comment.text, { groups: [[{ isNot: false, term }]], hints: [] }).length > 0
    case 'author':
      return isNamed(comment.author, term.names)
    case 'thread':
      return isNamed(threadTitles[comment.threadId - 1] ?? null, term.names)
    case 'label':
      return term.labels.includes(standing?.label ?? null)
    case 'decided':
      return term.by.some((by) => (by === 'nobody') === (standing === undefined))
    case 'status':
      return term.statuses.some((status) => status === statusOf(world, comment.commentId))
    case 'rule':
      return term.rules.includes(standing?.reason ?? '')
    case 'coder':
      return isNamed(
        standing?.coder ?? null,
        term.names.filter((one) => one !== 'me'),
      )
    case 'suggestion':
      return term.bands.includes(suggestionOf(world, comment)?.band ?? '')
    case 'measured':
      // Only what is decided was measured.
      return (
        standing !== undefined && term.bands.some((band) => band === null || band === bandOf(world, comment))
      )
    case 'score': {
      const share = suggestionOf(world, comment)?.shares[term.label ?? 'troll'] ?? -1
      return term.ranges.some(
        ({ from, to, isBelow }) => share >= from && (isBelow ? share < to : share <= to),
      )
    }
    case 'date': {
      const ms = Date.parse(comment.createdAt ?? '')
      return term.periods.some(({ startMs, endMs }) => ms >= startMs && ms < endMs)
    }
    case 'has':
      return term.what.includes('note') && standing?.note != null
    case 'source':
      return true
  }
}

function isNamed(name: string | null, names: readonly Name[]): boolean {
  const said = name?.toLowerCase() ?? ''
  return names.some(({ text, isWhole }) =>
    isWhole ? said === text.toLowerCase() : said.includes(text.toLowerCase()),
  )
}

type SearchMethods = Extract<keyof Service, `searches.${string}`>

export function searchMethods(world: FakeWorld): Pick<Service, SearchMethods> {
  const keep = (searches: FakeWorld['searches']) => {
    world.searches = searches.toSorted((a, b) => a.name.localeCompare(b.name))
    world.tell('searches')
    return world.searches
  }
  return {
    'searches.list': () => world.searches,
    'searches.save': ({ name, order, filter }) => {
      const others = world.searches.filter((one) => one.name !== name)
      const id = 1 + Math.max(0, ...world.searches.map((one) => one.id))
      return keep([...others, { id, name, order, filter, savedBy: world.settings.coder }])
    },
    'searches.rename': ({ id, name }) => {
      if (world.searches.some((one) => one.name === name && one.id !== id)) {
        throw new AppError('bad-request', `Another search is called ${name} already. Choose another name.`)
      }
      return keep(world.searches.map((one) => (one.id === id ? { ...one, name } : one)))
    },
    'searches.delete': ({ id }) => keep(world.searches.filter((one) => one.id !== id)),
  }
}

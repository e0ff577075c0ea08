/** The comments in what a page says of itself in JSON-LD. @source schema.org/Comment, schema.org/DiscussionForumPosting */
import type { Found } from '../export-format.ts'
import { textOfHtml } from './html-text.ts'
import { at, isObject, numberAt, parseExactly, textAt } from './json-exact.ts'
import { rawWithout } from './json-raw.ts'

export interface LinkedComment {
  readonly found: Omit<Found, 'row' | 'id' | 'parentId'>
  readonly id: string | null
  readonly parent: LinkedComment | null
  readonly isAnswered: boolean
}

export interface LinkedPage {
  readonly comments: readonly LinkedComment[]
  /** How many the page says there are. */
  readonly declared: number | null
}

interface Visit {
  readonly value: unknown
  readonly isComment: boolean
  readonly parent: LinkedComment | null
  readonly about: { readonly title: string | null; readonly address: string | null }
}

const nowhere = { title: null, address: null }
/** A page with more than this is none. */
const mostValues = 1_000_000

/** @returns null for what is no JSON */
export function readLinkedData(json: string): LinkedPage | null {
  const comments: LinkedComment[] = []
  let declared: number | null = null
  let visited = 0
  const waiting: Visit[] = []
  try {
    waiting.push({ value: parseExactly(json), isComment: false, parent: null, about: nowhere })
  } catch {
    return null
  }
  for (let visit = waiting.pop(); visit !== undefined && visited < mostValues; visit = waiting.pop()) {
    visited += 1
    const { value, parent } = visit
    if (Array.isArray(value)) {
      for (const one of value.toReversed()) waiting.push({ ...visit, value: one })
      continue
    }
    if (!isObject(value)) continue
    const isComment = visit.isComment || typesOf(value).includes('Comment')
    const comment = isComment ? commentOf(value, visit) : null
    if (comment !== null) comments.push(comment)
    if (!isComment) declared ??= numberAt(value, 'commentCount')
    const about = isComment ? visit.about : aboutOf(value, visit.about)
    const inside = { parent: comment ?? parent, about }
    waiting.push({ ...inside, value: at(value, 'comment') ?? at(value, 'comments'), isComment: true })
    if (isComment) continue
    for (const key of [
      '@graph',
      'mainEntity',
      'mainEntityOfPage',
      'itemListElement',
      'item',
      'hasPart',
      'review',
    ]) {
      waiting.push({ ...inside, value: at(value, key), isComment: false })
    }
  }
  return { comments, declared }
}

function typesOf(value: unknown): readonly unknown[] {
  const type = at(value, '@type')
  return Array.isArray(type) ? type : [type]
}

function aboutOf(value: unknown, outer: Visit['about']): Visit['about'] {
  return {
    title: textAt(value, 'headline') ?? textAt(value, 'name') ?? outer.title,
    address: textAt(value, 'url') ?? textAt(value, 'mainEntityOfPage') ?? outer.address,
  }
}

function commentOf(value: unknown, { parent, about }: Visit): LinkedComment {
  const written = at(value, 'author') ?? at(value, 'creator')
  const author: unknown = Array.isArray(written) ? written[0] : written
  const answers = at(value, 'comment') ?? at(value, 'comments')
  return {
    id: textAt(value, 'identifier') ?? textAt(value, '@id') ?? textAt(value, 'url'),
    parent,
    isAnswered: typeof answers === 'object' && answers !== null,
    found: {
      threadId: about.address,
      threadTitle: about.title,
      author:
        typeof author === 'string' ? author : (textAt(author, 'name') ?? textAt(author, 'alternateName')),
      authorId: textAt(author, '@id') ?? textAt(author, 'url'),
      time: textAt(value, 'dateCreated') ?? textAt(value, 'datePublished'),
      likes: textAt(value, 'upvoteCount') ?? likesOf(at(value, 'interactionStatistic')),
      url: textAt(value, 'url'),
      text: textOfHtml(
        textAt(value, 'text') ?? textAt(value, 'commentText') ?? textAt(value, 'description') ?? '',
      ),
      raw: rawWithout(isObject(value) ? withoutAnswers(value) : value),
    },
  }
}

function withoutAnswers({ comment: _, comments: __, ...own }: Readonly<Record<string, unknown>>): unknown {
  return own
}

function likesOf(statistic: unknown): string | null {
  const all: readonly unknown[] = Array.isArray(statistic) ? statistic : [statistic]
  const likes = all.find((one) => {
    const type = at(one, 'interactionType')
    return /LikeAction/.test(typeof type === 'string' ? type : (textAt(type, '@type') ?? ''))
  })
  return textAt(likes, 'userInteractionCount')
}

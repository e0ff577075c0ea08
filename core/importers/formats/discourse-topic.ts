/** Discourse: a topic, or pages of it, as its address with ".json" gives it. @source docs.discourse.org, "Get a single topic" */
import type { ExportFormat, Sink, Source } from '../export-format.ts'
import type { Head } from '../head.ts'
import { discoursePost, discourseSite, isDiscoursePost } from '../parts/discourse-post.ts'
import { anyOf, readAnyJson, silent } from '../parts/json-any.ts'
import { at, listAt, numberAt, textAt } from '../parts/json-exact.ts'
import { type JsonRecord, readJsonRecords } from '../parts/json-records.ts'
import { peek } from '../parts/peek.ts'

export const discourseTopic: ExportFormat = {
  id: 'discourse-topic',
  title: 'Discourse topic',
  platform: 'discourse',
  // Every forum counts from 1: a topic's number and a post's together are less likely to come twice.
  idsWithin: 'thread',
  detect: (head) => {
    if (hasTopics(head)) return 0.97
    const latest = listAt(head.json, 'latest_posts').slice(0, 20).some(isDiscoursePost)
    return latest || anyOf(head, isDiscoursePost) ? 0.92 : 0
  },
  async parse(source, sink) {
    const head = await peek(source)
    const isPosts = !hasTopics(head) && anyOf(head, isDiscoursePost)
    // Posts by themselves say how many their topic has, and not of which they are all.
    const topics = isPosts ? new Map<string, Topic>() : await topicsOf(source)
    const site = await siteIn(source)
    const reader = createReader(sink, { topics, site })
    if (isPosts) {
      await readAnyJson(source, sink, { places: [], onRecord: reader.take })
    } else {
      await readJsonRecords(source, sink, {
        places: postPlaces,
        onRecord: reader.take,
      })
    }
    reader.end()
  },
}

const hasTopics = (head: Head): boolean =>
  anyOf(head, (value) => Array.isArray(at(value, 'post_stream', 'posts')))

interface Topic {
  readonly title: string | null
  readonly isPrivate: boolean
  /** How many posts it has in all; null where the file does not say. */
  readonly posts: number | null
}

const postPlaces = ['post_stream.posts.*', '*.post_stream.posts.*', 'latest_posts.*']

const facts = ['post_stream.stream', 'id', 'title', 'archetype', 'posts_count'] as const

/** What is said of a topic stands after its posts: the file is looked through for that first. */
async function topicsOf(source: Source): Promise<ReadonlyMap<string, Topic>> {
  const topics = new Map<string, Topic>()
  let stream: number | null = null
  let id: string | null = null
  const tell = (more: Partial<Topic>): void => {
    const before = topics.get(id ?? '') ?? { title: null, isPrivate: false, posts: null }
    topics.set(id ?? '', { ...before, ...more })
  }
  await readJsonRecords(source, silent, {
    places: [...facts, ...facts.map((place) => `*.${place}`)],
    onRecord({ path, value }) {
      const name = path.at(-1)
      if (name === 'stream') stream = Array.isArray(value) ? value.length : null
      else if (name === 'id') {
        id = textAt({ value }, 'value')
        tell({ posts: stream })
        stream = null
      } else if (name === 'title') tell({ title: textAt({ value }, 'value') })
      else if (name === 'archetype') tell({ isPrivate: value === 'private_message' })
      // Without the list of all posts: counted by the forum, those gone left out.
      else if (topics.get(id ?? '')?.posts == null) tell({ posts: numberAt({ value }, 'value') })
    },
  })
  return topics
}

/** Not every post says it: somebody without a picture has one of a letter, which many forums share. */
async function siteIn(source: Source): Promise<string | null> {
  let site: string | null = null
  const onRecord = ({ value }: JsonRecord) => {
    site ??= discourseSite(value)
  }
  await readAnyJson(source, silent, { places: postPlaces, onRecord })
  return site
}

interface Forum {
  readonly topics: ReadonlyMap<string, Topic>
  readonly site: string | null
}

function createReader(sink: Sink, { topics, site }: Forum) {
  const ids = new Map<string, string>()
  const seen = new Map<string, Set<string>>()
  let row = 0
  let lost = 0
  const idOf = (topicId: string, number: string): string | null => {
    const id = ids.get(`${topicId}/${number}`) ?? null
    if (id === null) lost += 1
    return id
  }
  return {
    take({ value, raw }: JsonRecord): void {
      row += 1
      const topicId = textAt(value, 'topic_id') ?? ''
      const id = textAt(value, 'id')
      const number = textAt(value, 'post_number')
      if (id !== null && number !== null) ids.set(`${topicId}/${number}`, id)
      const posts = seen.get(topicId) ?? new Set<string>()
      seen.set(topicId, posts.add(id ?? String(row)))
      const topic = topics.get(topicId)
      const { found, hasQuote } = discoursePost(value, {
        row,
        raw,
        threadTitle: topic?.title ?? null,
        isPrivate: topic?.isPrivate === true,
        site,
        idOf,
      })
      if (typeof found === 'string') {
        sink.leaveOut(row, found)
        return
      }
      if (hasQuote) sink.repaired(row, 'quoted-text')
      sink.comment(found)
    },
    end(): void {
      let present = 0
      let declared = 0
      for (const [id, { posts }] of topics) {
        present += seen.get(id)?.size ?? 0
        declared += posts ?? 0
      }
      if (declared > present) sink.incomplete(`${present} of ${declared} posts are in the file.`)
      if (lost > 0) sink.incomplete(`Answers to posts that are not in the file: ${lost}.`)
    },
  }
}

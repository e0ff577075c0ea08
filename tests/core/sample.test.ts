/** The invented sample: that it holds together, is varied, and names nobody who could exist. */

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { standardCodebook } from '../../core/labels.ts'
import { shuffledBy } from '../../core/queue/order.ts'
import type { CommentKind, CommentState } from '../../core/records.ts'

interface SampleComment {
  readonly id: string
  readonly parent: string | null
  readonly thread: string
  readonly title: string
  readonly platform: string
  readonly author: string
  readonly time: string
  readonly text: string
  readonly likes: number | null
  readonly state: CommentState
  readonly kind: CommentKind
  readonly url: null
}

interface SampleLabel {
  readonly id: string
  readonly label: string
}

interface SampleDecision extends SampleLabel {
  readonly decidedAt: string
  readonly note: string | null
  readonly suggestionShown: boolean
  readonly draw: string
}

const folder = path.resolve(import.meta.dirname, '../../resources/sample')
const readText = (name: string): string => readFileSync(path.join(folder, name), 'utf8')
const readLines = (name: string): readonly unknown[] =>
  readText(name)
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))

// Safe: the first test holds every line to these keys.
const comments = readLines('comments.jsonl') as readonly SampleComment[]
const labels = readLines('labels.jsonl') as readonly SampleLabel[]
const decisions = readLines('decisions.jsonl') as readonly SampleDecision[]
const readme = readText('README.md')

const byId = new Map(comments.map((comment) => [comment.id, comment]))
const labelOf = new Map(labels.map((one) => [one.id, one.label]))
const labelIds = standardCodebook.labels.map((label) => label.id)
const platforms = ['Trust page', 'Echo site', 'Board video', 'Forum']
const written = comments.filter((comment) => comment.kind === 'comment')

/** How many replies deep a comment is; 0 at the top. */
function depthOf(comment: SampleComment): number {
  const parent = comment.parent === null ? undefined : byId.get(comment.parent)
  return parent ? depthOf(parent) + 1 : 0
}

/** Case, accents' composition, punctuation and spaces do not tell two texts apart; emoji do. */
const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\s]+/gu, ' ')
    .trim()

function trigramsOf(text: string): ReadonlySet<string> {
  const words = normalise(text).split(' ')
  return new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`))
}

describe('the lines', () => {
  test('have the same keys throughout', () => {
    const keys = 'id,parent,thread,title,platform,author,time,text,likes,state,kind,url'
    expect(new Set(comments.map((one) => Object.keys(one).join()))).toEqual(new Set([keys]))
    expect(new Set(labels.map((one) => Object.keys(one).join()))).toEqual(new Set(['id,label']))
    const decisionKeys = 'id,label,decidedAt,note,suggestionShown,draw'
    expect(new Set(decisions.map((one) => Object.keys(one).join()))).toEqual(new Set([decisionKeys]))
  })

  test('have ids of their own', () => {
    expect(byId.size).toBe(comments.length)
  })

  test('have an author, a text, a known state and whole likes or none', () => {
    const states = ['visible', 'held', 'deleted-by-author', 'removed-by-moderator']
    for (const one of comments) {
      expect(one.author.trim() && one.text.trim(), one.id).not.toBe('')
      expect(states, one.id).toContain(one.state)
      expect(one.likes === null || (Number.isInteger(one.likes) && one.likes >= 0), one.id).toBe(true)
    }
    expect(new Set(comments.map((one) => one.state))).toEqual(new Set(states))
  })

  test('are from the days after the report', () => {
    for (const one of comments) {
      expect(one.time).toMatch(/^2026-09-1[2-5]T\d\d:\d\d:\d\dZ$/)
      expect(one.time >= '2026-09-12T17:05:00Z', one.id).toBe(true)
    }
  })
})

describe('the threads', () => {
  test('have every parent before its replies, in the file and in time, in the same thread', () => {
    const place = new Map(comments.map((one, at) => [one.id, at]))
    const astray = comments.filter((one, at) => {
      if (one.parent === null) return false
      const parent = byId.get(one.parent)
      return (
        !parent ||
        parent.thread !== one.thread ||
        parent.time >= one.time ||
        (place.get(parent.id) ?? at) >= at
      )
    })
    expect(astray.map((one) => one.id)).toEqual([])
  })

  test('keep one title and one platform', () => {
    const threads = new Set(comments.map((one) => one.thread))
    const titled = new Set(comments.map((one) => `${one.thread}|${one.title}|${one.platform}`))
    expect(titled.size).toBe(threads.size)
    expect(threads.size).toBe(15)
  })

  test('go at least four replies deep', () => {
    expect(Math.max(...comments.map(depthOf))).toBeGreaterThanOrEqual(4)
  })

  test('mark what the trust wrote as a post, and nothing else', () => {
    for (const one of comments) expect(one.kind === 'post').toBe(one.author === 'Harrowmere Hospitals Trust')
  })

  test('are on four platforms', () => {
    expect(new Set(comments.map((one) => one.platform))).toEqual(new Set(platforms))
  })
})

describe('the labels', () => {
  test('are one a comment, from the codebook', () => {
    expect(labels.map((one) => one.id)).toEqual(comments.map((one) => one.id))
    expect(labels.filter((one) => !labelIds.includes(one.label))).toEqual([])
  })

  test('are mostly critics and neither, with about one troll in eight', () => {
    const share = (id: string) => written.filter((one) => labelOf.get(one.id) === id).length / written.length
    expect(share('troll')).toBeGreaterThan(0.1)
    expect(share('troll')).toBeLessThan(0.14)
    expect(share('critic')).toBeGreaterThan(share('neither'))
    expect(share('critic') + share('neither')).toBeGreaterThan(0.8)
  })

  test('are counted rightly in the readme', () => {
    const rowOf = (name: string, part: readonly SampleComment[]) => {
      const counts = labelIds.map((id) => part.filter((one) => labelOf.get(one.id) === id).length)
      return `| ${[name, part.length, ...counts].join(' | ')} |`
    }
    for (const platform of platforms) {
      const part = comments.filter((one) => one.platform === platform)
      expect(readme).toContain(rowOf(platform, part))
    }
    expect(readme).toContain(rowOf('all', comments))
  })
})

describe('the decisions', () => {
  test('each point to a comment of a person, once, with a label of the codebook', () => {
    expect(new Set(decisions.map((one) => one.id)).size).toBe(decisions.length)
    expect(decisions.filter((one) => byId.get(one.id)?.kind !== 'comment')).toEqual([])
    expect(new Set(decisions.map((one) => one.label))).toEqual(new Set(labelIds))
  })

  test('were taken one after the other, after the comment was written', () => {
    const times = decisions.map((one) => one.decidedAt)
    expect(times).toEqual([...new Set(times)].sort())
    for (const one of decisions) {
      expect(one.decidedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
      expect(one.decidedAt > (byId.get(one.id)?.time ?? '9')).toBe(true)
    }
  })

  test('were taken with the suggestion shown and without, and agree with the intended label but twice', () => {
    expect(new Set(decisions.map((one) => one.suggestionShown))).toEqual(new Set([true, false]))
    const parted = decisions.filter((one) => one.label !== labelOf.get(one.id))
    expect(parted.map((one) => one.id)).toEqual(['trust-statement-10', 'trust-parking-05'])
    expect(readme).toContain(`${decisions.length - parted.length} of ${decisions.length}`)
  })
})

describe('the decisions that measure', () => {
  const random = decisions.filter((one) => one.draw === 'random')

  test('are forty, each taken blind, and no other is said to be drawn by anything', () => {
    expect(random).toHaveLength(40)
    expect(random.filter((one) => one.suggestionShown)).toEqual([])
    expect(new Set(decisions.map((one) => one.draw))).toEqual(new Set(['random', 'other']))
  })

  test('are the beginning of a seeded shuffle of what was left', () => {
    const before = new Set(decisions.filter((one) => one.draw === 'other').map((one) => one.id))
    const left = comments.flatMap((one, at) => (one.kind === 'comment' && !before.has(one.id) ? [at] : []))
    const drawn = [
      ...shuffledBy(
        Int32Array.from(left, (at) => at + 1),
        2026,
      ),
    ].slice(0, 40)
    expect(random.map((one) => one.id)).toEqual(drawn.map((row) => comments[row - 1]?.id))
  })
})

describe('the texts', () => {
  test('are each written once', () => {
    const seen = new Set(comments.map((one) => normalise(one.text)))
    expect(seen.size).toBe(comments.length)
  })

  test('have less than a third of their runs of three words in common', () => {
    const runs = comments.map((one) => ({ id: one.id, words: trigramsOf(one.text) }))
    const alike = runs.flatMap((one, at) =>
      runs
        .slice(at + 1)
        .filter((other) => {
          const shared = [...one.words].filter((run) => other.words.has(run)).length
          return shared > 0 && shared / (one.words.size + other.words.size - shared) >= 1 / 3
        })
        .map((other) => `${one.id} ${other.id}`),
    )
    expect(alike).toEqual([])
  })

  test.each([
    ['Arabic', /^[^a-z]*\p{Script=Arabic}{2}/iu],
    ['Urdu', /[ٹڈںےگچ]/u],
    ['Polish', /[łężś]/u],
    ['Welsh', /\b(Mae|Pam nad|Ydy|Yr adroddiad)\b/u],
    ['Spanish', /vergüenza|¿|familias/u],
    ['emoji alone', /^(\p{Extended_Pictographic}|\uFE0F)+$/u],
  ])('are also in %s', (_script, pattern) => {
    expect(written.filter((one) => pattern.test(one.text)).length).toBeGreaterThanOrEqual(2)
  })

  test.each([
    ['one of about three thousand characters', /^.{2800,3300}$/s],
    ['some of one short word', /^\w{1,6}$/],
    ['a list over several lines', /\n- .*\n- /],
    ['a line that looks like HTML', /<b>.*<\/b>.*<img src=x onerror=alert\(1\)>/s],
    ['capitals throughout', /^[A-Z0-9 .?]{30,}$/],
    ['quoted abuse', /[“"].*(choked|trout|mop|name).*[”"]/],
  ])('hold %s', (_what, pattern) => {
    expect(written.some((one) => pattern.test(one.text))).toBe(true)
  })

  test('give no telephone number but those kept for fiction', () => {
    const numbers = comments.flatMap((one) => one.text.match(/\+?\d(?:[ ()-]{0,2}\d){7,}/g) ?? [])
    expect(numbers.length).toBeGreaterThan(0)
    expect(numbers.filter((number) => !/^(01632 960|07700 900)\d{3}$/.test(number))).toEqual([])
  })

  test('give no address outside example.org', () => {
    const hosts = comments.flatMap(
      (one) => one.text.match(/[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|uk|info|io|co|app|nhs|me|tv)\b/gi) ?? [],
    )
    expect(hosts.length).toBeGreaterThan(0)
    expect(hosts.filter((host) => !/(^|\.)example\.org$/.test(host))).toEqual([])
    const mails = comments.flatMap((one) => one.text.match(/\S+@\S+/g) ?? [])
    expect(mails.filter((mail) => !/@([\w-]+\.)*example\.org\.?$/.test(mail))).toEqual([])
  })
})

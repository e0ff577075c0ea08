/** The invented sample: that its exports are read whole, that it is varied, and names nobody who could exist. */

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { standardCodebook } from '../../core/labels.ts'
import { shuffledBy } from '../../core/queue/order.ts'
import type { ImportedComment } from '../../core/records.ts'
import { starter } from './classifier/starter.ts'
import { type ReadExport, readExport } from './importers/formats/reading-export.ts'

interface Named {
  readonly file: string
  readonly id: string
}

interface SampleLabel extends Named {
  readonly label: string
}

interface SampleDecision extends SampleLabel {
  readonly coder: string
  readonly decidedAt: string
  readonly shownMs: number
  readonly mode: string
  readonly suggestionShown: boolean
  readonly draw: string
  readonly passage: string | null
  readonly reason: string | null
  readonly note: string | null
}

type SampleComment = ImportedComment & { readonly file: string }

/** In the order in which they are brought in. */
const formats = {
  'trust-page.json': 'facebook-graph',
  'echo-site.xml': 'wordpress-wxr',
  'board-video.json': 'youtube-api',
  'forum.json': 'discourse-topic',
} as const
const files = Object.keys(formats)

const folder = path.resolve(import.meta.dirname, '../../resources/sample')
const readText = (name: string): string => readFileSync(path.join(folder, name), 'utf8')
const readLines = (name: string): readonly unknown[] =>
  readText(name)
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))

// Safe: tests below hold every line to these keys.
const labels = readLines('labels.jsonl') as readonly SampleLabel[]
const decisions = readLines('decisions.jsonl') as readonly SampleDecision[]
const readme = readText('README.md')

const keyOf = ({ file, id }: { readonly file: string; readonly id: string | null }) => `${file} ${id}`
const labelOf = new Map(labels.map((one) => [keyOf(one), one.label]))
const labelIds = standardCodebook.labels.map((label) => label.id)
const trust = 'Harrowmere Hospitals Trust'

const exports = new Map<string, ReadExport>()
let comments: readonly SampleComment[] = []
let written: readonly SampleComment[] = []
let byKey: ReadonlyMap<string, SampleComment> = new Map()
beforeAll(async () => {
  for (const name of files) exports.set(name, await readExport({ name, text: readText(name) }))
  comments = [...exports].flatMap(([file, read]) => read.comments.map((one) => ({ ...one, file })))
  written = comments.filter((comment) => comment.kind === 'comment')
  byKey = new Map(comments.map((comment) => [keyOf(comment), comment]))
})

const parentOf = ({ file, parentId }: SampleComment) =>
  parentId === null ? undefined : byKey.get(keyOf({ file, id: parentId }))

/** How many replies deep a comment is; 0 at the top. */
function depthOf(comment: SampleComment): number {
  const parent = parentOf(comment)
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

describe('the exports', () => {
  test.each(Object.entries(formats))('%s is read whole as %s', (name, format) => {
    const read = exports.get(name)
    expect(read).toMatchObject({ format, problems: [], incomplete: [] })
    expect(read?.comments.length).toBe(read?.read)
  })

  test('have an author, a text and an id of its own for each comment', () => {
    expect(byKey.size).toBe(comments.length)
    expect(comments.filter(({ author, text, id }) => !author?.trim() || !text.trim() || !id)).toEqual([])
  })

  test('hold comments in every state that moderators leave them in', () => {
    const states = ['visible', 'held', 'spam', 'deleted-by-author', 'removed-by-moderator']
    expect(new Set(comments.map((one) => one.state))).toEqual(new Set(states))
  })

  test('are from the six weeks after the report', () => {
    const times = comments.map((one) => one.createdAt ?? '').toSorted()
    expect(times[0]).toBe('2026-09-12T17:10:11.000Z')
    expect(times.at(-1)).toBe('2026-10-24T18:05:37.000Z')
  })

  test('know likes where the platform counts them, and do not take unknown for none', () => {
    const known = (file: string) => comments.filter((one) => one.file === file && one.likes !== null).length
    expect(known('echo-site.xml')).toBe(0)
    expect(known('trust-page.json')).toBe(exports.get('trust-page.json')?.comments.length)
  })
})

describe('the threads', () => {
  test('have every parent there, in the same thread and earlier', () => {
    const astray = comments.filter((one) => {
      if (one.parentId === null) return false
      const parent = parentOf(one)
      return !parent || parent.threadId !== one.threadId || (parent.createdAt ?? '') >= (one.createdAt ?? '')
    })
    expect(astray.map(keyOf)).toEqual([])
  })

  test('are eighteen, and go from one reply deep to eight', () => {
    expect(new Set(comments.map((one) => `${one.file} ${one.threadId}`)).size).toBe(18)
    expect(new Set(comments.map(depthOf))).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8]))
  })

  test('on the trust’s page each begin with what the trust wrote', () => {
    const posts = comments.filter((one) => one.file === 'trust-page.json' && one.kind === 'post')
    expect(posts).toHaveLength(6)
    expect(posts.filter(({ author }) => author !== trust)).toEqual([])
  })
})

describe('the labels', () => {
  test('are one a comment, from the codebook', () => {
    expect(new Set(labels.map((one) => Object.keys(one).join()))).toEqual(new Set(['file,id,label']))
    expect(labels.map(keyOf)).toEqual(comments.map(keyOf))
    expect(labels.filter((one) => !labelIds.includes(one.label))).toEqual([])
  })

  test('are mostly critics and neither, with about one troll in eight', () => {
    const share = (id: string) =>
      written.filter((one) => labelOf.get(keyOf(one)) === id).length / written.length
    expect(share('troll')).toBeGreaterThan(0.1)
    expect(share('troll')).toBeLessThan(0.14)
    expect(share('critic')).toBeGreaterThan(share('neither'))
    expect(share('critic') + share('neither')).toBeGreaterThan(0.8)
  })

  test('are counted rightly in the readme', () => {
    const rowOf = (name: string, part: readonly SampleComment[]) => {
      const counts = labelIds.map((id) => part.filter((one) => labelOf.get(keyOf(one)) === id).length)
      return `| ${[name, part.length, ...counts].join(' | ')} |`
    }
    for (const file of files) {
      expect(readme).toContain(
        rowOf(
          `\`${file}\``,
          comments.filter((one) => one.file === file),
        ),
      )
    }
    expect(readme).toContain(rowOf('all', comments))
  })

  test('are never troll to the starter where they are not to us', () => {
    const bands = starter.suggest(comments.map(({ text }) => text))
    const accused = comments.filter(
      (one, at) => bands[at]?.band === 'troll' && labelOf.get(keyOf(one)) !== 'troll',
    )
    expect(accused.map(keyOf)).toEqual([])
  })
})

describe('the decisions', () => {
  test('are on comments that can be decided, with labels of the codebook', () => {
    const keys = 'file,id,coder,label,decidedAt,shownMs,mode,suggestionShown,draw,passage,reason,note'
    expect(new Set(decisions.map((one) => Object.keys(one).join()))).toEqual(new Set([keys]))
    expect(decisions.filter((one) => byKey.get(keyOf(one))?.kind !== 'comment')).toEqual([])
    expect(new Set(decisions.map((one) => one.label))).toEqual(new Set(labelIds))
    expect(new Set(decisions.map(keyOf)).size).toBe(113)
  })

  test('are by two people over five days, one after the other, after all was written', () => {
    expect(new Set(decisions.map((one) => one.coder))).toEqual(new Set(['Sam', 'Noor']))
    expect(new Set(decisions.map((one) => one.decidedAt.slice(0, 10))).size).toBe(5)
    const times = decisions.map((one) => one.decidedAt)
    expect(times).toEqual([...new Set(times)].toSorted())
    const latest =
      comments
        .map((one) => one.createdAt ?? '')
        .toSorted()
        .at(-1) ?? ''
    expect((times[0] ?? '') > latest).toBe(true)
  })

  test('have taken as long as the clock between them allows, but for two who went away', () => {
    expect(decisions.filter(({ shownMs }) => shownMs < 1000)).toEqual([])
    expect(decisions.filter(({ shownMs }) => shownMs > 300_000)).toHaveLength(2)
    const early = decisions.filter(({ decidedAt, shownMs }, at) => {
      const before = decisions[at - 1]
      if (before === undefined) return false
      return Date.parse(decidedAt) + 1000 < Date.parse(before.decidedAt) + shownMs
    })
    expect(early).toEqual([])
  })

  test('name a passage of the comment, and a reason of the label that they give', () => {
    const passages = decisions.filter(({ passage }) => passage !== null)
    expect(passages.length).toBeGreaterThan(20)
    const elsewhere = passages.filter((one) => !byKey.get(keyOf(one))?.text.includes(one.passage ?? ''))
    expect(elsewhere).toEqual([])
    const reasonsOf = new Map(
      standardCodebook.labels.map(({ id, reasons }) => [id, reasons.map((one) => one.id)]),
    )
    const reasoned = decisions.filter(({ reason }) => reason !== null)
    expect(reasoned.filter(({ label, reason }) => !reasonsOf.get(label)?.includes(reason ?? ''))).toEqual([])
    expect(decisions.filter(({ label, reason }) => label === 'troll' && reason === null)).toEqual([])
  })

  test('have the mode that shows the suggestion, or hides it', () => {
    expect(decisions.filter((one) => one.suggestionShown !== (one.mode === 'check'))).toEqual([])
    expect(new Set(decisions.map((one) => one.mode))).toEqual(new Set(['check', 'code']))
  })

  test('agree with the intended label but where the readme says so', () => {
    const parted = decisions.filter((one) => one.label !== labelOf.get(keyOf(one)))
    expect(parted).toHaveLength(4)
    expect(readme).toContain(`in all but ${parted.length} of ${decisions.length} decisions`)
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
    const first = decisions.findIndex((one) => one.draw === 'random')
    const before = new Set(decisions.slice(0, first).map(keyOf))
    const left = comments.flatMap((one, at) =>
      one.kind === 'comment' && !before.has(keyOf(one)) ? [at + 1] : [],
    )
    const drawn = [...shuffledBy(Int32Array.from(left), 2026)].slice(0, 40)
    const named = drawn.flatMap((row) => comments[row - 1] ?? []).map(keyOf)
    expect(random.map(keyOf)).toEqual(named)
  })
})

describe('the texts', () => {
  test('are each written once', () => {
    const seen = new Set(comments.map((one) => normalise(one.text)))
    expect(seen.size).toBe(comments.length)
  })

  test('have less than a third of their runs of three words in common', () => {
    const runs = comments.map((one) => ({ id: keyOf(one), words: trigramsOf(one.text) }))
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
    ['Chinese', /\p{Script=Han}{4}/u],
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

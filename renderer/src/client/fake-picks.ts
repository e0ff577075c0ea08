/** What the invented service finds in what is picked: one table, one export, an archive of several files, very many. */
import type { InspectReport, SurveyReport } from '../../../core/contract/import-answers.ts'
import type { Reading } from '../../../core/records.ts'
import { AppError } from '../../../core/result.ts'
import { inspected } from './fake-file.ts'
import type { JobScript } from './fake-jobs.ts'
import type { FakeWorld } from './fake-world.ts'

/** `posts`: nothing that anybody could decide on. */
export type FakePick = 'table' | 'remembered' | 'export' | 'several' | 'many' | 'nothing' | 'posts' | 'known'

type Kind = 'table' | 'remembered' | 'unmatched' | 'export' | 'posts' | 'known' | 'broken'
type Found = readonly [name: string, kind: Kind, bytes: number]

const fileName = 'echo-comments-2026-09.csv'
const exportName = 'harrowmere-2026-09-15.xml'
const hostileName = '<img src=x onerror="document.title=1">\u202egnp.exe.json'
const picks: Readonly<Record<FakePick, readonly Found[]>> = {
  table: [[fileName, 'table', 1_240_000]],
  remembered: [[fileName, 'remembered', 1_240_000]],
  export: [[exportName, 'export', 5_600]],
  posts: [['posts_1.json', 'posts', 4_100]],
  known: [[exportName, 'known', 5_600]],
  nothing: [],
  several: [
    [`Takeout.zip › ${exportName}`, 'export', 5_600],
    [`Takeout.zip › pages/${fileName}`, 'table', 1_240_000],
    ['Takeout.zip › answers.csv', 'unmatched', 2_400],
    [`Takeout.zip › ${hostileName}`, 'export', 5_600],
    [
      'Takeout.zip › your_facebook_activity/comments_and_reactions/comments_of_the_summer.json',
      'known',
      9_000,
    ],
    ['Takeout.zip › cut-off.json', 'broken', 900],
  ],
  many: Array.from(
    { length: 260 },
    (_, at): Found => [`Comments › week-${String(at + 1).padStart(3, '0')}.xml`, 'export', 5_600],
  ),
}

const passedOver = [
  { name: 'Takeout.zip › photo.jpg', why: 'It is a picture.' },
  { name: 'Takeout.zip › <b>login</b>_history.json', why: 'It holds no comments.' },
]

export function surveyed(pick: FakePick): SurveyReport {
  const isBare = pick !== 'several' && pick !== 'nothing'
  return {
    files: picks[pick].map(([name, kind, bytes], at) => ({
      file: `file-${String(at + 1).padStart(4, '0')}`,
      name,
      bytes,
      title: titleOf(kind),
    })),
    passedOver: isBare ? [] : passedOver,
    passedOverCount: isBare ? 0 : pick === 'several' ? 140 : passedOver.length,
  }
}

/** @throws AppError for the file that cannot be read */
export function inspectedPick(
  pick: FakePick,
  file: string,
  given: { readonly world: FakeWorld; readonly reading: Reading | null; readonly script: JobScript },
): InspectReport {
  const [name, kind] = picks[pick][Number(file.slice(-4)) - 1] ?? [fileName, 'table']
  const { world, reading, script } = given
  const table = inspected(world, reading, script)
  const short = name.split(' › ').at(-1) ?? name
  switch (kind) {
    case 'broken':
      throw new AppError('file-unreadable', `“${short}” ends in the middle. Ask for it once more.`)
    case 'table':
    case 'remembered':
      return { ...table, name, isRemembered: kind === 'remembered' }
    case 'unmatched': {
      if (reading?.columns.text !== undefined) return { ...table, name }
      const columns = {}
      return { ...inspected(world, { ...(reading ?? table.reading), columns }, script), name, guesses: [] }
    }
    case 'export':
    case 'known':
    case 'posts': {
      if (reading !== null && reading.format === 'csv') return { ...table, name }
      return { ...table, ...exported(world, kind, script), name }
    }
  }
}

function titleOf(kind: Kind): string {
  if (kind === 'posts') return 'Facebook download: your posts'
  return kind === 'export' || kind === 'known'
    ? 'Disqus export'
    : kind === 'broken'
      ? 'JSON Lines'
      : 'Table (CSV)'
}

/** The third was deleted and its words are there; of the fifth only the place is. */
function previewed(one: FakeWorld['comments'][number], at: number): InspectReport['preview'][number] {
  const state = at === 2 ? 'deleted-by-author' : at === 4 ? 'removed-by-moderator' : 'visible'
  return { ...one, row: one.commentId, state, text: at === 4 ? '' : one.text }
}

function exported(
  world: FakeWorld,
  kind: 'export' | 'known' | 'posts',
  script: JobScript,
): Omit<InspectReport, 'name' | 'bytes' | 'isRemembered' | 'problems'> {
  const isKnown = kind === 'known'
  return {
    title: titleOf(kind),
    threads: 3,
    incomplete:
      kind === 'export'
        ? ['Disqus leaves out what was deleted more than 30 days ago. <b>Ask</b> the site for the rest.']
        : [],
    reading: {
      format: 'disqus',
      encoding: 'utf-8',
      delimiter: ',',
      headerRow: 1,
      dateOrder: 'ymd',
      columns: {},
    },
    columns: [],
    guesses: [],
    preview: world.comments.slice(0, 6).map(previewed),
    withdrawn: kind === 'export' ? { added: 1, alreadyHere: 0 } : { added: 0, alreadyHere: 0 },
    ledger: {
      read: 9,
      added: isKnown ? 0 : 6,
      alreadyHere: isKnown ? 6 : 0,
      updated: 0,
      skipped: [
        { reason: 'no-text', count: 2 },
        { reason: 'pingback', count: 1 },
      ],
      repaired: [],
      orphans: 0,
    },
    unused: [],
    obstacle: script.obstacle ?? null,
    suggestedName: 'Harrowmere 2026-09-15',
  }
}

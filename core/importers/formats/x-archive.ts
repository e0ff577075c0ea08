/** X, once Twitter: somebody's own archive, a list of tweets in a script. @source help.x.com, "How to download your X archive" */
import { parseTime } from '../../time.ts'
import type { ExportFormat, Found, Sink, Source } from '../export-format.ts'
import { at, isObject, textAt } from '../parts/json-exact.ts'
import { type JsonRecord, readJsonRecords } from '../parts/json-records.ts'
import { scriptValues } from '../parts/script-values.ts'
import {
  answeredId,
  type Chains,
  createChains,
  isShare,
  tweetFacts,
  tweetId,
  unescaped,
} from '../parts/tweet.ts'

const ourList =
  /YTD\.(?:tweets?|deleted_tweets?|community_tweets?|note_tweets?)\.part\d{1,6}\s{0,20}=|Grailbird\.data\.tweets_\w{1,30}\s{0,20}=/

export const xArchive: ExportFormat = {
  id: 'x-archive',
  title: 'X archive',
  platform: 'x',
  idsWithin: 'platform',
  detect: ({ text, json }) => {
    if (ourList.test(text.slice(0, 4000))) return 0.98
    const first = Array.isArray(json) ? json[0] : json
    return isTweet(at(first, 'tweet')) ? 0.96 : 0
  },
  async parse(source, sink) {
    const owner = await ownerOf(source)
    const notes = await notesOf(source)
    const chains = createChains('known')
    await readList(source, silent, ({ value }) => {
      const tweet = tweetIn(value)
      const id = tweetId(tweet)
      if (id !== null) chains.add(id, answeredId(tweet))
    })
    const isDeleted = /deleted/i.test(source.name)
    const hasCode = await readList(source, sink, (record) =>
      takeRecord(record, sink, { owner, notes, chains, isDeleted }),
    )
    if (hasCode) {
      sink.incomplete('The file holds program code besides its list. It was read as text and never run.')
    }
  },
}

const isTweet = (value: unknown): boolean => tweetId(value) !== null && textOf(value) !== null

const textOf = (tweet: unknown): string | null => textAt(tweet, 'full_text') ?? textAt(tweet, 'text')

/** Since 2019 each tweet is wrapped. */
const tweetIn = (record: unknown): unknown => at(record, 'tweet') ?? record

async function readList(
  source: Source,
  sink: Sink,
  onRecord: (record: JsonRecord) => void,
): Promise<boolean> {
  const script = scriptValues(source.text())
  await readJsonRecords({ ...source, text: () => script.values }, sink, { places: ['*'], onRecord })
  return script.hasCode()
}

interface Owner {
  readonly name: string | null
  readonly id: string | null
}

interface Archive {
  readonly owner: Owner
  readonly notes: ReadonlyMap<string, readonly string[]>
  readonly chains: Chains
  readonly isDeleted: boolean
}

function takeRecord({ value, raw, row }: JsonRecord, sink: Sink, archive: Archive): void {
  const note = at(value, 'noteTweet')
  if (isObject(note)) {
    // Where the tweets are beside, they are given their long texts there.
    if (archive.notes.size > 0) sink.leaveOut(row, 'not-a-comment')
    else sink.comment(noteOf(note, { row, raw, owner: archive.owner }))
    return
  }
  const tweet = tweetIn(value)
  const text = textOf(tweet)
  if (!isObject(tweet) || (text === null && tweetId(tweet) === null)) sink.leaveOut(row, 'not-a-comment')
  else if (isShare(text ?? '') || isObject(at(tweet, 'retweeted_status')))
    sink.leaveOut(row, 'share', text ?? '')
  else sink.comment(foundOf(tweet, { row, raw, archive }))
}

function foundOf(
  tweet: unknown,
  { row, raw, archive }: { readonly row: number; readonly raw: string; readonly archive: Archive },
): Found {
  const name = textAt(tweet, 'user', 'screen_name') ?? archive.owner.name
  const facts = tweetFacts(tweet, { written: textAt(tweet, 'created_at'), screenName: name })
  const { id, createdAt } = facts
  const text = unescaped(textOf(tweet) ?? '')
  return {
    ...facts,
    row,
    threadId: id === null ? null : archive.chains.rootOf(id),
    author: name,
    authorId: textAt(tweet, 'user', 'id_str') ?? archive.owner.id,
    text: longText(text, archive.notes.get(createdAt ?? '') ?? []) ?? text,
    state: archive.isDeleted || at(tweet, 'deleted_at') !== undefined ? 'deleted-by-author' : 'visible',
    raw,
  }
}

/** The long text that a tweet is the beginning of: written in the same second, and beginning alike. */
function longText(short: string, notes: readonly string[]): string | null {
  const beginning = short
    .replace(/(?:…|\.\.\.)?\s{0,3}https:\/\/t\.co\/\w{1,20}$/, '')
    .replace(/…$/, '')
    .trimEnd()
  // Mentions at the front of an answer are not in its long text.
  const bare = beginning.replace(/^(?:@\w{1,30} ){1,50}/, '')
  if (bare === '') return null
  return notes.find((note) => note.startsWith(beginning) || note.startsWith(bare)) ?? null
}

function noteOf(
  note: unknown,
  { row, raw, owner }: { readonly row: number; readonly raw: string; readonly owner: Owner },
): Found {
  const id = textAt(note, 'tweetId') ?? textAt(note, 'noteTweetId')
  return {
    row,
    id,
    threadId: id,
    author: owner.name,
    authorId: owner.id,
    time: textAt(note, 'createdAt'),
    text: unescaped(textInNote(note) ?? ''),
    raw,
  }
}

const textInNote = (note: unknown): string | null =>
  textAt(note, 'core', 'text') ??
  textAt(note, 'noteTweetResults', 'text') ??
  textAt(note, 'noteTweetContents', 'text')

async function ownerOf(source: Source): Promise<Owner> {
  let owner: Owner = { name: null, id: null }
  const file = source.beside(/(^|\/)account\.js$/i)
  if (file === null) return owner
  await readList(file, silent, ({ value }) => {
    const account = at(value, 'account')
    owner = { name: textAt(account, 'username'), id: textAt(account, 'accountId') }
  })
  return owner
}

/** Texts longer than a tweet are in a file of their own; only the second they were written in ties them to a tweet. */
async function notesOf(source: Source): Promise<ReadonlyMap<string, readonly string[]>> {
  const notes = new Map<string, string[]>()
  const isNotes = /note[-_]tweet/i.test(source.name)
  const file = source.beside(isNotes ? /(^|\/)tweets?\.js$/i : /(^|\/)note-tweets?\.js$/i)
  if (file === null) return notes
  // The notes themselves need only know whether there are tweets.
  if (isNotes) return new Map([['', []]])
  await readList(file, silent, ({ value }) => {
    const note = at(value, 'noteTweet')
    const time = parseTime(textAt(note, 'createdAt') ?? '', 'ymd')
    const text = textInNote(note)
    if (time === null || text === null) return
    const second = `${time.slice(0, 19)}.000Z`
    notes.set(second, [...(notes.get(second) ?? []), unescaped(text)])
  })
  return notes
}

const silent: Sink = { comment() {}, leaveOut() {}, repaired() {}, incomplete() {} }

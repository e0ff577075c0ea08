/**
 * A million comments as JSON Lines and as CSV into a project, and a large WordPress export; beside sqlite3's own
 * import of the same CSV with a full-text index, which is what somebody at home on the command line would take.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { createWriteStream, statSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ImportOnce } from './import-once.ts'
import { csvLine, csvNames, type InventedComment, inventComments, timed, withFolder } from './support.ts'

const many = 1_000_000
/** Texts of about 180 characters: some 300 MB as JSON Lines. */
const longest = 270
const wxrBytes = 20e6

export async function benchImport(say: (line: string) => void): Promise<void> {
  await withFolder(async (folder) => {
    const jsonl = path.join(folder, 'comments.jsonl')
    await write(
      jsonl,
      lines('', (comment) => `${JSON.stringify(comment)}\n`),
    )
    const lineTime = importOnce(folder, jsonl, say)
    const csv = path.join(folder, 'comments.csv')
    await write(csv, lines(csvNames, csvLine))
    const csvTime = importOnce(folder, csv, say)
    say(`ratio, import: CSV takes ${(csvTime / lineTime).toFixed(2)} times as long as JSON Lines`)
    await bySqlite(folder, csv, csvTime, say)
    const wxr = path.join(folder, 'wordpress.xml')
    await write(wxr, wordpress())
    importOnce(folder, wxr, say)
  })
}

/** @returns the time of the import alone, in ms */
function importOnce(folder: string, file: string, say: (line: string) => void): number {
  const name = path.basename(file)
  const script = path.join(import.meta.dirname, 'import-once.ts')
  const place = path.join(folder, `of-${name}`)
  const out = execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', script, place, file])
  // Safe: printed by that script.
  const found = JSON.parse(out.toString()) as ImportOnce
  const size = `${(statSync(file).size / 1e6).toFixed(0)} MB`
  say(
    `${name}, ${size}: looked at in ${seconds(found.inspectMs)}, imported and searchable in ${seconds(found.importMs)}, ` +
      `${found.mostMemoryMb.toFixed(0)} MB at most, longest pause of the main thread ${found.longestPauseMs.toFixed(0)} ms`,
  )
  return found.importMs
}

async function bySqlite(
  folder: string,
  csv: string,
  ourMs: number,
  say: (line: string) => void,
): Promise<void> {
  if (spawnSync('sqlite3', ['--version']).status !== 0) {
    say('sqlite3 is not installed: not compared with its import.')
    return
  }
  const input = [
    'create table c (id text primary key, thread text, parent text, author text, time text, text text);',
    `.import --csv --skip 1 ${csv} c`,
    `create virtual table f using fts5 (text, content = 'c');`,
    `insert into f (f) values ('rebuild');`,
  ].join('\n')
  const { ms } = await timed(() => execFileSync('sqlite3', [path.join(folder, 'plain.db')], { input }))
  say(
    `sqlite3, the same CSV into one table with a full-text index: ${seconds(ms)}; ours takes ${(ourMs / ms).toFixed(1)} times as long`,
  )
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

function* lines(head: string, lineOf: (comment: InventedComment) => string): Generator<string> {
  if (head !== '') yield head
  for (const comment of inventComments(many, longest)) yield lineOf(comment)
}

/** An export of about 20 MB, thirty comments an article. */
function* wordpress(): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Lowgate</title><wp:wxr_version>1.2</wp:wxr_version>'
  let bytes = 0
  let n = 0
  for (const comment of inventComments(many)) {
    if (bytes >= wxrBytes) break
    const head =
      n % 30 === 0
        ? `${n > 0 ? '</item>' : ''}<item><title>Article ${n / 30}</title><link>https://lowgate.example/${n}</link><wp:post_id>${n / 30 + 1}</wp:post_id>`
        : ''
    n += 1
    const piece = `${head}<wp:comment><wp:comment_id>${n}</wp:comment_id><wp:comment_author><![CDATA[${comment.author}]]></wp:comment_author><wp:comment_date_gmt>2026-09-12 18:42:00</wp:comment_date_gmt><wp:comment_content><![CDATA[${comment.text}]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_type></wp:comment_type><wp:comment_parent>0</wp:comment_parent></wp:comment>`
    bytes += piece.length
    yield piece
  }
  yield '</item></channel></rss>'
}

async function write(file: string, text: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(text), createWriteStream(file))
}

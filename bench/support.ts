/** What every benchmark needs: the machine's facts, invented comments, and honest figures. */
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import { createRandom, type Random } from '../core/random.ts'

export function machineFacts(): string {
  const [cpu] = os.cpus()
  const memoryGb = Math.round(os.totalmem() / 2 ** 30)
  return `${os.type()} ${os.release()}, ${os.cpus().length} x ${cpu?.model ?? 'unknown'}, ${memoryGb} GB, Node ${process.versions.node}`
}

/** @param share in [0, 1]: 0.5 for the median */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export async function timed<T>(
  work: () => T | Promise<T>,
): Promise<{ readonly value: T; readonly ms: number }> {
  const from = performance.now()
  const value = await work()
  return { value, ms: performance.now() - from }
}

/** Beside the wall time that of the processor, which says more on a machine that has other work. */
export async function measured<T>(
  work: () => T | Promise<T>,
): Promise<{ readonly value: T; readonly ms: number; readonly cpuMs: number }> {
  const before = process.cpuUsage()
  const { value, ms } = await timed(work)
  const { user, system } = process.cpuUsage(before)
  return { value, ms, cpuMs: (user + system) / 1000 }
}

/** "2.5 s (processor 2.4 s)" */
export const told = ({ ms, cpuMs }: { readonly ms: number; readonly cpuMs: number }): string =>
  `${(ms / 1000).toFixed(2)} s (processor ${(cpuMs / 1000).toFixed(2)} s)`

export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'fair-hearing-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const syllables = [
  'ha',
  'lo',
  'wen',
  'tri',
  'mo',
  'sta',
  'ber',
  'in',
  'ge',
  'ul',
  'ra',
  'pel',
  'no',
  'fi',
  'ash',
]

/** A vocabulary whose words are used as unevenly as words are (Zipf). */
function vocabulary(random: Random, size: number): readonly string[] {
  const syllable = () => syllables[Math.floor(random() * syllables.length)] ?? 'a'
  return Array.from({ length: size }, () => {
    const length = 1 + Math.floor(random() * 3)
    return Array.from({ length }, syllable).join('')
  })
}

export interface InventedComment {
  readonly id: string
  readonly thread: string
  readonly parent: string
  readonly author: string
  readonly time: string
  readonly text: string
}

/** Comments of about 300 characters in threads of about a hundred; the same for the same count. */
export function inventedComments(count: number): readonly InventedComment[] {
  return [...inventComments(count)]
}

/**
 * As `inventedComments`, one at a time.
 *
 * @param longest of the texts, in characters; the shortest is a third of it
 */
export function* inventComments(count: number, longest = 450): Generator<InventedComment> {
  const random = createRandom(1)
  const words = vocabulary(random, 40_000)
  for (let n = 0; n < count; n += 1) {
    yield {
      id: `c${n}`,
      thread: `t${Math.floor(n / 100)}`,
      parent: n % 100 > 0 && random() < 0.6 ? `c${n - 1 - Math.floor(random() * (n % 100))}` : '',
      author: `author ${Math.floor(random() * (count / 5 + 1))}`,
      time: new Date(Date.UTC(2026, 0, 1) + n * 30_000).toISOString(),
      text: sentence(random, words, longest),
    }
  }
}

function sentence(random: Random, words: readonly string[], longest: number): string {
  const length = longest / 3 + (random() * 2 * longest) / 3
  let text = ''
  while (text.length < length) {
    const rank = Math.floor(words.length ** random()) - 1
    text += `${text === '' ? '' : ' '}${words[rank] ?? 'the'}`
  }
  return text
}

export const csvNames = 'id,thread,parent,author,time,text\n'

export const csvLine = (c: InventedComment): string =>
  `${c.id},${c.thread},${c.parent},${c.author},${c.time},"${c.text}"\n`

export function writeCsv(file: string, comments: readonly InventedComment[]): void {
  writeFileSync(file, `${csvNames}${comments.map(csvLine).join('')}`)
}

/** A table of so many invented comments, written one at a time. */
export async function writeComments(file: string, count: number): Promise<void> {
  const out = createWriteStream(file)
  out.write(csvNames)
  for (const comment of inventComments(count)) {
    if (!out.write(csvLine(comment))) await once(out, 'drain')
  }
  out.end()
  await finished(out)
}

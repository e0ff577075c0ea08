/** All fixtures of exports and tables, each with the reader that takes it for its own. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Source } from '../../core/importers/export-format.ts'
import { headOf } from '../../core/importers/head.ts'
import { exportFormats, guessLayout } from '../../core/importers/index.ts'
import type { Reading } from '../../core/records.ts'

export interface Fixture {
  /** From tests/fixtures, "/" between. */
  readonly path: string
  readonly text: string
  readonly reading: Reading
}

const root = path.join(import.meta.dirname, '../fixtures')

/** What a person would have confirmed for the tables among them. */
const columns: Reading['columns'] = {
  text: 'text',
  id: 'id',
  author: 'author',
  time: 'time',
  parent: 'parent',
}

let known: readonly Fixture[] | null = null

export function allFixtures(): readonly Fixture[] {
  known ??= ['exports', 'import'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'README.md')
      .map((entry) => path.join(entry.parentPath, entry.name))
      .toSorted()
      .flatMap(fixtureOf),
  )
  return known
}

/** Registered exports that no fixture is taken for. */
export function formatsWithoutFixture(): readonly string[] {
  const have = new Set(allFixtures().map(({ reading }) => reading.format))
  return exportFormats.map(({ id }) => id).filter((id) => !have.has(id))
}

/** A fixture, or what became of it, as a source; the files of its folder are beside it. */
export function sourceOf(fixture: Fixture, text: () => AsyncIterable<string>): Source {
  const folder = path.posix.dirname(fixture.path)
  const beside = (pattern: RegExp): Source | null => {
    const found = allFixtures().find(
      (other) => other !== fixture && path.posix.dirname(other.path) === folder && pattern.test(other.path),
    )
    return found === undefined
      ? null
      : sourceOf(found, async function* () {
          yield found.text
        })
  }
  return { name: path.posix.basename(fixture.path), folder: '', reading: fixture.reading, text, beside }
}

function fixtureOf(file: string): readonly Fixture[] {
  const text = textOf(file)
  // Archives and sheets are unpacked elsewhere: what is in them has fixtures of its own.
  if (text === null) return []
  const name = path.basename(file)
  const layout = guessLayout(headOf({ name, folder: '', text, isWhole: true }))
  const isTable = !exportFormats.some(({ id }) => id === layout.format)
  const reading: Reading = { ...layout, encoding: 'utf-8', dateOrder: 'dmy', columns: isTable ? columns : {} }
  return [{ path: path.relative(root, file).replaceAll('\\', '/'), text, reading }]
}

function textOf(file: string): string | null {
  const packed = readFileSync(file)
  const bytes = packed[0] === 0x1f && packed[1] === 0x8b ? gunzipSync(packed) : packed
  const encoding = /utf16be/.test(file)
    ? 'utf-16be'
    : /utf16le/.test(file) || (bytes[0] === 0xff && bytes[1] === 0xfe)
      ? 'utf-16le'
      : /windows-1252/.test(file)
        ? 'windows-1252'
        : 'utf-8'
  const text = new TextDecoder(encoding).decode(bytes)
  return text.startsWith('PK\u0003\u0004') ? null : text
}

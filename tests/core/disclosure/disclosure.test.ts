import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { agreementOf } from '../../../core/agreement/report.ts'
import type { DisclosureFacts } from '../../../core/disclosure/facts.ts'
import { disclosureFiles, sumsFile } from '../../../core/disclosure/files.ts'
import { fileNotes } from '../../../core/disclosure/readme.ts'
import { temporaryFolder } from '../../support/temporary.ts'
import { someFacts } from './facts.ts'

const whole = (pieces: Iterable<string>) => [...pieces].join('')
const filesOf = (facts: DisclosureFacts) =>
  new Map(disclosureFiles(facts).map(({ name, text }) => [name, whole(text())]))

/** As the app writes it. */
function folderOf(facts: DisclosureFacts): string {
  const folder = temporaryFolder()
  const files = filesOf(facts)
  const sums = [...files].map(([name, text]) => ({
    name,
    sha256: createHash('sha256').update(text).digest('hex'),
  }))
  for (const [name, text] of files) writeFileSync(path.join(folder, name), text)
  writeFileSync(path.join(folder, 'SHA256SUMS'), whole(sumsFile(sums).text()))
  return folder
}

test('nobody who decided is named, and the record says no more than who is who', () => {
  const files = filesOf(someFacts())
  for (const [name, text] of files) expect(`${name} ${text}`).not.toMatch(/Ada|Fernsby|Sam Cole/)
  expect(files.get('record.jsonl')?.split('\n')[3]).toMatch(
    /^\{"id":4,"kind":"label","at":"2026-11-04T09:00:00.000Z","coder":"Coder 2","digest":"[0-9a-f]{64}","hash":"[0-9a-f]{64}"\}$/,
  )
  expect(files.get('policy.md')).toContain('Coder 2 | Labels end after 365 days')
})

test('the numbers stand at the front, in the page and in the text alike', () => {
  const files = filesOf(someFacts())
  for (const name of ['README.html', 'README.md']) {
    const text = files.get(name)?.replaceAll('\\', '') ?? ''
    for (const said of [
      '1,200',
      '412',
      'Appeals not answered yet',
      '31, 4',
      '3 of 412 (0.7 %; at most 1.9 % with 95 % confidence)',
    ]) {
      expect(text).toContain(said)
    }
  }
})

test('README says what every file is', () => {
  const written = [...filesOf(someFacts()).keys(), 'SHA256SUMS'].filter((name) => !name.startsWith('README'))
  const noted = fileNotes.map(([name, note]) => `${name} ${note}`).join('\n')
  expect(written.filter((name) => !noted.includes(name))).toEqual([])
})

test('agreement is said with its intervals, and of whom only by number', () => {
  const files = filesOf(someFacts())
  expect(files.get('agreement.md')).toMatch(
    /Krippendorff's alpha \(nominal\) \| 0\.\d\d \| 0\.\d\d to 0\.\d\d/,
  )
  expect(JSON.parse(files.get('agreement.json') ?? '')).toMatchObject({
    units: 60,
    coders: 2,
    pairs: [{ coders: ['Coder 1', 'Coder 2'], same: 51 }],
  })
})

test('every version of the codebook is there, the one in force first', () => {
  const files = filesOf(someFacts())
  const text = files.get('codebook.md') ?? ''
  expect(text.indexOf('Version 2, in force, first used on 2026-10-01')).toBeLessThan(
    text.indexOf('## Version 1\n'),
  )
  expect(text).toContain('Rule: Threat. Says or hints')
  expect(JSON.parse(files.get('codebook.json') ?? '')).toMatchObject([{ version: 1 }, { version: 2 }])
})

test('tables are read by spreadsheets, and run nothing', () => {
  const files = filesOf(someFacts())
  expect(files.get('counts.csv')).toContain('troll,final,2026-09,Disqus export,12\r\n')
  expect(files.get('counts.csv')).toContain(",undecided,,'=Table|x,781\r\n")
  expect(files.get('appeals.csv')).toContain('FH-0000-0000,troll,,2026-11-20T09:00:00.000Z,,open\r\n')
})

test('names and definitions are words wherever they stand, never markup', () => {
  const evil = '</td><script>alert(1)</script> | # [x](http://evil.example) `*'
  const codebook = { ...someFacts().codebooks[0]?.codebook, name: evil, notGrounds: evil }
  const files = filesOf(
    someFacts({
      body: evil,
      project: { name: evil, comments: 1, threads: 1 },
      policy: [{ name: evil, value: `a\nb ${evil}` }],
      // Safe: the rest is the standard codebook's.
      codebooks: [{ codebook: codebook as DisclosureFacts['codebooks'][number]['codebook'], since: null }],
    }),
  )
  expect(files.get('README.html')).not.toMatch(/<script|<\/td>:/)
  for (const name of ['README.md', 'policy.md', 'codebook.md']) {
    expect(files.get(name)).not.toMatch(/[^\\]<\/?script|[^\\]\[x\]|[^\\|] \| #/)
  }
  expect(
    files
      .get('policy.md')
      ?.split('\n')
      .find((line) => line.startsWith('| \\<')),
  ).toMatch(/ \| a b /)
})

test('what is not known is said to be so', () => {
  const files = filesOf(
    someFacts({
      codebooks: [],
      harmful: null,
      changes: [],
      agreement: agreementOf([]),
      errors: { limit: 0.005, measurement: null },
      model: { version: 'starter', decisions: 0, suggestions: false, card: null },
      record: () => [],
      head: null,
    }),
  )
  expect(files.get('agreement.md')).toContain('Nothing can be said')
  expect(files.get('error-bounds.md')).toContain('It has not been measured')
  expect(files.get('model-card.md')).toContain('nobody is shown any')
  expect(files.get('README.md')).toContain('not measured')
  expect(files.get('README.md')).toContain('The record is empty.')
  for (const text of files.values()) expect(text).not.toMatch(/undefined|NaN/)
})

const hasPython = spawnSync('python3', ['--version']).status === 0

describe.skipIf(!hasPython)('the check that anyone can run (skipped where there is no python3)', () => {
  const check = (folder: string) => {
    const { status, stdout, stderr } = spawnSync('python3', ['check.py'], { cwd: folder, encoding: 'utf8' })
    return { isSound: status === 0, said: stdout + stderr }
  }

  test('finds a folder sound, and says which rows it could not check', () => {
    expect(check(folderOf(someFacts()))).toEqual({
      isSound: true,
      said: expect.stringMatching(/^Sound: every file[\s\S]+\n3 rows are from before/),
    })
    expect(check(folderOf(someFacts({ record: () => [], head: null }))).said).not.toContain('from before')
  })

  test.each(['README.html', 'counts.csv', 'record.jsonl', 'check.py', 'codebook.json'])(
    'finds a single changed byte in %s',
    (name) => {
      const folder = folderOf(someFacts())
      const bytes = readFileSync(path.join(folder, name))
      bytes[40] = (bytes[40] ?? 0) ^ 1
      writeFileSync(path.join(folder, name), bytes)
      expect(check(folder)).toEqual({
        isSound: false,
        said: expect.stringContaining(`${name} is not as it was written`),
      })
    },
  )

  /** Whoever changes the record also makes the hashes of the files anew. */
  const altered = (change: (lines: string[]) => string[]) => {
    const facts = someFacts()
    const lines = change(
      whole(
        disclosureFiles(facts)
          .find(({ name }) => name === 'record.jsonl')
          ?.text() ?? [],
      )
        .trimEnd()
        .split('\n'),
    )
    const rows = lines.map((line) => JSON.parse(line))
    return folderOf(someFacts({ record: () => rows, coders: ['Coder 1', 'Coder 2'] }))
  }

  test.each<[string, (lines: string[]) => string[], string]>([
    [
      'was altered',
      (lines) => lines.map((line, at) => (at === 5 ? line.replace(/"digest":"./, '"digest":"x') : line)),
      'row 6 of the record was altered',
    ],
    ['is missing', (lines) => lines.filter((_, at) => at !== 5), 'row 7 after row 5'],
    ['is missing at the end', (lines) => lines.slice(0, -1), 'does not end as chain.txt says'],
    [
      'changed places',
      (lines) => [...lines.slice(0, 6), lines[7] ?? '', lines[6] ?? '', ...lines.slice(8)],
      'row 8 after row 6',
    ],
  ])('finds that a row %s though the sums of the files are right', (_, change, said) => {
    expect(check(altered(change))).toEqual({ isSound: false, said: expect.stringContaining(said) })
  })

  test('says so where the record is no record at all', () => {
    const folder = folderOf(someFacts())
    writeFileSync(path.join(folder, 'record.jsonl'), 'nonsense\n')
    expect(check(folder).said).toContain('record.jsonl cannot be read')
  })
})

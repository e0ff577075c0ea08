import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../../core/result.ts'
import { clearUnfinished } from '../../../electron/service/importing.ts'
import { openDatabase } from '../../../electron/service/store/database.ts'
import { beginImport } from '../../../electron/service/store/imports.ts'
import { insertBatch } from '../../../electron/service/store/incoming.ts'
import { migrations } from '../../../electron/service/store/migrations/migrations.ts'
import { readProject } from '../../../electron/service/store/project.ts'
import {
  applicationId,
  createProjectFile,
  explained,
  openProjectFile,
  readProjectFile,
  userVersion,
} from '../../../electron/service/store/project-file.ts'
import { verifyProject } from '../../../electron/service/store/verify.ts'
import {
  addComments,
  at,
  comment,
  emptyProject,
  firstFormProject,
  plainReading,
} from '../../support/project.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const newest = migrations.at(-1)?.version

function failureOf(work: () => unknown): AppError {
  try {
    work()
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('It should have been refused.')
}

describe('a project file', () => {
  test('that has not what its version has is called damaged, and stays as it is', () => {
    const file = path.join(temporaryFolder(), 'p.fairhearing')
    createProjectFile(file).close()
    const edited = new DatabaseSync(file)
    edited.exec('pragma user_version = 10; pragma journal_mode = delete')
    edited.close()
    const before = readFileSync(file)
    expect(failureOf(() => openProjectFile(file)).code).toBe('project-damaged')
    const after = new DatabaseSync(file, { readOnly: true })
    expect(after.prepare('pragma user_version').get()).toEqual({ user_version: 10 })
    after.close()
    expect(readFileSync(file)).toHaveLength(before.length)
  })

  test('says what it is: application id, format version, WAL, strict tables', () => {
    const { path: file, db } = emptyProject()
    expect(db.get('pragma application_id')).toEqual({ application_id: applicationId })
    expect(userVersion(db)).toBe(newest)
    expect(db.get('pragma journal_mode')).toEqual({ journal_mode: 'wal' })
    expect(db.get('pragma synchronous')).toEqual({ synchronous: 2 })
    const loose = db.all<{ name: string }>(
      `select name from pragma_table_list where type = 'table' and strict = 0
       and name not like 'sqlite%' and name not like 'comments_fts%'`,
    )
    expect(loose).toEqual([])
    expect(readFileSync(file).subarray(0, 15).toString()).toBe('SQLite format 3')
  })

  test('is there again after it was closed', () => {
    const project = emptyProject()
    addComments(project.db, [comment(1)])
    project.close()
    const again = openProjectFile(project.path)
    expect(readProject(again.db)?.name).toBe('Test')
    expect(again.db.all('select text from seen')).toEqual([{ text: 'Comment number 1' }])
    again.close()
  })

  test('is written by one opener at a time', () => {
    const project = emptyProject()
    const refused = failureOf(() => openProjectFile(project.path))
    expect(refused.code).toBe('project-busy')
    expect(refused.message).toContain('open in another window')
    project.close()
    openProjectFile(project.path).close()
  })

  test('is refused to a second process, and free again when the first is killed', () => {
    const project = emptyProject()
    const script = `
      import { openProjectFile } from ${JSON.stringify(path.resolve('electron/service/store/project-file.ts'))}
      try { openProjectFile(process.argv[1]); console.log('open') } catch (error) { console.log(error.code) }
      process.kill(process.pid, 'SIGKILL')`
    const attempt = () =>
      spawnSync(process.execPath, ['--input-type=module', '-e', script, project.path])
        .stdout.toString()
        .trim()
    expect(attempt()).toBe('project-busy')
    project.close()
    expect(attempt()).toBe('open')
    expect(attempt()).toBe('open')
  })
})

describe('migrations', () => {
  test('make every table from nothing', () => {
    const { db } = emptyProject()
    const tables = db.all<{ name: string }>(
      `select name from sqlite_schema where type = 'table' and name not like 'comments_fts%' order by name`,
    )
    expect(tables.map(({ name }) => name)).toEqual([
      'authors',
      'codebooks',
      'coders',
      'comments',
      'decisions',
      'earlier_texts',
      'events',
      'imports',
      'incoming_answers',
      'incoming_edits',
      'interests',
      'measurements',
      'models',
      'originals',
      'package',
      'package_part',
      'predictions',
      'problems',
      'project',
      'record_head',
      'saved_searches',
      'shown_others',
      'sqlite_stat1',
      'standing',
      'threads',
    ])
  })

  test('the numbers rise, and are whole tens', () => {
    const versions = migrations.map(({ version }) => version)
    expect(versions).toEqual(versions.toSorted((a, b) => a - b))
    expect(versions.filter((version) => version % 10 !== 0)).toEqual([])
  })

  test('a copy is put aside before an older file is changed', () => {
    const project = emptyProject()
    addComments(project.db, [comment(1)])
    project.close()
    const later = [...migrations, { version: 9000, sql: 'create table later (a integer) strict' }]
    const opened = openProjectFile(project.path, later)
    expect(userVersion(opened.db)).toBe(9000)
    expect(opened.backup).toContain(`before-update-from-${newest}.fairhearing`)
    opened.close()
    const backup = openProjectFile(opened.backup ?? '')
    expect(userVersion(backup.db)).toBe(newest)
    expect(backup.db.all('select text from seen')).toEqual([{ text: 'Comment number 1' }])
    backup.close()
  })

  test('one that fails leaves the file as it was', () => {
    const project = emptyProject()
    project.close()
    const broken = [...migrations, { version: 9000, sql: 'create table later (a integer) strict; nonsense' }]
    expect(() => openProjectFile(project.path, broken)).toThrow()
    const db = openDatabase(project.path)
    expect(userVersion(db)).toBe(newest)
    expect(db.get(`select 1 from sqlite_schema where name = 'later'`)).toBeUndefined()
    db.close()
  })

  test('a program that only reads asks for an older file to be brought up to date', () => {
    const file = firstFormProject()
    const refused = failureOf(() => readProjectFile(file))
    expect(refused.code).toBe('bad-request')
    expect(refused.message).toContain('older')
    openProjectFile(file).close()
    readProjectFile(file).close()
  })
})

describe('a file that cannot be opened', () => {
  test('is missing', () => {
    const refused = failureOf(() => openProjectFile(path.join(temporaryFolder(), 'gone.fairhearing')))
    expect(refused.code).toBe('project-missing')
    expect(refused.message).toContain('gone.fairhearing')
  })

  test('is empty', () => {
    const file = path.join(temporaryFolder(), 'empty.fairhearing')
    writeFileSync(file, '')
    expect(failureOf(() => openProjectFile(file)).code).toBe('project-damaged')
  })

  test('is something else: text, a folder, another SQLite database', () => {
    const folder = temporaryFolder()
    const text = path.join(folder, 'text.fairhearing')
    writeFileSync(text, 'text,that,is,no,database\n'.repeat(100))
    const directory = path.join(folder, 'folder.fairhearing')
    mkdirSync(directory)
    const other = path.join(folder, 'other.fairhearing')
    const db = new DatabaseSync(other)
    db.exec('create table t (a)')
    db.close()
    for (const file of [text, directory, other]) {
      expect(failureOf(() => openProjectFile(file)).code).toBe('project-foreign')
    }
    expect(readFileSync(text, 'utf8')).toContain('no,database')
  })

  test('is newer than the app, and is left untouched', () => {
    const project = emptyProject()
    project.db.execute('pragma user_version = 9990')
    project.close()
    const before = readFileSync(project.path)
    const refused = failureOf(() => openProjectFile(project.path))
    expect(refused.code).toBe('project-newer')
    expect(refused.message).toContain('newer')
    expect(readFileSync(project.path)).toEqual(before)
  })

  test('is damaged', () => {
    const project = emptyProject()
    addComments(
      project.db,
      Array.from({ length: 300 }, (_, n) => comment(n, { text: 'word '.repeat(300) })),
    )
    project.close()
    const bytes = readFileSync(project.path)
    bytes.fill(0x5a, 4096, 4096 * 40)
    writeFileSync(project.path, bytes)
    const refused = failureOf(() => {
      const opened = openProjectFile(project.path)
      try {
        explained(project.path, () => readProject(opened.db))
      } finally {
        opened.close()
      }
    })
    expect(refused.code).toBe('project-damaged')
  })

  test('can only be read', () => {
    const project = emptyProject()
    project.close()
    const folder = path.join(temporaryFolder(), 'locked')
    mkdirSync(folder)
    const file = path.join(folder, 'locked.fairhearing')
    copyFileSync(project.path, file)
    chmodSync(file, 0o444)
    chmodSync(folder, 0o555)
    chmodSync(path.dirname(folder), 0o755)
    // Root may write anything, so the attempt is made as nobody where we are root.
    const script = `
      import { openProjectFile } from ${JSON.stringify(path.resolve('electron/service/store/project-file.ts'))}
      if (process.getuid() === 0) { process.setgid(65534); process.setuid(65534) }
      try { openProjectFile(process.argv[1]); console.log('open') } catch (error) { console.log(error.code, error.message) }`
    const out = spawnSync(process.execPath, ['--input-type=module', '-e', script, file])
    expect(out.stdout.toString()).toMatch(
      /^project-read-only locked\.fairhearing or its folder can only be read/,
    )
    chmodSync(folder, 0o755)
    expect(existsSync(`${file}-lock`)).toBe(false)
  })

  test('is already there when a new one is made', () => {
    const project = emptyProject()
    expect(failureOf(() => createProjectFile(project.path)).message).toContain('Choose another name')
  })
})

describe('a full disk', () => {
  test('stops a batch with a sentence, and keeps what was there', () => {
    const project = emptyProject()
    addComments(project.db, [comment(1)])
    // SQLite's own limit gives the very error of a full disk.
    project.db.execute('pragma max_page_count = 60')
    const many = Array.from({ length: 2000 }, (_, n) => comment(n + 2, { text: 'word '.repeat(100) }))
    const refused = failureOf(() => explained(project.path, () => addComments(project.db, many, 'b.csv')))
    expect(refused.code).toBe('disk-full')
    expect(project.db.all('select text from seen')).toEqual([{ text: 'Comment number 1' }])
  })

  test('too full even to take the unfinished import out keeps it hidden until there is room', async () => {
    const { db, path: file } = emptyProject()
    addComments(db, [comment(1)])
    const running = beginImport(db, {
      name: 'b.csv',
      reading: plainReading,
      platform: null,
      areIdsWide: false,
      at,
    })
    const many = Array.from({ length: 3000 }, (_, n) => comment(n + 2, { text: `word ${n} `.repeat(40) }))
    insertBatch(db, running, many)
    const pages = db.get<{ page_count: number }>('pragma page_count')?.page_count ?? 0
    db.execute(`pragma max_page_count = ${pages}`)
    expect(await clearUnfinished({ db, path: file })).toBe(false)
    expect(db.all('select text from seen')).toEqual([{ text: 'Comment number 1' }])
    db.execute('pragma max_page_count = 1000000')
    expect(await clearUnfinished({ db, path: file })).toBe(true)
    expect(verifyProject(db).filter(({ problem }) => problem !== null)).toEqual([])
  })
})

/**
 * Writes a work package: an ordinary project file with the comments that were chosen, their whole threads, and nothing
 * that tells what others decided.
 */
import { pathToFileURL } from 'node:url'
import { pseudonym } from '../../../core/pseudonym.ts'
import type { Chosen } from './choose-part.ts'
import type { WritableDB } from './database.ts'
import type { PackageFacts } from './packages.ts'
import { readPseudonyms } from './project.ts'
import { newProjectDatabase } from './project-file.ts'

export interface PackageWish {
  /** The project that it is made from. */
  readonly project: string
  readonly facts: PackageFacts
  /** Of the package: it is told from the project by it in a list. */
  readonly name: string
  readonly chosen: Chosen
}

/** How far it is, and how many comments there are to be in all. */
export interface Step {
  readonly done: number
  readonly total: number
}

const commentsAtATime = 5000

/**
 * Comments, threads and authors keep the ids that they have in the project, so that invented names stay the same.
 *
 * @param target where nothing is yet
 * @yields after each step; stopped in between it leaves a file that is no use
 */
export function* writePackage(target: string, wish: PackageWish): Generator<Step> {
  const db = newProjectDatabase(target)
  try {
    db.run('attach ? as origin', `${pathToFileURL(wish.project)}?mode=ro`)
    db.execute('begin; pragma defer_foreign_keys = on')
    const total = listComments(db, wish.chosen)
    copyFrame(db, wish)
    const namesNobody = nameNobody(db)
    for (let done = 0; done < total; done += commentsAtATime) {
      copyComments(db, { after: done, namesNobody })
      yield { done: Math.min(total, done + commentsAtATime), total }
    }
    db.execute('commit; detach origin; pragma journal_mode = delete')
  } finally {
    db.close()
  }
}

/** Those that are chosen, with all of their threads. @returns how many */
function listComments(db: WritableDB, { main, overlap }: Chosen): number {
  db.execute(`
    create temp table chosen (id integer primary key);
    create temp table held (place integer primary key, id integer not null unique);`)
  db.run('insert into chosen select value from json_each(?)', JSON.stringify([...main, ...overlap]))
  return db.run(
    `insert into held (id) select id from origin.seen where thread_id in (
       select thread_id from origin.comments where id in (select id from chosen)) order by id`,
  ).changes
}

/** All but the comments. */
function copyFrame(db: WritableDB, { facts, name }: PackageWish): void {
  const held = 'select %s from origin.comments where id in (select id from held)'
  const of = (column: string) => held.replace('%s', column)
  db.execute(`
    insert into project select * from origin.project;
    insert into codebooks select * from origin.codebooks;
    insert into threads select * from origin.threads where id in (${of('thread_id')});
    insert into authors select * from origin.authors where id in (${of('author_id')});
    insert into imports select * from origin.imports where id in (
      ${of('import_id')} union select import_id from threads union select import_id from authors);`)
  db.run(
    'update project set name = ?, model_version = null, letters = null, visible_through = (select max(id) from held)',
    name,
  )
  const { id, forCoder, coderUid, madeAt, fromHead } = facts
  db.run('insert into coders (name, uid, since) values (?, ?, ?)', forCoder, coderUid, madeAt)
  db.run('insert into interests select * from origin.interests where coder = ?', forCoder)
  // Who was shown what others decided has not forgotten it on another machine.
  db.run(
    `insert into shown_others select * from origin.shown_others
     where coder = ? and comment_id in (select id from held)`,
    forCoder,
  )
  db.run('insert into package (one, body) values (1, ?)', JSON.stringify(facts))
  db.run('insert into package_part (package, coder, comment_id) select ?, ?, id from chosen', id, forCoder)
  // What is decided in it comes after all that was decided when it was made.
  db.run(`insert into record_head (one, id, hash, clock) values (1, 0, '', ?)`, fromHead.clock)
}

/** Where the project shows invented names, the package holds no others. @returns whether it does */
function nameNobody(db: WritableDB): boolean {
  if (!readPseudonyms(db)) return false
  const { uid } = db.get<{ uid: string }>('select uid from project') ?? { uid: '' }
  for (const { id } of db.all<{ id: number }>('select id from authors')) {
    const name = pseudonym(uid, id)
    db.run('update authors set name = ?, key = ? where id = ?', name, `invented:${name}`, id)
  }
  return true
}

function copyComments(
  db: WritableDB,
  { after, namesNobody }: { readonly after: number; readonly namesNobody: boolean },
): void {
  const within = 'id in (select id from held where place > ?1 and place <= ?2)'
  const range = [after, after + commentsAtATime] as const
  db.run(`insert into comments select * from origin.comments where ${within} order by id`, ...range)
  db.run(
    `update comments set parent_id = null where ${within} and parent_id not in (select id from held)`,
    ...range,
  )
  db.run(
    `insert into comments_fts (rowid, text) select id, text from comments where ${within} order by id`,
    ...range,
  )
  if (namesNobody) {
    // The platform's address of a comment often has its author's name in it, and so has the record.
    db.run(`update comments set url = null where ${within}`, ...range)
    return
  }
  for (const table of ['originals', 'earlier_texts']) {
    db.run(
      `insert into ${table} select * from origin.${table} where comment_id ${within.slice('id '.length)}`,
      ...range,
    )
  }
}

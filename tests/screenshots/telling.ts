/**
 * The sample as it is when several people have worked in it: proposals, disputes, letters, appeals, a work package, and
 * another copy that went its own way. All of it goes through the service, as it does at the desk.
 */
import { cpSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { daysBefore, type Grounds, projectIn, type Seat, sitting } from './seat.ts'

export interface Telling {
  /** Another copy of it, in which somebody decided otherwise. */
  readonly otherCopy: string
  /** How the list of projects names one of which a row was changed by another program. */
  readonly changedName: string
}

const changedName = 'Fern ward report, copied by hand'
const letters = {
  sender: 'Harrowmere Hospitals Trust',
  contact: 'Complaints office, 1 Harbour Street, Lowgate\ncomplaints@harrowmere.example.org',
  appealDays: 28,
  further: 'The Health Service Ombudsman for Harrowmere, 4 Quay Street, Lowgate',
  names: ['Harrowmere Hospitals Trust', 'Harrowmere', 'the trust', 'Fern ward'],
}
const abuse = (note: string): Grounds => ({ note, reason: 'abuse' })

/** @param home as `FAIR_HEARING_HOME` names it */
export async function makeTelling(home: string): Promise<Telling> {
  // Another sitting each: what one person did under several names would be flagged.
  await sitting(home, 'Ellis', 8, async (seat) => {
    await opinions(seat)
    await seat.decideMany(60)
  })
  await sitting(home, 'Ada', 7, async (seat) => {
    await secondOpinions(seat)
    await seat.decideMany(12)
    await writeLetters(seat)
  })
  await sitting(home, 'Priya', 2, async (seat) => {
    await appeals(seat)
    await seat.decideMany(24)
    await packageFor(seat, 'Noor', path.join(home, 'for Noor.fairhearing'))
  })
  const projects = path.join(home, 'projects')
  const name = projectIn(projects)
  const apart = path.join(home, 'apart')
  mkdirSync(path.join(apart, 'projects'), { recursive: true })
  const otherCopy = path.join(apart, 'projects', name)
  cpSync(path.join(projects, name), otherCopy)
  await sitting(apart, 'Noor', 1, workApart)
  const changed = path.join(projects, `${changedName}.fairhearing`)
  cpSync(path.join(projects, name), changed)
  changeRow(changed)
  return { otherCopy, changedName }
}

/** On what Sam and Noor proposed when the sample was made; some of it is disputed now. */
async function opinions({ decide }: Seat): Promise<void> {
  await decide('boo hoo pigeon boy', 'troll', abuse('Mocks a son for writing about his father’s death.'))
  await decide('even the husband found a way out', 'troll', abuse('Uses a death to hurt the widow.'))
  await decide('weeping wasters', 'troll', abuse('Sneers at people and tells one to get help.'))
  await decide('Send them home', 'troll', { note: null, reason: 'identity-attack' })
  await decide('journalists are parasites', 'critic', {
    note: 'Harsh about a trade, and aimed at how it reported.',
    reason: null,
  })
  await decide('one doesn’t blame the mop', 'critic', {
    note: 'A figure of speech. The point is why one pays for private care.',
    reason: null,
  })
  await decide('This whole comment section is ghouls', 'neither', { note: null, reason: null })
}

/** The second of two who decided without knowing of each other, and so these stand. */
async function secondOpinions({ decide }: Seat): Promise<void> {
  await decide('boo hoo pigeon boy', 'troll', abuse('A death, and he laughs at it.'))
  await decide('even the husband found a way out', 'troll', abuse('Cruel, and about one person.'))
  await decide('weeping wasters', 'troll', abuse('Names people and calls them wasters.'))
  await decide('Send them home', 'troll', { note: null, reason: 'identity-attack' })
}

const appealed = [
  [
    'weeping wasters',
    'I was angry that the page had turned into a queue for compensation. “Bin the lot” is about the claims. Please read what I answered to.',
  ],
  [
    'even the husband found a way out',
    'It was a joke among people who know each other. I would like somebody else to look at it.',
  ],
  ['boo hoo pigeon boy', 'I apologised in the same thread that evening. I would like the label to go.'],
] as const

async function writeLetters({ call, find }: Seat): Promise<void> {
  await call('letters.configure', letters)
  for (const [words] of appealed) {
    const about = { kind: 'decision', commentId: await find(words) } as const
    await call('letters.save', { about, withAuthor: false, target: null })
  }
}

/** Three came; one is answered, two wait. */
async function appeals({ call, find }: Seat): Promise<void> {
  for (const [at, [words, text]] of appealed.entries()) {
    const receivedAt = daysBefore(5 - at).toISOString()
    await call('appeals.record', { commentId: await find(words), text, receivedAt })
  }
  const last = (await call('appeals.list', {})).find(({ excerpt }) => excerpt.includes('pigeon boy'))
  await call('appeals.outcome', {
    appealId: last?.appealId ?? 0,
    label: 'troll',
    shownMs: 64_000,
    answer:
      'I read the comment, your apology and what came between. The words mock somebody for writing about a death. The apology does you credit, and it does not change what the comment says.',
  })
}

async function packageFor({ call, running }: Seat, name: string, file: string): Promise<void> {
  await call('packages.make', {
    ...{ name, threadIds: null, count: 30, overlap: 5, seed: 7, givenToo: false },
    filter: { show: 'undecided', text: '', importId: null },
    target: running.files.registerTarget(file),
  })
}

/** Noor, on another computer: some that nobody decided here, and two that were seen otherwise here. */
async function workApart({ decide, decideMany }: Seat): Promise<void> {
  await decide('bring a tissue and a photo of nan', 'critic', { note: 'Sarcasm, not abuse.', reason: null })
  await decide('put her back in the home', 'critic', { note: 'Rude about a question.', reason: null })
  await decide('fat sweaty toad of a man', 'troll', abuse('About his body, not about what he did.'))
  await decideMany(18)
}

/** As an editor of SQLite would. */
function changeRow(file: string): void {
  const db = new DatabaseSync(file)
  db.exec(`update decisions set note = 'Nobody wrote this.' where id = (select max(id) from decisions) - 3`)
  db.close()
}

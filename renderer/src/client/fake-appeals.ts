/** Appeals in the invented project. */
import type { AdverseEntry, AppealCase, AppealEntry } from '../../../core/contract/appeals-answers.ts'
import type { Service } from '../../../core/contract/contract.ts'
import { AppError } from '../../../core/result.ts'
import type { FakeWorld } from './fake-world.ts'

/** `open`: adverse labels, an appeal of each kind. `gone`: the label of the first was taken back. `none`: nothing adverse stands. */
export type FakeAppeals = 'open' | 'gone' | 'none'

type Methods = Extract<keyof Service, `appeals.${string}`>

const at = '2026-09-14T10:00:00.000Z'
export const references = ['FH-7K3M-92QD', 'FH-0C4T-W8HJ', 'FH-PZ55-1XRB', 'FH-M2VN-60AE']
const lastWords =
  'I did not threaten anybody. The bus is the one that the report itself names, and it has not run since May.'

export function fakeAppeals(world: FakeWorld, stage: FakeAppeals = 'open'): Pick<Service, Methods> {
  const adverse = stage === 'none' ? [] : world.comments.slice(0, references.length).map(adverseOf)
  let cases: readonly AppealCase[] =
    stage === 'none'
      ? []
      : adverse.slice(0, 3).map((about, place) => caseOf(about, place, stage === 'gone' && place === 0))
  const entry = ({
    comment: _,
    appeal: __,
    reasonings: ___,
    standing: ____,
    answer: _____,
    newLabel: ______,
    ...one
  }: AppealCase): AppealEntry => one
  const found = (appealId: number): AppealCase => {
    const one = cases.find((each) => each.appealId === appealId)
    if (!one) throw new AppError('not-found', 'That appeal is not in this project.')
    return one
  }
  return {
    'appeals.list': () => cases.map(entry),
    'appeals.adverse': ({ offset, limit }) => ({
      total: adverse.length,
      rows: adverse.slice(offset, offset + limit),
    }),
    'appeals.find': ({ reference }) => {
      const one = adverse.find((each) => each.reference === reference.trim().toUpperCase())
      if (!one)
        throw new AppError(
          'bad-request',
          'One letter or digit of this reference is wrong, or two have changed places. Look at the letter once more.',
        )
      return one
    },
    'appeals.get': ({ appealId }) => found(appealId),
    'appeals.record': ({ commentId, text }) => {
      const about = adverse.find((one) => one.commentId === commentId)
      if (!about) throw new AppError('bad-request', 'Nothing adverse stands on this comment.')
      const made = { ...caseOf(about, 0), appealId: cases.length + 1, appeal: text }
      cases = [made, ...cases]
      world.tell('appeals')
      return entry(made)
    },
    'appeals.outcome': ({ appealId, label, answer }) => {
      const before = found(appealId)
      const isUpheld = label === before.label
      const ended: AppealCase = {
        ...before,
        outcome: isUpheld ? 'upheld' : 'overturned',
        answeredAt: at,
        answer,
        newLabel: isUpheld ? null : label,
      }
      cases = cases.map((one) => (one.appealId === appealId ? ended : one))
      world.tell('appeals')
      return entry(ended)
    },
  }
}

function adverseOf({ commentId, text }: FakeWorld['comments'][number], place: number): AdverseEntry {
  return {
    commentId,
    reference: references[place] ?? '',
    label: 'troll',
    decidedAt: `2026-09-1${place}T10:00:00.000Z`,
    excerpt: text.slice(0, 160),
    letterAt: place < 3 ? at : null,
    hasOpenAppeal: place < 2,
    onAppeal: place === 2 ? 3 : null,
  }
}

/** The first can be decided; who asks has judged the second; the third has been answered. */
function caseOf(about: AdverseEntry, place: number, isGone = false): AppealCase {
  const isAnswered = place === 2
  return {
    appealId: place + 1,
    commentId: about.commentId,
    reference: about.reference,
    label: about.label,
    excerpt: about.excerpt,
    receivedAt: at,
    outcome: isGone ? 'gone' : isAnswered ? 'overturned' : 'open',
    answeredAt: isAnswered ? at : null,
    letterAt: null,
    isBarred: place === 1,
    comment: {
      text: about.excerpt,
      decidedText: null,
      author: 'Plover 2',
      thread: 'Report published',
      createdAt: at,
    },
    appeal: lastWords,
    reasonings: [
      {
        coder: 'Sam',
        label: 'troll',
        decidedAt: at,
        role: null,
        rule: 'Threat',
        passage: about.excerpt.slice(0, 30),
        note: 'It names the way home of one of the nurses.',
      },
      {
        coder: 'Noor',
        label: 'troll',
        decidedAt: at,
        role: null,
        rule: 'Threat',
        passage: about.excerpt.slice(0, 30),
        note: null,
      },
    ],
    standing: isGone ? null : { label: 'troll', status: 'final' },
    answer: isAnswered ? 'The bus is the one that the report names. Nobody is threatened by it.' : null,
    newLabel: isAnswered ? 'critic' : null,
  }
}

/** What letters of the tests are written from: the delayed report of an invented hospital trust. */
import type { DecisionFacts, OutcomeFacts } from '../../../core/letters/facts.ts'

const shared = {
  reference: 'FH-7K3M-92QD',
  date: '2026-11-26T09:30:00.000Z',
  sender: {
    name: 'Lowgate Hospital Trust',
    contact: 'Comments team\n1 Harbour Street, Lowgate LG1 2AB\nappeals@lowgate.example',
    appealDays: 28,
    further: 'The ombudsman for public services\n2 Harbour Street, Lowgate',
  },
  comment: {
    author: null,
    thread: 'The delayed report',
    postedAt: '2026-09-03T18:12:00.000Z',
    text: 'I know which bus you take home from Fern ward, so think before you post again.',
  },
  label: {
    name: 'Troll',
    definition: 'attacks, insults, threatens, demeans or baits a person or a group.',
  },
}

export function aDecision(other: Partial<DecisionFacts> = {}): DecisionFacts {
  return {
    ...shared,
    status: 'final',
    hasChanged: false,
    decidedBy: 'two',
    rule: { name: 'Threat', sentence: 'Says or hints that somebody will come to harm.' },
    passage: 'I know which bus you take home',
    sentence: 'It names the way home of one of the nurses.',
    notGrounds:
      'anger, swearing, sarcasm, repetition, being a nuisance, criticism of what a named official did.',
    expiresAt: '2027-11-26T09:30:00.000Z',
    ...other,
  }
}

export function anOutcome(other: Partial<OutcomeFacts> = {}): OutcomeFacts {
  return {
    ...shared,
    outcome: 'overturned',
    appealedAt: '2026-12-01T10:00:00.000Z',
    appeal: 'I meant the bus in the report. It has not run since May.',
    answer: 'The bus is the one that the report itself names. Nobody is threatened by it.',
    newLabel: 'Critic',
    ...other,
  }
}

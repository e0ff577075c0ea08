/** What is said about who decides: coders, proposals, grounds, second opinions, disputes and the rules. */
import { count, counted, isolated, listed } from './format.ts'

export const judging = {
  who: {
    open: (name: string) => `Deciding as ${isolated(name)}`,
    title: 'Who decides?',
    decided: (decisions: number) => (decisions === 0 ? 'nothing decided yet' : `${count(decisions)} decided`),
    else: 'Somebody else…',
    name: 'Name or initials',
    take: 'Decide under this name',
    settings: 'Settings…',
    now: (name: string) => `Deciding as ${isolated(name)}.`,
    /** Asked once, where the project knows others. */
    ask: 'Who sits here?',
    askWhy: (name: string) => `This project does not know ${isolated(name)} yet.`,
    stay: (name: string) => `I am ${isolated(name)}`,
  },

  chip: {
    proposed: (label: string) => `${label}, proposed`,
    disputed: (label: string) => `${label}, disputed`,
  },
  heard: {
    final: (label: string) => label,
    proposed: (label: string) => `${label}, proposed: waits for a second person`,
    disputed: (label: string) => `${label}, disputed`,
    between: (labels: readonly string[]) => `Disputed: ${labels.join(' or ')}`,
  },
  proposed: (label: string) => `Marked ${label}, proposed`,
  proposedShort: (label: string) => `Proposed ${label}`,
  second: 'A second person will look.',

  grounds: {
    title: (label: string) => `Grounds for ${label}`,
    rule: 'Rule',
    passage: 'Passage',
    passageIs: (words: number) => `Passage, ${counted(words, 'word')}`,
    mark: 'Mark the words that decide it',
    markOther: 'Mark other words',
    more: 'A note, if you like',
    sentence: 'In a sentence: why it holds here',
    settle: 'Why, in a sentence both will read',
    give: (label: string, isProposal: boolean) => `${isProposal ? 'Propose' : 'Mark'} ${label}`,
    settleGive: (label: string) => `Decide ${label}`,
    back: 'Back',
    not: 'Not grounds:',
    stands:
      'It stands once a second person, who has not seen your decision, agrees. Until then it counts as not decided.',
    missing: {
      reason: 'Choose the rule that it breaks.',
      passage: 'Mark the words that decide it.',
      sentence: 'Say in a few words why it holds here.',
    },
    settleMissing: 'Say in a few words why, for both to read.',
    heard: (label: string, rules: readonly { readonly name: string }[]) =>
      `Grounds for ${label}. ${rules.map(({ name }, at) => `${at + 1}: ${name}.`).join(' ')}`,
    chosen: (rule: string) => `${rule}.`,
    complete: (give: string) => `Enter: ${give}.`,
    closed: 'Nothing was marked. What you wrote is kept.',
  },

  opposite: {
    title: 'Would you decide the same?',
    lede: 'The same comment about somebody else. The author is hidden.',
    none: 'It names nobody that we know of, so only the author is hidden. The names that it looks for are set under Answer, in “Who writes, and where to appeal”.',
    same: 'Yes, the same',
    changed: 'No, I have changed my mind',
    saidChanged: 'Nothing was marked. That you changed your mind is kept in the record.',
    somebody: 'Somebody',
  },

  queues: {
    orders: 'In order',
    others: 'With others',
    second: (waiting: number) =>
      waiting === 0 ? 'Second opinions' : `Second opinions, ${count(waiting)} waiting`,
    adjudicate: (disputed: number) =>
      disputed === 0 ? 'To adjudicate' : `To adjudicate, ${count(disputed)}`,
    secondTitle: 'Second opinions',
    adjudicateTitle: 'To adjudicate',
    kept: (comments: number, phrases: readonly string[]) =>
      phrases.length === 0
        ? `${count(comments)} kept from you, for an interest that you declared.`
        : `${count(comments)} kept from you: ${comments === 1 ? 'it names' : 'they name'} ${listed(phrases.map(isolated))}.`,
    noSecond: 'Nothing waits for a second person.',
    noSecondLede:
      'When somebody else proposes a harsh label, it comes here among others, without saying which.',
    doneSecond: 'Your second opinions are given.',
    doneSecondLede: 'What two people agree on now stands; what they see differently goes to a third.',
    doneDisputes: 'Every dispute here is settled.',
    doneDisputesLede: 'Each has a decision that stands, with your reasons, which both sides can read.',
    noDispute: 'Nothing to adjudicate.',
    noDisputeLede:
      'When two people see a comment differently, and you decided nothing on it, it comes here with both reasonings.',
    back: 'Back to the queue',
  },

  settle: {
    yours: 'Your decision',
    as: (name: string) => `as ${isolated(name)}`,
    passageOf: (name: string) => `${isolated(name)}’s passage`,
    rule: 'Rule',
    noRule: 'None needed',
    noneGiven: 'None given',
    passage: 'Passage',
    noPassage: 'None marked',
    sentence: 'In a sentence',
    noSentence: 'Nothing written',
    seen: 'Seen',
    takenBack: 'Taken back since.',
    modes: { code: 'Code mode', check: 'Check mode', teach: 'Teach mode' },
    noMode: 'Elsewhere',
    suggestion: (wasShown: boolean) => (wasShown ? 'suggestion shown' : 'suggestion hidden'),
    afterOthers: 'after seeing what others decided',
    foot: 'They see it differently. You have decided nothing on it, so it is yours to settle.',
    none: 'Their reasonings are not here. Somebody may have settled it meanwhile.',
    first: 'Choose a label first.',
    decided: (label: string) => `Decided ${label}. It stands.`,
  },

  rules: {
    open: 'Rules…',
    title: 'Rules of this project',
    record: 'Each change goes into the record, with your name and the time.',
    two: 'Labels that need two people',
    twoHint: 'One person proposes; it stands once a second one agrees who has not seen the first.',
    opposite: 'Opposite test',
    oppositeHint:
      'Before a harsh label: the same comment about another body. Would you decide the same? The names that it looks for are set under Answer, in “Who writes, and where to appeal”.',
    tests: (taken: number, changed: number) =>
      `Taken ${counted(taken, 'time')} in this project; ${counted(changed, 'mind')} changed.`,
    expiry: 'Labels that accuse run out',
    expiryHint: 'A label that ran out no longer stands, and the comment can be decided again.',
    days: 'Days',
    interests: 'My interests',
    interestsHint:
      'People, teams and offices that you belong to, one a line. Comments that name them are kept from you.',
    save: 'Save',
    saved: 'Saved, and in the record.',
    badDays: 'A whole number from 1 to 3,650.',
    badPhrase: 'Each from 2 to 80 letters, at most 50.',
  },
} as const

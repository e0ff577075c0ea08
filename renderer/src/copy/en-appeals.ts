/** What is said in the section Answer: letters to authors, and their appeals. */
import { count, counted } from './format.ts'

export const answer = {
  section: 'Answer',
  pages: 'Pages of Answer',
  appeals: 'Appeals',
  letters: 'Letters',
  sender: 'Who writes',

  list: {
    appeals: 'Appeals',
    letters: 'Open to appeal',
    record: 'Record an appeal',
    open: 'Not answered',
    gone: 'The label is gone',
    answered: 'Answered',
    written: (day: string) => `written ${day}`,
    onAppeal: 'decided on appeal',
    notWritten: 'no letter',
    came: (day: string) => `came ${day}`,
    more: (left: number) => `Show ${counted(left, 'more label', 'more labels')}`,
  },

  none: {
    appeals: 'No appeal has been recorded.',
    appealsLede:
      'When an author writes to you, record what they wrote. Somebody who has not judged the comment answers it.',
    letters: 'No label stands that could be appealed against.',
    lettersLede:
      'A letter tells an author what was decided, by which rule, and how to appeal. It can be written once such a label stands for good: one that a single person proposed does not.',
    chosen: 'Choose one on the left.',
  },

  outcome: {
    upheld: 'Upheld',
    overturned: 'Overturned',
  },

  case: {
    reference: (reference: string) => `Reference ${reference}`,
    comment: 'The comment',
    appeal: 'What the author wrote',
    reasonings: 'What was decided before',
    rule: 'Rule',
    noRule: 'None named',
    passage: 'Passage',
    sentence: 'In a sentence',
    roles: { adjudication: 'settled a dispute', appeal: 'answered an appeal' },
    answered: (outcome: string, day: string) => `${outcome} on ${day}`,
    answer: 'The answer',
    barred: 'You have judged this comment before, so somebody else answers the appeal.',
    goneTitle: 'The label is gone',
    gone: 'It was taken back or it ended, so nothing is left to answer.',
    replaced: (label: string) => `The comment is now labelled ${label}, so nothing is left to answer.`,
    goneAfter:
      'You may still tell the author. If the label is given again, this appeal waits for an answer again.',
    openDesk: 'Open the comment',
  },

  form: {
    title: 'Your answer',
    outcome: 'Outcome',
    choose: 'Choose an outcome',
    uphold: (label: string) => `Uphold: it stays ${label}`,
    overturn: (label: string) => `Overturn: it becomes ${label}`,
    why: 'Why, in words that the author will read',
    whyHint: 'Say what you looked at, and what you make of what the author wrote.',
    go: 'Decide the appeal',
    done: (outcome: string) => `${outcome}. It is in the record; the letter can be written now.`,
  },

  recording: {
    title: 'Record an appeal',
    reference: 'Reference on the letter',
    referenceHint: 'Such as FH-7K3M-92QD. Small letters and missing hyphens do not matter.',
    find: 'Find',
    received: 'It came on',
    text: 'What the author wrote',
    textHint: 'Word for word. Somebody who has not judged the comment reads it.',
    save: 'Record the appeal',
    saved: (reference: string) => `The appeal about ${reference} is recorded.`,
    hasOpen: 'There is an appeal about it already that nobody has answered.',
  },

  letter: {
    decision: 'The letter',
    outcome: 'The letter about the answer',
    withAuthor: 'Name the author',
    withAuthorHint: 'Otherwise it goes to “the author of the comment”.',
    pdf: 'Save as PDF',
    html: 'Save as a web page',
    print: 'To make a PDF, open the saved page in your browser and print it.',
    saved: (name: string) => `Saved: ${name}. That it was written is in the record.`,
    fileName: (reference: string, ending: string) => `letter ${reference}.${ending}`,
    needsSender: 'Before a letter can be written, say who writes it and where an appeal can be sent.',
    toSender: 'Say who writes',
  },

  settings: {
    title: 'Who writes, and where to appeal',
    lede: 'This stands in every letter. What is changed here is in the record.',
    sender: 'Name of your body',
    contact: 'Where an appeal can be sent',
    contactHint: 'An address, an e-mail address or a telephone number, a line each.',
    days: 'Days to appeal',
    daysHint: 'Counted from the date of the letter. From 1 to 3,650.',
    further: 'Whom to turn to after an appeal',
    furtherHint:
      'An ombudsman or a court, a line each. It stands in letters that uphold a label. May be empty.',
    names: 'Names of your body in comments',
    namesHint:
      'A line each: its names, short names, people. The opposite test puts another body in their place.',
    save: 'Save',
    saved: 'Saved.',
  },

  count: (waiting: number) => count(waiting),
  waiting: (waiting: number) => `${counted(waiting, 'appeal')} not answered`,
} as const

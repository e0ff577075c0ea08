/** What is said about the model: its page, its reasons, and why it is not shown. */
import { atMost, count, counted, listed, of100, percent } from './format.ts'

/** At most four names; of more the first three and how many others. */
const few = (names: readonly string[]) =>
  names.length <= 4 ? names : [...names.slice(0, 3), `${count(names.length - 3)} others`]
const measuredOn = (total: number) =>
  total === 1
    ? 'Measured on **1** made blind and at random, by a model that had not learned from it.'
    : `Measured on **${count(total)}** made blind and at random, each by a model that had not learned from it.`
const are = (number: number) => (number === 1 ? 'is' : 'are')

/** The Model page. `**` stands around what is set in bold; no word of a comment ever passes here. */
export const model = {
  pages: 'Measure',
  title: 'Model',
  learned: (decisions: number) =>
    decisions === 0
      ? 'This is the model that came with the app; it has learned from no decision of this project.'
      : `Learned from **${count(decisions)}** ${decisions === 1 ? 'decision' : 'decisions'}.`,
  measured: (total: number, nonTrolls: number, accused: number) => {
    const on = measuredOn(total)
    if (nonTrolls === 0) return `${on} All of them are trolls.`
    const called = accused === 0 ? 'none' : `**${count(accused)}**`
    return nonTrolls === 1
      ? `${on} The one that is no troll it ${accused === 0 ? 'did not call a troll' : 'called a troll'}.`
      : `${on} Among the ${count(nonTrolls)} that are no trolls it called ${called} a troll.`
  },
  /** For labels that are not ours. */
  own: {
    noModel: 'There is no model of these labels yet. It learns from the twentieth decision on.',
    measured: measuredOn,
    version: 'No model yet.',
    drawMore: (decisions: number) =>
      `${counted(decisions, 'more decision')} at random, and the numbers below are surer`,
    firstLesson: {
      title: 'It has not learned from you yet',
      lede: (missing: readonly string[]) =>
        missing.length === 0
          ? 'It needs twenty decisions, on two labels or more. Until then nothing is suggested.'
          : `There are too few decisions on ${listed(few(missing.map((name) => `“${name}”`)))}. Until then nothing is suggested.`,
      go: 'Start deciding',
    },
    nothing: 'Every further decision still teaches the model.',
    atFirst: (right: number) => `at first, ${of100(right)}`,
  },
  notMeasured:
    'How often it is wrong is not known yet: that takes decisions made blind on comments drawn at random.',
  reading: 'Asking for the report…',
  unread: 'The report could not be read.',
  retry: 'Try again',

  suggestions: 'Suggestions in this project',
  suggestionsChoice: { on: 'Suggestions on', off: 'Suggestions off' },
  off: 'Suggestions are off: nobody sees one anywhere in this project. The model goes on learning and is still measured.',

  status: {
    current: (version: string) => `Up to date. Model ${version}`,
    running: 'Measuring',
    soFar: (done: number, total: number) =>
      total > 0 ? `Measuring, ${count(done)} of ${count(total)}` : 'Measuring',
    stop: 'Stop',
    stale: 'Decisions have come since this was measured.',
    stopped: 'Stopped. What you see was measured before.',
    failed: 'It could not be measured.',
    again: 'Measure again',
    now: 'Measure now',
    done: 'The model is measured.',
    never: 'Not measured yet.',
    nothing: 'There is nothing to measure on yet.',
    starter: (version: string) => `Model ${version}`,
  },

  next: {
    drawMore: {
      title: (decisions: number, limit: number) =>
        `${counted(decisions, 'more decision')} at random, and your limit of ${percent(limit)} can be kept`,
      shipped: 'Decided blind. Until then the strict threshold that came with the app holds.',
      project: 'Decided blind: only these can say how often the model is wrong.',
      go: (decisions: number) => `Decide ${count(decisions)} at random`,
    },
    firstLesson: {
      title: 'It has not learned from you yet',
      lede: (missing: readonly string[]) =>
        missing.length === 0
          ? 'A few decisions are enough to begin. Until then the model that came with the app makes the suggestions.'
          : `There are too few decisions on ${listed(missing)}. Until then the model that came with the app makes the suggestions.`,
      go: 'Start teaching',
    },
    lookAgain: {
      title: (labels: number) =>
        labels === 1 ? '1 label is probably a mistake' : `${count(labels)} labels are probably mistakes`,
      lede: 'Trained without them, the model is sure of something else. Nothing changes by itself.',
      go: (labels: number) => (labels === 1 ? 'Look at it' : `Look at ${count(labels)}`),
    },
    nothing: {
      title: 'Nothing needs to be done',
      lede: (limit: number) =>
        `Your limit of ${percent(limit)} can be kept. Every further decision still teaches the model.`,
    },
  },

  accusations: {
    title: 'Called a troll, and was not',
    lede: (hits: number, of: number, high: number) =>
      `${count(hits)} of ${count(of)}; with 95 in 100 confidence at most ${atMost(high)}`,
    none: 'None of the comments drawn at random is known to be no troll.',
    notYet: 'Not measured yet.',
    yourLimit: 'your limit',
    bound: (high: number) => `could be as many as ${atMost(high)}`,
    show: (hits: number) => (hits === 1 ? 'Show this comment' : `Show these ${count(hits)} comments`),
    columns: { what: 'Comments that are no trolls', count: 'Number', share: 'Share' },
    rows: { called: 'called a troll', atMost: 'at most', limit: 'your limit', all: 'all' },
  },

  limit: {
    label: 'Your limit',
    legend: 'Your limit: of all non-trolls, so many may be suggested as troll',
    other: 'Another limit in per cent, from 0.1 to 20',
    otherShort: 'other',
    range: 'Give a number from 0.1 to 20.',
    set: (limit: number) => `The limit is ${percent(limit)}.`,
    shipped: (needed: number, there: number) =>
      `The strict threshold that came with the app holds until ${counted(needed, 'confirmed non-troll')} ${are(needed)} drawn at random; ${count(there)} ${are(there)} there.`,
    project: (there: number, needed: number) =>
      `The threshold comes from ${counted(there, 'confirmed non-troll')} of this project, drawn at random. This limit needs ${count(needed)}.`,
  },

  confusion: {
    title: 'What people decided, what it said',
    lede: (total: number) => `${counted(total, 'comment')}. “Not sure” is an answer, not a mistake.`,
    people: 'People',
    notSure: 'Not sure',
    all: 'All',
    cell: (hits: number, people: string, said: string) =>
      `${counted(hits, 'comment')} marked ${people} and taken for ${said}: show ${hits === 1 ? 'it' : 'them'}`,
    row: (total: number, people: string) =>
      `${counted(total, 'measured comment')} marked ${people}: show ${total === 1 ? 'it' : 'them'}`,
  },

  quality: {
    label: 'Label',
    precision: 'Right when it says so',
    recall: 'Found of all there are',
    share: (hits: number, of: number) => `${count(hits)} of ${count(of)}`,
    between: (low: number, high: number) => `${of100(low)} to ${of100(high)} %`,
    // What is seen comes first, for those who say what they see.
    showSaid: (seen: string, of: number, label: string) =>
      `${seen}: show ${counted(of, 'comment')} taken for ${label}`,
    showDecided: (seen: string, of: number, label: string) =>
      `${seen}: show ${counted(of, 'measured comment')} marked ${label}`,
    neverSaid: 'never said',
    noneThere: 'none there',
    note: 'Behind each: the 95 % interval.',
  },

  reliability: {
    title: 'Does it mean what it says?',
    lede: (error: number) => `On the line it does. It is off by ${of100(error)} of 100.`,
    which: 'Label',
    y: (label: string) => `decided ${label}, of 100`,
    x: (label: string) => `said ${label}, of 100 alike`,
    exactly: 'exactly as said',
    none: 'There are too few decisions to compare with.',
    columns: { said: 'Said, of 100', decided: 'Decided, of 100', interval: '95 % interval', of: 'Comments' },
  },

  learning: {
    title: 'Is it still learning?',
    lede: (total: number, decisions: number, gain: number) => {
      const same = `On the same ${count(total)}.`
      if (decisions === 0) return same
      const last = decisions === 1 ? 'The last decision' : `The last ${count(decisions)} decisions`
      if (gain === 0) return `${same} ${last} changed nothing.`
      return gain > 0 ? `${same} ${last} added ${count(gain)}.` : `${same} ${last} cost ${count(-gain)}.`
    },
    y: 'right, of 100',
    x: 'decisions it learned from',
    shipped: (right: number) => `as shipped, ${of100(right)}`,
    now: (right: number) => `${of100(right)} of 100`,
    none: 'There are too few decisions for a line.',
    columns: { decisions: 'Learned from', right: 'Right, of 100', interval: '95 % interval' },
  },

  asTable: 'As a table',
  interval: (low: number, high: number) => `${of100(low)} to ${of100(high)}`,

  first: {
    title: 'What will be here',
    lede: 'As soon as a few comments drawn at random are decided, the model is measured on them, and this page answers:',
  },

  suspects: {
    title: 'Labels that are probably mistakes',
    lede: 'Nothing changes by itself. Read each again, and decide.',
    none: 'There are none: where the model, trained without a decision, is sure, it agrees with it.',
    doubt: (label: string, sure: number, likely: string) =>
      `Marked ${label}. Trained without it, the model is ${of100(sure)} % sure that it is ${likely}.`,
    more: (all: number) => `Show all ${count(all)}`,
  },
} as const

/** The model's reasons; see `whySentence`, which puts the comment's own words in between. */
export const why = {
  mostly: 'mostly because of',
  asAWhole: 'as a whole',
  and: 'and',
  noWords: 'No single word moved it much.',
  otherWay: (quotes: number) => `${quotes === 1 ? 'points' : 'point'} the other way`,
  pointsTo: (quotes: number, label: string) => `${quotes === 1 ? 'points' : 'point'} to ${label}`,
  neither: 'Likely neither: no word in it points strongly to troll or critic.',
  neitherBut: 'Likely neither:',
  tooWeak: 'not strongly enough',
  notClear: 'No label is clear enough',
  read: 'Read it yourself.',
} as const

/** Why no suggestion is on the screen. */
export const hidden = {
  code: 'Suggestion hidden',
  teach: 'Suggestion hidden',
  measuring: 'Hidden: this one was drawn at random to measure the model',
  off: 'Suggestions are off in this project',
  why: {
    code: 'You decide without the model’s view. Choose Check to see it.',
    teach:
      'What it is shown, a judge soon thinks. In Teach you decide blind, so that the model learns from you and not from itself.',
    measuring: 'Decide it by yourself. Only what nobody was shown can say how often the model is wrong.',
    off: 'Nobody sees one, and Enter accepts nothing. The model goes on learning.',
  },
  modelsOrder: 'This order comes from the model. For a blind reading choose Random.',
  /** For labels that are not ours. */
  ownTeachOrder: 'This order comes from the model: its best guesses, its doubts, and some at random.',
  teachOrder:
    'This order comes from the model: half likely trolls, a quarter its doubts, a quarter at random.',
  toModel: 'Open the Model page',
} as const

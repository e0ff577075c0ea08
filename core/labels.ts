/** The labels a coder can give, and the codebook that defines them. */
import { unsureBand } from './records.ts'

/** `letter`: the label's own letter stands in for a shape. */
export type Shape = 'triangle' | 'circle' | 'bar' | 'diamond' | 'letter'

/** Names a pair of colour tokens (`--troll`, `--troll-tint`). `own`: for labels that are not ours, all alike. */
export type Tone = 'troll' | 'critic' | 'neither' | 'unsure' | 'own'

/** An invented comment that the label is right for, and what it shows. */
export interface Example {
  readonly text: string
  readonly shows: string
}

/** What a label can be given for. */
export interface Reason {
  /** Stored in decisions and exports. */
  readonly id: string
  readonly name: string
  /** When it holds. */
  readonly sentence: string
  /** Whoever gives it says in a sentence of their own why it holds here; not in codebooks from before. */
  readonly needsSentence: boolean
}

export interface Label {
  /** Stored in decisions and exports. */
  readonly id: string
  readonly name: string
  /** One letter, upper case: the key, and the mark in print. */
  readonly letter: string
  readonly shape: Shape
  readonly tone: Tone
  /** A few words under the name on the button. */
  readonly short: string
  /** The codebook's own wording, shown beside the buttons. */
  readonly definition: string
  /** In the order in which they are read; none in codebooks from before. */
  readonly examples: readonly Example[]
  /** Of which a decision may name one; none in codebooks from before. */
  readonly reasons: readonly Reason[]
  /** It is given for one of its reasons and a marked passage, or not at all. */
  readonly needsGrounds: boolean
}

export interface Codebook {
  readonly id: string
  readonly version: number
  readonly name: string
  /** In the order of the buttons; key 1 is the first. */
  readonly labels: readonly Label[]
  /** What is never a reason for the harmful label. */
  readonly notGrounds: string
}

export const standardCodebook: Codebook = {
  id: 'troll-or-critic',
  version: 3,
  name: 'Troll or critic',
  labels: [
    {
      id: 'troll',
      name: 'Troll',
      letter: 'T',
      shape: 'triangle',
      tone: 'troll',
      short: 'Posts to provoke or hurt',
      definition: 'attacks, insults, threatens, demeans or baits a person or a group.',
      examples: [
        {
          text: 'Cry harder, nobody asked about your nan. She had a good run.',
          shows: 'mocks somebody for a death they have just described',
        },
        {
          text: 'I know which bus you take home from Lowgate, so think before you post again.',
          shows: 'a threat, however quietly it is put',
        },
        {
          text: 'People like that should not be let near a ward. They are all the same.',
          shows: 'demeans people for what they are',
        },
      ],
      reasons: [
        {
          id: 'threat',
          name: 'Threat',
          sentence: 'Says or hints that somebody will come to harm.',
          needsSentence: false,
        },
        {
          id: 'abuse',
          name: 'Abuse of a person',
          sentence: 'Insults, mocks or demeans a person, not what they did or decided.',
          needsSentence: true,
        },
        {
          id: 'identity-attack',
          name: 'Identity attack',
          sentence: 'Attacks people for origin, faith, sex, disability or the like.',
          needsSentence: false,
        },
        {
          id: 'harassment',
          name: 'Harassment by repetition',
          sentence: 'Goes after one person again and again. Asking an office again is not this.',
          needsSentence: true,
        },
        {
          id: 'deception',
          name: 'Deception',
          sentence: 'Pretends to be somebody else, or spreads what is known to be false.',
          needsSentence: true,
        },
        {
          id: 'spam',
          name: 'Spam',
          sentence: 'Advertises, or floods the thread with what has nothing to do with it.',
          needsSentence: false,
        },
      ],
      needsGrounds: true,
    },
    {
      id: 'critic',
      name: 'Critic',
      letter: 'C',
      shape: 'circle',
      tone: 'critic',
      short: 'Disagrees in good faith',
      definition:
        'says that something is wrong, or asks for it to be put right. Angry, rude and repeated still count.',
      examples: [
        {
          text: 'This is the fourth time I ask. Who signed off the delay? A bloody disgrace.',
          shows: 'angry, swearing and repeated, and still about what was done',
        },
        {
          text: 'Oh well done, a report at ten past six on a Friday. What a coincidence.',
          shows: 'sarcasm about a decision',
        },
        {
          text: 'The chair told the board one thing in January and the public another in April. She should go.',
          shows: 'goes for what a named official did, and asks for a consequence',
        },
      ],
      reasons: [],
      needsGrounds: false,
    },
    {
      id: 'neither',
      name: 'Neither',
      letter: 'N',
      shape: 'bar',
      tone: 'neither',
      short: 'Neither of the two',
      definition: 'is no attack and finds no fault: a question, thanks, news, small talk.',
      examples: [
        {
          text: 'Does anyone know whether the car park is open on Saturdays now?',
          shows: 'a plain question',
        },
        {
          text: 'My brother was on Fern ward in the same month. Message me if you want to compare letters.',
          shows: 'one person to another',
        },
      ],
      reasons: [],
      needsGrounds: false,
    },
    {
      id: 'unsure',
      name: 'Unsure',
      letter: 'U',
      shape: 'diamond',
      tone: 'unsure',
      short: 'A second person should look',
      definition: 'cannot be settled from what is here. A second person should look.',
      examples: [
        {
          text: 'Another keyboard warrior who has never done a night shift.',
          shows: 'a jibe at a writer, or at an argument: the thread does not say which',
        },
        {
          text: 'You know what you did, and so do we.',
          shows: 'a threat, or a demand that a decision be owned: it depends on who is meant',
        },
      ],
      reasons: [],
      needsGrounds: false,
    },
  ],
  notGrounds:
    'anger, swearing, sarcasm, repetition, being a nuisance, criticism of what a named official did.',
}

/** The labels that say something about a comment, and that a model can learn; "unsure" does not. */
export function teachingLabels({ labels }: Pick<Codebook, 'labels'>): readonly Label[] {
  return labels.filter(({ id }) => id !== unsureBand)
}

/** Our own codebook from before it said so: what accuses needs grounds. */
export const needsGroundsByTone = ({ tone }: Pick<Label, 'tone'>): boolean => tone === 'troll'

/** The label that accuses; null where the labels are not ours. It is never given to many comments at once. */
export function harmfulLabel({ labels }: Pick<Codebook, 'labels'>): Label | null {
  return labels.find(({ tone }) => tone === 'troll') ?? null
}

/** Only for our own labels is there a starter; a project with others learns from its decisions alone. */
export function hasStarter({ id }: Pick<Codebook, 'id'>): boolean {
  return id === standardCodebook.id
}

/** The labels a coder can give, and the codebook that defines them. */
import { unsureBand } from './records.ts'

/** `letter`: the label's own letter stands in for a shape. */
export type Shape = 'triangle' | 'circle' | 'bar' | 'diamond' | 'letter'

/** Names a pair of colour tokens (`--troll`, `--troll-tint`). `own`: for labels that are not ours, all alike. */
export type Tone = 'troll' | 'critic' | 'neither' | 'unsure' | 'own'

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
  version: 1,
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
    },
    {
      id: 'neither',
      name: 'Neither',
      letter: 'N',
      shape: 'bar',
      tone: 'neither',
      short: 'Neither of the two',
      definition: 'is no attack and finds no fault: a question, thanks, news, small talk.',
    },
    {
      id: 'unsure',
      name: 'Unsure',
      letter: 'U',
      shape: 'diamond',
      tone: 'unsure',
      short: 'A second person should look',
      definition: 'cannot be settled from what is here. A second person should look.',
    },
  ],
  notGrounds: 'anger, swearing, sarcasm, asking again.',
}

/** The labels that say something about a comment, and that a model can learn; "unsure" does not. */
export function teachingLabels({ labels }: Pick<Codebook, 'labels'>): readonly Label[] {
  return labels.filter(({ id }) => id !== unsureBand)
}

/** Only for our own labels is there a starter; a project with others learns from its decisions alone. */
export function hasStarter({ id }: Pick<Codebook, 'id'>): boolean {
  return id === standardCodebook.id
}

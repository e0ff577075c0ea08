/** What is said where somebody gives a new project labels of its own. */
import { count } from './format.ts'

export const labels = {
  label: 'Labels:',
  other: 'Use other labels…',
  change: 'Change…',
  title: 'Labels of your own',
  lede: 'There is no model for these labels yet. It learns from your decisions, from the twentieth on.',
  codebook: 'Name of the codebook',
  codebookHint: 'It stands under the decisions and in exports.',
  codebookNeeded: 'Give the codebook a name.',
  name: 'Label',
  definition: 'What it means',
  nameOf: (position: number) => `Label ${count(position)}`,
  definitionOf: (position: number) => `What label ${count(position)} means`,
  up: (position: number) => `Move label ${count(position)} up`,
  down: (position: number) => `Move label ${count(position)} down`,
  remove: (position: number) => `Remove label ${count(position)}`,
  moved: (position: number, total: number) => `Now ${count(position)} of ${count(total)}.`,
  removed: (left: number) => `Removed. ${count(left)} labels are left.`,
  add: 'Add a label',
  keys: 'Two to twelve. Alt and an arrow move a label. “Unsure” is always there as well.',
  full: 'These are twelve, the most there can be.',
  ours: 'Back to troll, critic, neither',
  use: 'Use these labels',
  problems: {
    empty: 'Give this label a name.',
    same: 'Another label has this name already.',
    unsure: '“Unsure” is always there: a second person should look. Choose another name.',
  },
} as const

/** README.md and README.html of the folder: what is in it, and the numbers first. */
import { dayOf, pageOf, wordsOf } from '../letters/page.ts'
import { type Html, html } from '../text/html.ts'
import type { DisclosureFacts } from './facts.ts'
import { boundOf, figuresOf, whole } from './figures.ts'
import { plainLine, tableOf } from './markdown.ts'

/** Name and what it is, in the order in which somebody would read them. */
export const fileNotes: readonly (readonly [string, string])[] = [
  ['policy.md', 'The rules that decisions are made by, and every change of them.'],
  [
    'codebook.md',
    'What each label means and what it can be given for, in every version. For programs: codebook.json.',
  ],
  ['counts.csv', 'How many comments have which label, by status, month and kind of source.'],
  ['agreement.md', 'How far people agree who decided on the same comments. For programs: agreement.json.'],
  ['error-bounds.md', 'How often the model is wrong, with bounds. For programs: error-bounds.json.'],
  [
    'appeals.csv',
    'Every appeal by its reference: when it came, when it was answered, how it ended: “gone” where the label did not stand any more before anybody answered.',
  ],
  ['model-card.md', 'What the model is, what it learned from, and what it cannot do.'],
  ['record.jsonl', 'The record of everything that was done, without texts, notes and names: one row a line.'],
  ['chain.txt', 'The number and the hash of the last row of the record. Keep it: see below.'],
  ['check.py', 'The check, for Python 3. It needs nothing else.'],
  ['SHA256SUMS', 'The hash of every other file, as “sha256sum -c” reads it.'],
]

const left = `No author's name is in this folder, and no comment's text. People who decided are called Coder 1, Coder 2 and so on, in the order in which they first appear in the record. Examples in the codebook stand as the codebook has them. A digest says nothing of what it is made from; only somebody who guesses all of a row exactly can confirm the guess by it.`
const checking = `Run “python3 check.py” in this folder. It says whether any file was changed since it was written, and whether any row of the record was altered, moved or taken out: each row's hash is made from the hash of the row before and the digest of its own content.`
const keeping = `Whoever changes the whole folder can also make all hashes anew. So keep chain.txt: in every later disclosure of the same project, the row with that number must have that hash. If it has not, what came before it was changed.`

export function readmeMarkdown(facts: DisclosureFacts): string {
  return `# ${plainLine(facts.body)}: how comments are judged

${plainLine(madeOf(facts))}

## The numbers

${tableOf([['What', 'How many'], ...numbersOf(facts)])}

## What is in this folder

${tableOf([['File', 'What it is'], ...fileNotes])}

${plainLine(left)}

## How to check it

${plainLine(checking)}

${plainLine(keeping)}

${plainLine(lastOf(facts))}
`
}

export function readmeHtml(facts: DisclosureFacts): string {
  const numbers = numbersOf(facts).map(
    ([what, count]) => html`<tr><th scope="row">${what}</th><td>${count}</td></tr>`,
  )
  const files = fileNotes.map(
    ([name, note]) => html`<tr><th scope="row"><code>${name}</code></th><td>${note}</td></tr>`,
  )
  return pageOf({
    title: `${facts.body}: how comments are judged`,
    body: html`<main>
<h1>${wordsOf(facts.body)}: how comments are judged</h1>
<p class="note">${madeOf(facts)}</p>
<h2>The numbers</h2>
${rows(['What', 'How many'], numbers)}
<h2>What is in this folder</h2>
${rows(['File', 'What it is'], files)}
<p>${left}</p>
<h2>How to check it</h2>
<p>${checking}</p>
<p>${keeping}</p>
<pre>${lastOf(facts)}</pre>
</main>`,
  })
}

const rows = (names: readonly string[], lines: readonly Html[]): Html =>
  html`<table><thead><tr>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${lines}</tbody></table>`

function madeOf({ project, madeAt, appVersion }: DisclosureFacts): string {
  return `From the project “${project.name}”, ${dayOf(madeAt)}, by Fair Hearing ${appVersion}.`
}

function lastOf({ head }: DisclosureFacts): string {
  if (head === null) return 'The record is empty.'
  return `The last row of the record is ${whole(head.id)}. Its hash is ${head.hash}`
}

function numbersOf(facts: DisclosureFacts): readonly (readonly [string, string])[] {
  const { taken, changed } = facts.opposite
  const figures = figuresOf(facts)
  const { comments, final, proposed, disputed, harmful, appeals, accusations } = figures
  const accused: readonly (readonly [string, string])[] = harmful
    ? [
        ['Comments labelled as troll', whole(harmful.final)],
        ['Comments that one person proposed to label as troll; they have no label', whole(harmful.proposed)],
      ]
    : [['Comments with a proposed label', whole(proposed)]]
  return [
    ['Comments', whole(comments)],
    ['Comments with a label that stands', whole(final)],
    ...accused,
    ['Comments that people judged differently, not settled yet; they have no label', whole(disputed)],
    [
      'Opposite tests taken before that label, and minds changed by them',
      `${whole(taken)}, ${whole(changed)}`,
    ],
    ['Appeals', whole(appeals)],
    ['Appeals that overturned the label', whole(figures.overturned)],
    ['Appeals that upheld it', whole(figures.upheld)],
    ['Appeals against a label that was gone before anybody answered', whole(figures.gone)],
    ['Appeals not answered yet', whole(figures.open)],
    [
      'Comments by others that the model wrongly suggested as troll',
      accusations === null ? 'not measured' : boundOf(accusations),
    ],
  ]
}

/** The letter that tells an author what was decided about a comment, why, and how to appeal. */
import { AppError } from '../result.ts'
import { type Html, html } from '../text/html.ts'
import { type DecisionFacts, requireSender } from './facts.ts'
import { letterPage, longQuoteOf, whereAndWhen } from './frame.ts'
import { dayOf, linesOf, wordsOf } from './page.ts'

const dayMs = 86_400_000

/**
 * @returns a whole HTML file
 * @throws AppError bad-request for a label that is not final, and for a sender that nobody could answer
 */
export function decisionLetter(facts: DecisionFacts): string {
  requireFinal(facts)
  requireSender(facts.sender)
  return letterPage(facts, 'What we decided about your comment', [
    opening(facts),
    html`<h2>Your comment</h2>${longQuoteOf(facts.comment.text)}${changed(facts)}`,
    decided(facts),
    meaning(facts),
    appealing(facts),
  ])
}

/** A letter about what one person only proposed would accuse somebody in the name of all. */
function requireFinal({ status }: DecisionFacts): void {
  if (status === 'final') return
  const why =
    status === 'proposed'
      ? 'a second person has not agreed to it yet'
      : 'the people who decided do not agree, and nobody has settled it yet'
  throw new AppError('bad-request', `No letter can be written about this label: ${why}.`)
}

function opening({ comment, label }: DecisionFacts): Html {
  return html`<p>You posted a comment${whereAndWhen(comment)}. We gave it the label “${wordsOf(label.name)}”. This letter says what that means, why it was given, and how you can ask us to look again.</p>`
}

const changed = ({ hasChanged }: DecisionFacts): Html =>
  hasChanged
    ? html`<p class="note">This is what it said when we decided. It has been changed since, and this letter is not about what it says now.</p>`
    : html``

function decided({ label, rule, passage, sentence, decidedBy }: DecisionFacts): Html {
  const grounds = [
    row('The label', html`“${wordsOf(label.name)}”. Our codebook says of it: ${wordsOf(label.definition)}`),
    rule && row('The rule', html`<strong>${wordsOf(rule.name)}</strong>. ${wordsOf(rule.sentence)}`),
    passage === null ? null : row('The words that decided it', longQuoteOf(passage)),
    sentence === null ? null : row('Why it applies', longQuoteOf(sentence)),
  ].filter((line) => line !== null)
  return html`<h2>What was decided, and why</h2>
<dl class="grounds">${grounds}</dl>
<p>${people[decidedBy]} A program may sort the comments that people read here. It decides nothing.</p>`
}

const row = (name: string, said: Html): Html => html`<dt>${name}</dt><dd>${said}</dd>`

const people: Readonly<Record<DecisionFacts['decidedBy'], string>> = {
  one: 'A person read your comment and decided this.',
  two: 'A person read your comment and decided this. A second person, who was not told what the first had decided, read it too and came to the same view.',
  adjudication:
    'Two people read your comment and did not agree. Another person, who had not decided on it before, read what both had written and settled it.',
}

function meaning({ notGrounds, expiresAt }: DecisionFacts): Html {
  const never = notGrounds === '' ? html`` : html` These are never a reason for it: ${wordsOf(notGrounds)}`
  const ends = expiresAt === null ? html`` : html` It ends on ${dayOf(expiresAt)}, unless it is decided anew.`
  return html`<h2>What this means, and what it does not</h2>
<p>This is about one comment, not about you. The label says nothing about anything else that you wrote or will write.${ends}</p>
<p>You may criticise us, and you may be angry.${never}</p>`
}

function appealing({ sender, reference, date }: DecisionFacts): Html {
  const until = dayOf(new Date(Date.parse(date) + sender.appealDays * dayMs).toISOString())
  return html`<h2>If you think we are wrong</h2>
<p>Ask us to look again. Write to us by ${until}, give the reference <span class="ref">${reference}</span>, and say what you think we got wrong. There is no form to fill in.</p>
<p class="address">${linesOf(sender.contact)}</p>
<h2>What happens then</h2>
<p>Somebody who has not decided on your comment before reads it afresh, together with what you wrote. They let the decision stand, or they overturn it. Either way you get a letter that says why. If it is overturned, the label is taken away.</p>`
}

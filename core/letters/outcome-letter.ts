/** The letter that tells an author how their appeal ended, and why. */
import { type Html, html } from '../text/html.ts'
import { type OutcomeFacts, requireSender } from './facts.ts'
import { letterPage, longQuoteOf, whereAndWhen } from './frame.ts'
import { dayOf, linesOf, wordsOf } from './page.ts'

/** @returns a whole HTML file @throws AppError bad-request for a sender that nobody could answer */
export function outcomeLetter(facts: OutcomeFacts): string {
  const { outcome, appealedAt, appeal, answer, comment } = facts
  requireSender(facts.sender)
  const title = outcome === 'overturned' ? 'Your appeal: we were wrong' : 'Your appeal: the decision stands'
  return letterPage(facts, title, [
    html`<p>You asked us on ${dayOf(appealedAt)} to look again at what we decided about a comment of yours, posted${whereAndWhen(comment)}. Somebody who had not decided on it before has read it afresh, together with what you wrote.</p>`,
    decided(facts),
    html`<h2>Why</h2>${longQuoteOf(answer)}`,
    html`<h2>Your comment</h2>${longQuoteOf(comment.text)}`,
    html`<h2>What you wrote to us</h2>${longQuoteOf(appeal)}`,
    afterwards(facts),
  ])
}

function decided({ outcome, label, newLabel }: OutcomeFacts): Html {
  if (outcome === 'upheld') {
    return html`<h2>What was decided</h2>
<p>The label “${wordsOf(label.name)}” stands. It is about one comment, not about you.</p>`
  }
  const instead = newLabel === null ? html`` : html` It now has the label “${wordsOf(newLabel)}”.`
  return html`<h2>What was decided</h2>
<p>The label “${wordsOf(label.name)}” has been taken away from your comment.${instead} It should not have been given, and we are sorry. That it was overturned is kept in our record and counted in what we publish.</p>`
}

function afterwards({ outcome, sender, reference }: OutcomeFacts): Html {
  const further =
    outcome === 'upheld' && sender.further.trim() !== ''
      ? html`<p>If you do not agree with this answer, you can turn to:</p><p class="address">${linesOf(sender.further)}</p>`
      : html``
  return html`<h2>If you have a question</h2>
${further}<p>Write to us at the address at the top of this letter, and give the reference <span class="ref">${reference}</span>.</p>`
}

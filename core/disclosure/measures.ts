/** How far people agree, how wrong the model is, and what it is: agreement.*, error-bounds.*, model-card.md. */
import type { Coefficient } from '../agreement/report.ts'
import { coderName, type DisclosureFacts } from './facts.ts'
import { boundOf, percent, whole } from './figures.ts'
import { plainLine, tableOf } from './markdown.ts'

/** Coders by number: their names stay here. */
export function agreementJson({ agreement, coders }: DisclosureFacts): string {
  const { coders: known, pairs, ...figures } = agreement
  return asJson({
    ...figures,
    coders: known.length,
    pairs: pairs.map((pair) => ({ ...pair, coders: pair.coders.map((name) => coderName(coders, name)) })),
    method: 'Percentile bootstrap of whole threads at 95 %; the share of agreement by Wilson where all agree',
  })
}

export function agreementMarkdown({ agreement }: DisclosureFacts): string {
  const { units, coders, percent: same, alpha, ac1, kappa } = agreement
  if (units === 0) {
    return `# How far people agree

Nothing can be said: no comment has been decided by two people who saw neither each other's decision nor a suggestion.
`
  }
  const row = (name: string, { value, interval }: Coefficient) => [
    name,
    value === null ? 'too few to say' : value.toFixed(2),
    interval === null ? '' : `${interval.low.toFixed(2)} to ${interval.high.toFixed(2)}`,
  ]
  const rows = [
    row('Share of pairs with the same label', same),
    row("Krippendorff's alpha (nominal)", alpha),
    row("Gwet's AC1", ac1),
    ...(kappa === null ? [] : [row("Cohen's kappa", kappa)]),
  ]
  return `# How far people agree

Of ${coders.length} people, at least two each decided the same ${whole(units)} comments. Nobody saw what another had decided, and
nobody saw a suggestion of the model. 1 is agreement in everything; 0 is what chance alone would give, but for the share.

${tableOf([['Measure', 'Value', '95 % interval'], ...rows])}
`
}

export function errorsJson({ errors, model }: DisclosureFacts): string {
  const { limit, measurement } = errors
  return asJson({
    modelVersion: model.version,
    limit,
    measured: measurement && {
      modelVersion: measurement.modelVersion,
      comments: measurement.total,
      falseAccusations: measurement.accusations && {
        ...measurement.accusations,
        method: 'Clopper-Pearson, one-sided, 95 %',
      },
      byLabel: measurement.quality,
      confusion: measurement.confusion,
    },
  })
}

export function errorsMarkdown({ errors, model }: DisclosureFacts): string {
  const { limit, measurement } = errors
  const intro = `# How wrong the model is

The model only suggests. People decide, and mostly without seeing what it suggests. The worst it can do is to suggest
that a comment is a troll's when it is not. It is set so that this happens to at most ${percent(limit)} of such comments.
`
  if (measurement === null) {
    return `${intro}
It has not been measured on this project's own comments, or too few have been decided for that. So nothing is promised
beyond what its model card says.
`
  }
  const { accusations, quality, total, modelVersion } = measurement
  const shareOf = (share: (typeof quality)[number]['recall']) =>
    share === null
      ? 'too few to say'
      : `${whole(share.hits)} of ${whole(share.of)} (${percent(share.low)} to ${percent(share.high)})`
  const rows = quality.map(({ label, precision, recall }) => [label, shareOf(precision), shareOf(recall)])
  return `${intro}
Measured on ${whole(total)} comments that were drawn at random and decided by people who did not see the suggestion
(model ${plainLine(modelVersion)}${modelVersion === model.version ? '' : ', an earlier one than the one in use'}).
${accusations === null ? '' : `\n**Wrongly suggested as troll: ${boundOf(accusations)}.**\n`}
${tableOf([['Label', 'Suggested rightly, of all suggested', 'Found, of all that people gave'], ...rows])}

Intervals are those of Clopper and Pearson (1934), at 95 %; the bound in bold is one-sided.
`
}

export function modelCard({ model }: DisclosureFacts): string {
  const { version, decisions, suggestions, card } = model
  const own =
    decisions === 0
      ? 'It has learned nothing from the decisions of this project.'
      : `It has learned from ${whole(decisions)} decisions of this project.`
  return `# The model in use

Version ${plainLine(version)}. ${own} It runs on the project's own computer, and nothing is sent anywhere.
${suggestions ? 'Suggestions are on: they can be shown to people in some ways of working.' : 'Suggestions are off: nobody is shown any.'}
${card === null ? '' : `\nWhat follows is the card of the model that it was built on, as it was shipped.\n\n---\n\n${card}`}`
}

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

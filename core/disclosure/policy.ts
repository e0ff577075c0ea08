/** The rules that decisions were made by: policy.md, codebook.md and codebook.json. */
import type { Codebook, Label } from '../labels.ts'
import { coderName, type DisclosureFacts } from './facts.ts'
import { plainLine, tableOf } from './markdown.ts'

export function policyMarkdown({ policy, changes, coders }: DisclosureFacts): string {
  const history =
    changes.length === 0
      ? 'Nothing has been changed since the record began.'
      : tableOf([
          ['When (UTC)', 'Who', 'What'],
          ...changes.map(({ at, coder, what }) => [
            at.slice(0, 16).replace('T', ' '),
            coderName(coders, coder),
            what,
          ]),
        ])
  return `# The rules in force

${tableOf([['Rule', 'In force'], ...policy.map(({ name, value }) => [name, value])])}

## What was changed, and when

${history}
`
}

export function codebookMarkdown({ codebooks }: DisclosureFacts): string {
  const latestFirst = codebooks.toReversed()
  const versions = latestFirst.map(({ codebook, since }, at) => {
    const when = since === null ? '' : `, first used on ${since.slice(0, 10)}`
    return `## Version ${codebook.version}${at === 0 ? ', in force' : ''}${when}\n\n${versionMarkdown(codebook)}`
  })
  return `# The codebook\n\nWhat the labels mean, and what they can be given for. The version in force is the first.\n\n${versions.join('\n')}`
}

export function codebookJson({ codebooks }: DisclosureFacts): string {
  return `${JSON.stringify(
    codebooks.map(({ codebook, since }) => ({ since, ...codebook })),
    null,
    2,
  )}\n`
}

function versionMarkdown({ name, labels, notGrounds }: Codebook): string {
  const never = notGrounds === '' ? '' : `Never a reason for the harmful label: ${plainLine(notGrounds)}\n\n`
  return `${plainLine(name)}\n\n${never}${labels.map(labelMarkdown).join('\n')}`
}

function labelMarkdown({ name, definition, reasons, examples }: Label): string {
  const rules = reasons.map((rule) => `- Rule: ${plainLine(rule.name)}. ${plainLine(rule.sentence)}\n`)
  const shown = examples.map(({ text, shows }) => `- Example: “${plainLine(text)}” (${plainLine(shows)})\n`)
  const list = [...rules, ...shown].join('')
  return `### ${plainLine(name)}\n\n${plainLine(definition)}\n${list === '' ? '' : `\n${list}`}`
}

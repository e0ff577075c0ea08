/** What a disclosure folder is written from, asked of a project file. */

import { agreementOf } from '../../../core/agreement/report.ts'
import { parseCodebook } from '../../../core/codebook.ts'
import type { CountRow, DisclosureFacts } from '../../../core/disclosure/facts.ts'
import { titleOfFormat } from '../../../core/importers/index.ts'
import { harmfulLabel, hasStarter } from '../../../core/labels.ts'
import { type Body, describeSetting } from '../../../core/record/describe.ts'
import { appealsIn } from './appeals.ts'
import { readHead } from './chain.ts'
import { readCodebook } from './codebook.ts'
import { codedRows } from './coded-rows.ts'
import type { ReadableDB } from './database.ts'
import { eventsOf, theApp } from './events.ts'
import { countTests } from './judging.ts'
import { readLetterSettings } from './letter-settings.ts'
import { readMeasured } from './measurements.ts'
import { currentModel } from './models.ts'
import { readProject, readTotals, readUse } from './project.ts'
import { redactedRecord } from './redacted.ts'
import { readRules } from './rules.ts'

/** @param starter the model that ships with the app; a project with labels of its own does not use it */
export function disclosureFacts(
  db: ReadableDB,
  given: Pick<DisclosureFacts, 'madeAt' | 'appVersion'> & {
    readonly starter: { readonly version: string; readonly card: string }
  },
): DisclosureFacts {
  const { starter, ...made } = given
  const name = readProject(db)?.name ?? ''
  const letters = readLetterSettings(db)
  const { comments, threads } = readTotals(db)
  const use = readUse(db)
  const model = currentModel(db)
  const head = readHead(db)
  const usesStarter = hasStarter(readCodebook(db))
  return {
    ...made,
    body: letters.sender === '' ? name : letters.sender,
    project: { name, comments, threads },
    codebooks: codebooksIn(db),
    harmful: harmfulLabel(readCodebook(db))?.id ?? null,
    policy: policyOf(db),
    changes: changesIn(db),
    opposite: oppositeTests(db),
    counts: countsIn(db),
    agreement: agreementOf(codedRows(db), { labels: readCodebook(db).labels.map(({ id }) => id) }),
    errors: { limit: use.accusationLimit, measurement: readMeasured(db)?.measurement ?? null },
    appeals: appealRows(db),
    model: {
      version: model?.version ?? (usesStarter ? starter.version : 'none'),
      decisions: model?.decisions ?? 0,
      suggestions: use.suggestions,
      card: usesStarter ? starter.card : null,
    },
    coders: codersIn(db),
    record: () => redactedRecord(db),
    head: head.id === 0 ? null : { id: head.id, hash: head.hash },
  }
}

function codebooksIn(db: ReadableDB): DisclosureFacts['codebooks'] {
  const rows = db.all<{ body: string; since: string | null }>(
    `select b.body, (select min(decided_at) from decisions d
       where d.codebook_id = b.id and d.codebook_version = b.version) as since
     from codebooks b join project p
     order by b.id = p.codebook_id and b.version = p.codebook_version, b.version`,
  )
  return rows.map(({ body, since }) => ({ codebook: parseCodebook(body), since }))
}

function policyOf(db: ReadableDB): DisclosureFacts['policy'] {
  const rules = readRules(db)
  const { labels, notGrounds } = readCodebook(db)
  const { appealDays, contact } = readLetterSettings(db)
  const { accusationLimit, suggestions } = readUse(db)
  const namesOf = (ids: readonly string[]) =>
    ids.map((id) => labels.find((label) => label.id === id)?.name ?? id).join(', ') || 'none'
  const needGrounds = labels.filter((label) => label.needsGrounds).map(({ id }) => id)
  return [
    { name: 'Labels that stand only when a second person agrees', value: namesOf(rules.twoPerson) },
    { name: 'Labels that need a rule and a marked passage', value: namesOf(needGrounds) },
    { name: 'Never a reason for the harmful label', value: notGrounds || 'not said' },
    { name: 'The opposite test before the harmful label', value: rules.oppositeTest ? 'on' : 'off' },
    {
      name: 'Days after which such a label ends',
      value: String(rules.expiresAfterDays ?? 'it does not end'),
    },
    { name: 'Days to appeal', value: String(appealDays) },
    { name: 'Where to appeal', value: contact || 'not said' },
    { name: 'Suggestions of the model', value: suggestions ? 'on' : 'off' },
    {
      name: 'Largest share of others that the model may suggest as troll',
      value: `${(100 * accusationLimit).toFixed(1)} %`,
    },
  ]
}

function changesIn(db: ReadableDB): DisclosureFacts['changes'] {
  return eventsOf(db, 'setting').map(({ at, coder, body }) => ({
    at,
    coder,
    // Safe: every body is the JSON of an object.
    what: describeSetting(JSON.parse(body) as Body),
  }))
}

function oppositeTests(db: ReadableDB): DisclosureFacts['opposite'] {
  const { tests, changedMinds } = countTests(db)
  return { taken: tests, changed: changedMinds }
}

function countsIn(db: ReadableDB): readonly CountRow[] {
  const rows = db.all<CountRow>(
    `select s.label, coalesce(s.status, 'undecided') as status, substr(c.created_at, 1, 7) as month,
       i.reading ->> 'format' as source, count(*) as count
     from seen c join imports i on i.id = c.import_id left join standing s on s.comment_id = c.id
     group by 1, 2, 3, 4 order by 3, 4, 1, 2`,
  )
  return rows.map((row) => ({ ...row, source: titleOfFormat(row.source) }))
}

function appealRows(db: ReadableDB): DisclosureFacts['appeals'] {
  const letterAt = (commentId: number) =>
    db.get<{ at: string | null }>(
      `select min(at) as at from events where kind = 'letter' and comment_id = ? and body ->> 'about' = 'decision'`,
      commentId,
    )?.at ?? null
  return appealsIn(db)
    .toReversed()
    .map(({ commentId, reference, label, receivedAt, answeredAt, outcome }) => ({
      reference,
      label,
      letterAt: letterAt(commentId),
      appealedAt: receivedAt,
      answeredAt,
      outcome,
    }))
}

/** In the order in which they first appear in the record. */
function codersIn(db: ReadableDB): readonly string[] {
  const rows = db.all<{ coder: string }>(
    `select coder from (select coder, min(id) as id from decisions group by coder
       union all select coder, min(id) from events group by coder)
     where coder <> ? group by coder order by min(id)`,
    theApp,
  )
  return rows.map(({ coder }) => coder)
}

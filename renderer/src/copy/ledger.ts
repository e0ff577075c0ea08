/** A ledger in words: lines that add up to the rows of the file, and what else is to be said. */
import type { ImportReport, Ledger } from '../../../core/contract/import-answers.ts'
import { en } from './en.ts'
import { count, moment } from './format.ts'
import { reasonCounts } from './names.ts'

export interface LedgerWords {
  readonly added: { readonly count: number; readonly words: string }
  readonly alreadyHere: { readonly count: number; readonly words: string } | null
  readonly updated: { readonly count: number; readonly words: string } | null
  readonly skipped: { readonly count: number; readonly words: string } | null
  readonly sum: { readonly count: number; readonly words: string }
  readonly remarks: readonly string[]
}

/** @param tense `will` before the import, `was` after it */
export function ledgerWords(ledger: Ledger, tense: 'will' | 'was'): LedgerWords {
  const skipped = ledger.skipped.reduce((sum, one) => sum + one.count, 0)
  const why = listReasons(ledger.skipped)
  const repaired = ledger.repaired.reduce((sum, one) => sum + one.count, 0)
  return {
    added: {
      count: ledger.added,
      words: tense === 'will' ? en.ledger.willBeAdded : en.ledger.wasAdded(ledger.added === 1),
    },
    alreadyHere:
      ledger.alreadyHere === 0
        ? null
        : { count: ledger.alreadyHere, words: hereWords(ledger.alreadyHere, tense) },
    updated:
      ledger.updated === 0
        ? null
        : { count: ledger.updated, words: en.ledger.wasUpdated(ledger.updated === 1) },
    skipped: skipped === 0 ? null : { count: skipped, words: `${en.ledger.skipped}: ${why}` },
    sum: { count: ledger.read, words: en.ledger.rows(ledger.read === 1) },
    remarks: [
      ...(ledger.orphans > 0 ? [en.ledger.orphans(ledger.orphans)] : []),
      ...(repaired > 0 ? [`${en.ledger.repaired(repaired)}${listReasons(ledger.repaired)}.`] : []),
    ],
  }
}

/** Before the import nobody has compared the texts, so it is not said that they are the same. */
function hereWords(comments: number, tense: 'will' | 'was'): string {
  return tense === 'will' ? en.ledger.mayChange(comments === 1) : en.ledger.alreadyHere(comments === 1)
}

/** What an import came to, as a person reads it. */
export interface AccountWords extends LedgerWords {
  readonly name: string
  /** "Disqus export, imported 14 Sep, 10:00" */
  readonly facts: string
  /** "40 added, 3 left out" */
  readonly inShort: string
  /** What the export itself does not hold. */
  readonly incomplete: readonly string[]
  readonly hasProblems: boolean
}

export function accountWords({ name, title, importedAt, ledger, incomplete }: ImportReport): AccountWords {
  const left = ledger.skipped.reduce((sum, one) => sum + one.count, 0)
  return {
    ...ledgerWords(ledger, 'was'),
    name,
    facts: en.accounts.facts(title, moment(importedAt, new Date())),
    inShort: en.accounts.inShort(ledger.added, ledger.updated, ledger.alreadyHere, left),
    incomplete,
    hasProblems: left + ledger.repaired.length > 0,
  }
}

/** All ledgers as one; reasons are counted together. */
export function sumOf(ledgers: readonly Ledger[]): Ledger {
  const total = (of: (ledger: Ledger) => number) => ledgers.reduce((sum, one) => sum + of(one), 0)
  return {
    read: total((one) => one.read),
    added: total((one) => one.added),
    alreadyHere: total((one) => one.alreadyHere),
    updated: total((one) => one.updated),
    orphans: total((one) => one.orphans),
    skipped: together(ledgers.flatMap((one) => one.skipped)),
    repaired: together(ledgers.flatMap((one) => one.repaired)),
  }
}

function together(counts: Ledger['skipped']): Ledger['skipped'] {
  const sums = new Map<Ledger['skipped'][number]['reason'], number>()
  for (const one of counts) sums.set(one.reason, (sums.get(one.reason) ?? 0) + one.count)
  return [...sums].map(([reason, sum]) => ({ reason, count: sum }))
}

function listReasons(counts: Ledger['skipped']): string {
  return counts.map((one) => `${count(one.count)} ${reasonCounts[one.reason]}`).join(', ')
}

/** The numbers that stand at the front, added up once for all files. */
import type { Share } from '../contract/model-report.ts'
import type { AppealOutcome } from '../deciding/appeal-outcome.ts'
import type { CountRow, DisclosureFacts } from './facts.ts'

export interface Figures {
  readonly comments: number
  /** With a label that stands, proposed and disputed ones not counted. */
  readonly final: number
  readonly proposed: number
  readonly disputed: number
  /** With the label that accuses, by status; null where no label does. */
  readonly harmful: { readonly final: number; readonly proposed: number } | null
  readonly appeals: number
  readonly overturned: number
  readonly upheld: number
  /** Not answered, while the label does not stand any more. */
  readonly gone: number
  /** Not answered, while the label stands. */
  readonly open: number
  /** See `Measurement.accusations`. */
  readonly accusations: Share | null
}

export function figuresOf(facts: DisclosureFacts): Figures {
  const { counts, harmful, appeals, errors, project } = facts
  const sum = (fits: (row: CountRow) => boolean) =>
    counts.filter(fits).reduce((total, { count }) => total + count, 0)
  const of = (status: CountRow['status']) => sum((row) => row.status === status)
  const ofHarmful = (status: CountRow['status']) =>
    sum((row) => row.status === status && row.label === harmful)
  const ended = (outcome: AppealOutcome) => appeals.filter((one) => one.outcome === outcome).length
  return {
    comments: project.comments,
    final: of('final'),
    proposed: of('proposed'),
    disputed: of('disputed'),
    harmful: harmful === null ? null : { final: ofHarmful('final'), proposed: ofHarmful('proposed') },
    appeals: appeals.length,
    overturned: ended('overturned'),
    upheld: ended('upheld'),
    gone: ended('gone'),
    open: ended('open'),
    accusations: errors.measurement?.accusations ?? null,
  }
}

/** 0.0123 as "1.2 %". */
export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

/** 1234 as "1,234". */
export const whole = (count: number): string => count.toLocaleString('en')

/** "3 of 412 (0.7 %; at most 1.9 % with 95 % confidence)". */
export function boundOf({ hits, of, high }: Share): string {
  const share = of === 0 ? '' : `${percent(hits / of)}; `
  return `${whole(hits)} of ${whole(of)} (${share}at most ${percent(high)} with 95 % confidence)`
}

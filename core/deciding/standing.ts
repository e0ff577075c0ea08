/**
 * Which label stands on a comment: a function of the set of decisions on it, and never of the order in which they came
 * here. So bringing two copies of a project together is a union, whichever of them begins.
 */

import { isSameCoder, plainCoder } from './coder-name.ts'

/** `final`: nothing more is needed. `proposed`: a second person has to agree. `disputed`: somebody has to adjudicate. */
export const statuses = ['final', 'proposed', 'disputed'] as const
export type Status = (typeof statuses)[number]

/** What is more than one coder's own judgement: settling a dispute, or answering an appeal. Null: an own judgement. */
export const roles = ['adjudication', 'appeal'] as const
export type Role = (typeof roles)[number]

/** A decision on one comment, as far as it matters to what stands. */
export interface Given {
  readonly id: number
  /** With `uid`, the order that is the same in every copy: a logical clock (Lamport 1978), not a time. */
  readonly clock: number
  readonly uid: string
  readonly label: string
  /** However spelt. */
  readonly coder: string
  readonly role: Role | null
  readonly isTakenBack: boolean
  readonly inBatch: boolean
  /** Has a rule and a passage. */
  readonly hasGrounds: boolean
  /** What others had decided was hidden from the coder. False where nobody knows. */
  readonly isIndependent: boolean
  readonly sawSuggestion: boolean
  /** Names one run of the app on one machine; null where it was not written down. */
  readonly sitting: string | null
  /** What the comment said when it was given; null for what it says now. */
  readonly words: string | null
}

/** An adverse label that ran out: nothing that was decided before it counts. */
export interface Expiry {
  readonly clock: number
  readonly uid: string
}

export interface StandingRules {
  /** Labels that one person alone can only propose. */
  readonly twoPerson: ReadonlySet<string>
  /** Labels that need a rule and a passage. */
  readonly needGrounds: ReadonlySet<string>
  /** Neither agrees nor disagrees with a label that needs two people. */
  readonly unsure: string
}

export interface Standing {
  readonly decisionId: number
  readonly label: string
  readonly status: Status
  readonly inBatch: boolean
  /** Who made it final did so in one sitting on one machine: it may be one person under two names. */
  readonly isOneSitting: boolean
  /** It is only proposed although others gave it too: they did so about other words. */
  readonly isSplit: boolean
}

/** @returns null where nothing stands */
export function standingOf(
  decisions: readonly Given[],
  rules: StandingRules,
  expiries: readonly Expiry[] = [],
): Standing | null {
  const expired = expiries.toSorted(byOrder).at(-1)
  const current = decisions
    .filter((one) => expired === undefined || byOrder(one, expired) > 0)
    .toSorted(byOrder)
  const settled = lastOf(current, 'appeal', decisions) ?? lastOf(current, 'adjudication', decisions)
  if (settled)
    return asFinal(
      settled,
      current.filter(({ coder }) => !isSameCoder(coder, settled.coder)),
    )
  const opinions = opinionsOf(current)
  const latest = opinions.at(-1)
  if (!latest) return null
  const harsh = opinions.filter(({ label }) => rules.twoPerson.has(label))
  if (harsh.length === 0) return asFinal(latest, [])
  return contested(harsh, opinions, rules)
}

/** Each coder's own judgement as it is now, in order. */
export function opinionsOf(inOrder: readonly Given[]): readonly Given[] {
  const own = inOrder.filter(({ role, isTakenBack }) => role === null && !isTakenBack)
  if (own.length < 2) return own
  const latest = new Map(own.map((one) => [plainCoder(one.coder), one]))
  return own.filter((one) => latest.get(plainCoder(one.coder)) === one)
}

/** By clock, then by uid: the same in every copy. */
export function byOrder(one: Expiry, other: Expiry): number {
  return one.clock - other.clock || (one.uid < other.uid ? -1 : one.uid > other.uid ? 1 : 0)
}

/**
 * May this coder settle it? Only somebody who has never judged the comment: what was taken back counts too, or an
 * undo would make anybody a judge in their own cause.
 */
export function canSettle(
  decisions: readonly Pick<Given, 'coder' | 'role'>[],
  coder: string,
  role: Role,
): boolean {
  return !decisions.some((one) => isSameCoder(one.coder, coder) && one.role !== role)
}

/** Two other people at least have judged what is adjudicated. */
const fewestParties = 2

function lastOf(current: readonly Given[], role: Role, all: readonly Given[]): Given | undefined {
  return current.findLast(
    (one) =>
      one.role === role &&
      !one.isTakenBack &&
      canSettle(all, one.coder, role) &&
      (role === 'appeal' || partiesOf(all) >= fewestParties),
  )
}

const partiesOf = (all: readonly Given[]): number =>
  new Set(all.filter(({ role }) => role === null).map(({ coder }) => plainCoder(coder))).size

function contested(
  harsh: readonly Given[],
  opinions: readonly Given[],
  { unsure, needGrounds }: StandingRules,
): Standing | null {
  const [first] = harsh
  if (!first) return null
  const { id: decisionId, label, inBatch } = first
  if (opinions.some((one) => one.label !== label && one.label !== unsure)) {
    return { decisionId, label, inBatch, status: 'disputed', isOneSitting: false, isSplit: false }
  }
  // Two who agree about what a comment said at two times agree about nothing.
  const sides = [...Map.groupBy(harsh, ({ words }) => words).values()]
  const needsGrounds = needGrounds.has(label)
  const agreed = sides.find((side) => areAgreed(countingIn(side, needsGrounds)))
  if (agreed) return partly(agreed, 'final', areOneSitting(countingIn(agreed, needsGrounds)))
  // Of words that were replaced nobody can be asked any more: it is whoever came to newer ones that a partner is sought for.
  const stands = partly(sides.at(-1) ?? harsh, 'proposed', false)
  return stands && { ...stands, isSplit: sides.length > 1 }
}

/** @param side those who gave the label about the same words, in order */
function partly([first]: readonly Given[], status: Status, isOneSitting: boolean): Standing | null {
  if (!first) return null
  const { id: decisionId, label, inBatch } = first
  return { decisionId, label, inBatch, status, isOneSitting, isSplit: false }
}

const countingIn = (side: readonly Given[], needsGrounds: boolean): readonly Given[] =>
  side.filter((one) => one.isIndependent && !one.inBatch && (one.hasGrounds || !needsGrounds))

const areAgreed = (counting: readonly Given[]): boolean =>
  counting.length >= 2 && counting.some((one) => !one.sawSuggestion)

/** @param others among whose sittings another one is needed */
function asFinal(one: Given, others: readonly Given[]): Standing {
  const { id: decisionId, label, inBatch, sitting } = one
  const isOneSitting = sitting !== null && others.some((other) => other.sitting === sitting)
  return { decisionId, label, inBatch, status: 'final', isOneSitting, isSplit: false }
}

/** @param given of different coders */
const areOneSitting = (given: readonly Given[]): boolean =>
  new Set(given.map(({ sitting }) => sitting)).size === 1 && given[0]?.sitting !== null

/** From two log-odds to three shares and a band. Leans to the critic: the accusation is what costs most. */
import { sigmoid } from './logistic.ts'

type OurLabel = 'troll' | 'critic' | 'neither'

/** Log-odds of troll against the rest, and of critic against neither among those that are not troll. */
export interface OurLogits {
  readonly troll: number
  readonly critic: number
}

/** Where suggestions turn from one band to the next. */
export interface Thresholds {
  /** Log-odds of troll above which a comment is suggested as troll. */
  readonly troll: number
  /** Log-odds of troll from which it is left to a person; not above `troll`. */
  readonly unsure: number
  /** How far from one half the probability of critic (given not troll) must be to count as critic or neither. */
  readonly margin: number
}

/** Each in [0, 1]; they add up to 1. */
export function ourShares(logits: OurLogits): { readonly [Label in OurLabel]: number } {
  const troll = sigmoid(logits.troll)
  const critic = sigmoid(-logits.troll) * sigmoid(logits.critic)
  return { troll, critic, neither: Math.max(0, 1 - troll - critic) }
}

/**
 * `troll` only above the strict threshold, never on it: that is what the conformal limit speaks of. `unsure` in the
 * zone below, and where critic and neither are too close to tell apart.
 */
export function ourBand(logits: OurLogits, thresholds: Thresholds): OurLabel | 'unsure' {
  if (logits.troll > thresholds.troll) return 'troll'
  if (logits.troll >= thresholds.unsure) return 'unsure'
  const fromHalf = sigmoid(logits.critic) - 0.5
  if (Math.abs(fromHalf) < thresholds.margin) return 'unsure'
  return fromHalf > 0 ? 'critic' : 'neither'
}

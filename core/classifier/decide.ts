/** From two log-odds to three probabilities and a band. Leans to the critic: the accusation is what costs most. */
import type { Band, Probabilities } from '../records.ts'
import { sigmoid } from './logistic.ts'
import type { Logits, Thresholds } from './weights.ts'

/** Each in [0, 1]; they add up to 1. */
export function probabilitiesOf(logits: Logits): Probabilities {
  const troll = sigmoid(logits.troll)
  const critic = sigmoid(-logits.troll) * sigmoid(logits.critic)
  return { troll, critic, neither: Math.max(0, 1 - troll - critic) }
}

/**
 * `troll` only above the strict threshold, never on it: that is what the conformal limit speaks of. `unsure` in the
 * zone below, and where critic and neither are too close to tell apart.
 */
export function bandOf(logits: Logits, thresholds: Thresholds): Band {
  if (logits.troll > thresholds.troll) return 'troll'
  if (logits.troll >= thresholds.unsure) return 'unsure'
  const fromHalf = sigmoid(logits.critic) - 0.5
  if (Math.abs(fromHalf) < thresholds.margin) return 'unsure'
  return fromHalf > 0 ? 'critic' : 'neither'
}

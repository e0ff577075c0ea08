/** Grounds for what is decided in tests. Imports nothing, so that every process can use it. */

/** What makes a decision one that counts: the harmful label has a rule and a passage, the others need none. */
export const groundsFor = (label: string) =>
  label === 'troll' ? { passage: { start: 0, end: 7 }, reason: 'threat' } : { passage: null, reason: null }

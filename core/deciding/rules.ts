/** How the opposite test came out: somebody would decide the same about another body, or has changed their mind. */
export const tests = ['same', 'changed'] as const
export type OppositeTest = (typeof tests)[number]

/** What a project asks of a harsh label before it stands. */
export interface Rules {
  /** Ids of labels that one person alone can only propose. */
  readonly twoPerson: readonly string[]
  /** Before a harmful label: the same comment about another body, "would you decide the same?" */
  readonly oppositeTest: boolean
  /** Days after which an adverse label stands no longer; null: never. */
  readonly expiresAfterDays: number | null
}

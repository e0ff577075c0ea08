/** What a project asks of a harsh label before it stands. */
export interface Rules {
  /** Ids of labels that one person alone can only propose. */
  readonly twoPerson: readonly string[]
  /** Before a harmful label: the same comment about another body, "would you decide the same?" */
  readonly oppositeTest: boolean
  /** Days after which an adverse label stands no longer; null: never. */
  readonly expiresAfterDays: number | null
}

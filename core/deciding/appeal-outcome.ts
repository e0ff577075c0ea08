/** What has become of an appeal: a function of its answer and of what stands now, so that an undo that is undone opens it again. */

/** How somebody may answer it. */
export type AppealAnswer = 'upheld' | 'overturned'

/** `open`: waits for an answer. `gone`: nobody answered it while the label stood, and there is nothing to answer now. */
export type AppealOutcome = AppealAnswer | 'open' | 'gone'

export interface Appealed {
  /** Null where nobody has answered. */
  readonly answer: AppealAnswer | null
  /** The label that was appealed against. */
  readonly label: string
  /** What is on the comment now, final or not; null where nothing is. */
  readonly standing: string | null
}

/** An answer that went out counts whatever became of the label afterwards. */
export function appealOutcome({ answer, label, standing }: Appealed): AppealOutcome {
  if (answer !== null) return answer
  return standing === label ? 'open' : 'gone'
}

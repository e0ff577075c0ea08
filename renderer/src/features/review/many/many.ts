/** Which comments are to be decided at once, as the service is asked. */

/** The undecided of the comments named, found in the queue; where none are named, of the whole queue. */
export interface Many {
  readonly queueId: string
  readonly commentIds: number[] | null
  /** Kept out. */
  readonly except: readonly number[]
}

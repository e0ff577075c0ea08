/** Work that is done one piece after the other. */

export interface Turns {
  /** After all that was asked before, also where that failed; at once, and before this returns, where nothing is under way. */
  run<T>(work: () => Promise<T>): Promise<T>
  /** Settles when nobody waits for anything. */
  idle(): Promise<void>
}

export function takeTurns(): Turns {
  let last: Promise<unknown> | null = null
  return {
    run(work) {
      const answer = last === null ? work() : last.then(work, work)
      const over = () => {
        if (last === answer) last = null
      }
      last = answer
      answer.then(over, over)
      return answer
    },
    async idle() {
      while (last !== null) await last.catch(() => undefined)
    },
  }
}

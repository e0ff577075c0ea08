/** Who writes to an open project: the service itself, or a thread that it has lent the pen to. There is one pen. */
import { AppError } from '../../core/result.ts'

export interface Pen {
  /** Another thread writes: nobody else may. */
  readonly isLent: boolean
  /** @param refusal what whoever asks to write meanwhile is told */
  lend(refusal: string): void
  /** What has waited for it is written. */
  takeBack(): void
  /** @throws AppError busy while it is lent */
  require(): void
  /** Writes at once, or as soon as the pen is back: for what nobody is told of, and what can be lost with the app. */
  whenBack(write: () => void): void
  /** Resolves when it is not lent: for what has been made meanwhile, and is only to be noted. */
  back(): Promise<void>
}

export function createPen(): Pen {
  let refusal: string | null = null
  let waiting: (() => void)[] = []
  const whenBack = (write: () => void) => {
    if (refusal === null) write()
    else waiting.push(write)
  }
  return {
    get isLent() {
      return refusal !== null
    },
    lend(said) {
      refusal = said
    },
    takeBack() {
      const all = waiting
      refusal = null
      waiting = []
      for (const write of all) attempt(write)
    },
    require() {
      if (refusal !== null) throw new AppError('busy', refusal)
    },
    whenBack,
    back: () => new Promise((resolve) => whenBack(resolve)),
  }
}

/** One that fails, on a full disk say, must not take the others with it: nobody waits for any of them. */
function attempt(write: () => void): void {
  try {
    write()
  } catch (error) {
    console.error(error)
  }
}

/** What the files that were looked at hold that is new, so that what they share is counted once. */
import type { TogetherReport } from '../../core/contract/import-answers.ts'
import { count, createTally } from '../../core/importers/tally.ts'
import { breathe } from './context.ts'

/** Hashes of keys; see `NewKeys` of the ledger. */
export interface NewKeyHashes {
  readonly standing: Float64Array
  readonly withdrawn: Float64Array
}

export interface KnownFiles {
  /** What was kept of the last file by that reference is let go. */
  keep(file: string, keys: NewKeyHashes): void
  /** Each comment once, in however many of the files it is. */
  together(files: readonly string[]): Promise<TogetherReport>
  forget(): void
}

/** Over all files: 8 bytes each. */
const mostKept = 4_000_000
const atATime = 50_000

export function createKnownFiles(most = mostKept): KnownFiles {
  const kept = new Map<string, NewKeyHashes>()
  const sizeOf = ({ standing, withdrawn }: NewKeyHashes) => standing.length + withdrawn.length
  return {
    keep(file, keys) {
      kept.delete(file)
      const held = [...kept.values()].reduce((sum, one) => sum + sizeOf(one), 0)
      if (held + sizeOf(keys) <= most) kept.set(file, keys)
    },
    async together(files) {
      const all = files.map((file) => kept.get(file))
      const met = createTally()
      const sums = { standing: 0, withdrawn: 0 }
      for (const which of ['standing', 'withdrawn'] as const) {
        for (const keys of all) {
          if (keys === undefined) return { added: null, withdrawn: 0 }
          for (const [at, key] of keys[which].entries()) {
            if (count(met, key) === 0) sums[which] += 1
            if (at % atATime === atATime - 1) await breathe()
          }
        }
      }
      return { added: sums.standing + sums.withdrawn, withdrawn: sums.withdrawn }
    },
    forget: () => kept.clear(),
  }
}

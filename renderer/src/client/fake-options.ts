/** What is asked of the invented service. */
import type { Settings } from '../../../core/contract/answers.ts'
import type { Client } from '../../../core/contract/contract.ts'
import type { Judgement } from '../../../core/contract/judging-answers.ts'
import type { Order } from '../../../core/contract/requests.ts'
import type { Rules } from '../../../core/deciding/rules.ts'
import type { Mode } from '../../../core/records.ts'
import type { FakeAppeals } from './fake-appeals.ts'
import type { FakeBias } from './fake-bias.ts'
import type { FakeCodebook } from './fake-codebook.ts'
import type { JobScript } from './fake-jobs.ts'
import type { FakeCopy } from './fake-packages.ts'
import type { FakePick } from './fake-picks.ts'
import type { FakeProgress } from './fake-progress.ts'
import type { FakeEdited, FakeModel } from './fake-world.ts'

export interface FakeOptions {
  /** Comments in the open project; null for no project open. */
  readonly comments: number | null
  readonly decided?: number
  /** What the open project is called. */
  readonly name?: string
  readonly recentProjects?: number
  readonly kind?: Client['kind']
  readonly mode?: Mode
  readonly order?: Order
  readonly theme?: 'system' | 'light' | 'dark'
  /** What the next file looks like, and how its jobs go. */
  readonly job?: JobScript
  /** What is in the files that are picked next; without it one table. */
  readonly pick?: FakePick
  readonly model?: FakeModel
  /** So many labels that are not ours; without it the open project has ours. */
  readonly codebook?: FakeCodebook
  readonly progress?: FakeProgress
  readonly bias?: FakeBias
  /** What is in the copy of the project that is merged. */
  readonly copy?: FakeCopy
  /** The project is a work package. */
  readonly isPackage?: boolean
  /** The id of a recent project that has the name of the first. */
  readonly twin?: string
  /** The id of a recent project whose file has gone. */
  readonly missing?: string
  /** A row of the record was changed. */
  readonly isBroken?: boolean
  /** What is decided has been edited since, or somebody else gave the same label before it was. */
  readonly edited?: FakeEdited
  readonly pseudonyms?: boolean
  /** What comments say in place of what is invented, by their id. */
  readonly texts?: Readonly<Record<number, string>>
  /** Who wrote comments in place of who is invented, by their id. */
  readonly authors?: Readonly<Record<number, string>>
  /** All comments are one thread, so many levels deep. */
  readonly deep?: number
  /** What others think of comments, by their id; see `othersJudged`. */
  readonly others?: Readonly<Record<number, readonly Judgement[]>>
  readonly rules?: Partial<Rules>
  /** What the coder belongs to. */
  readonly interests?: readonly string[]
  /** Another program has the project open. */
  readonly isReadOnly?: boolean
  readonly settings?: Partial<Settings>
  readonly appeals?: FakeAppeals
}

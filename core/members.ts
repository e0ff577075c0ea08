/** What is in files, folders, archives and spreadsheets that a person picks. */
import type { PassReason } from './records.ts'

/** One thing in what was picked that can be read by itself. */
export interface Member {
  /** What names it within what was picked; null where that is the file itself. */
  readonly member: string | null
  /** "Takeout.zip › YouTube/comments/comments.csv" */
  readonly display: string
  /** "/" between; '' at the top of what was picked. */
  readonly folder: string
  /** "comments.csv"; of a sheet, the sheet's. */
  readonly name: string
  /** Unpacked where the archive says so. Of a sheet, the size of its spreadsheet. */
  readonly bytes: number
}

/** What a look at the beginning of a member tells. */
export interface SurveyedMember extends Member {
  /** The id of an export format or of a table; null for what is neither. */
  readonly format: string | null
  /** "Disqus export", "Table (CSV)", "Sheet “Comments”"; null for what cannot be read. */
  readonly title: string | null
  /** Why it is not offered; null for what is. With a format it can still be chosen. */
  readonly why: PassReason | null
}

export interface PassedOver {
  readonly why: PassReason
  readonly count: number
  /** The first three. */
  readonly names: readonly string[]
}

/** What is in a file, a folder or an archive that was picked. */
export interface PickSurvey {
  readonly name: string
  /** In the order of the archive; what is offered has `why` null. */
  readonly members: readonly SurveyedMember[]
  /** All that is not offered, the members above among them. */
  readonly passedOver: readonly PassedOver[]
  /** What else has to be said, a sentence each. */
  readonly notes: readonly string[]
}

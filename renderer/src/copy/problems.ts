/** Problems of a file in words. */
import { type Field, fields, type Problem } from '../../../core/records.ts'
import { en } from './en.ts'
import { fieldNames, reasonNames } from './names.ts'

export interface ProblemWords {
  readonly row: number
  readonly field: string
  readonly value: string | null
  readonly reason: string
  readonly isLeftOut: boolean
}

export function problemWords(problem: Problem): ProblemWords {
  const { row, field, value, reason, skipped } = problem
  return { row, field: nameOf(field), value, reason: reasonNames[reason], isLeftOut: skipped }
}

/** Ours has a name in words; a column of the file keeps the name it has there. */
function nameOf(field: string | null): string {
  if (field === null) return en.problems.whole
  return fields.includes(field as Field) ? fieldNames[field as Field] : field
}

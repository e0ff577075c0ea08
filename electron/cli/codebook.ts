/** A codebook of somebody's own, from a file. */
import { readFileSync } from 'node:fs'
import { makeCodebook } from '../../core/codebook.ts'
import { CodebookDraft } from '../../core/contract/requests.ts'
import type { Codebook } from '../../core/labels.ts'
import { AppError } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'
import { newCodebookId } from '../service/projects.ts'

/** @throws AppError file-missing, or bad-request for a file that is no codebook */
export function readCodebookFile(file: string): Codebook {
  const draft = CodebookDraft.safeParse(jsonIn(file))
  if (!draft.success) {
    throw new AppError(
      'bad-request',
      sentences.notCodebook(file, draft.error.issues.map(whatIsWrong).join('; ')),
    )
  }
  return makeCodebook(draft.data, newCodebookId())
}

type Issue = NonNullable<ReturnType<typeof CodebookDraft.safeParse>['error']>['issues'][number]

/** "labels 3 name is missing or of another kind". Places are counted from 1. */
function whatIsWrong(issue: Issue): string {
  const place = issue.path.map((part) => (typeof part === 'number' ? part + 1 : String(part))).join(' ')
  const what = place === '' ? 'all of it' : place
  if (issue.code === 'too_big') return `${what} has more than ${issue.maximum} ${unitOf(issue.origin)}`
  if (issue.code === 'too_small') return `${what} has fewer than ${issue.minimum} ${unitOf(issue.origin)}`
  return `${what} is missing or of another kind`
}

const unitOf = (origin: string): string => (origin === 'string' ? 'characters' : 'entries')

function jsonIn(file: string): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    throw new AppError('file-missing', sentences.fileMissing(file), { cause })
  }
  try {
    // Some editors put a byte order mark before it.
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (cause) {
    throw new AppError('bad-request', sentences.notCodebook(file, 'it is not JSON'), { cause })
  }
}

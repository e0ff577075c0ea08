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
    const details = draft.error.issues.map(
      ({ path, message }) => `${message} (${path.join('.') || 'all of it'})`,
    )
    throw new AppError('bad-request', sentences.notCodebook(file, details.join('; ')))
  }
  return makeCodebook(draft.data, newCodebookId())
}

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

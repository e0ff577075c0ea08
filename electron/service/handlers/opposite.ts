/** The opposite test: the same comment about somebody else, before the label that accuses. */
import type { Service } from '../../../core/contract/contract.ts'
import { oppose } from '../../../core/deciding/opposite.ts'
import { AppError } from '../../../core/result.ts'
import { sentences } from '../../../core/sentences.ts'
import type { Context } from '../context.ts'
import { commentRow } from '../store/comments.ts'
import { readLetterSettings } from '../store/letter-settings.ts'

export function oppositeHandlers({ current }: Context): Pick<Service, 'opposite.text'> {
  return {
    'opposite.text': ({ commentId }) => {
      const { db } = current.require()
      const comment = commentRow(db, commentId)
      if (comment === null) throw new AppError('not-found', sentences.commentMissing())
      const { sender, names } = readLetterSettings(db)
      return oppose(comment.text, { names: [sender, ...names], author: comment.author })
    },
  }
}

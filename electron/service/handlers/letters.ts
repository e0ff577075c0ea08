/** Letters to authors: about a decision, and about how an appeal ended. */
import type { LetterPreview } from '../../../core/contract/appeals-answers.ts'
import type { Service } from '../../../core/contract/contract.ts'
import type { LetterChoice } from '../../../core/contract/requests.ts'
import { decisionLetter } from '../../../core/letters/decision-letter.ts'
import { outcomeLetter } from '../../../core/letters/outcome-letter.ts'
import { plainTextOf } from '../../../core/letters/plain.ts'
import { AppError } from '../../../core/result.ts'
import { sentences } from '../../../core/sentences.ts'
import { writeAtomically } from '../../files/atomic-write.ts'
import { type Context, changed } from '../context.ts'
import type { OpenProject } from '../open-project.ts'
import { appealIn, recordLetter, type StoredAppeal } from '../store/appeals.ts'
import { decisionFacts, outcomeFacts } from '../store/letter-facts.ts'
import { readLetterSettings, saveLetterSettings } from '../store/letter-settings.ts'
import { explained } from '../store/project-file.ts'
import { standingLabel } from '../store/standing.ts'
import { whoDecides } from '../who-decides.ts'

type LetterMethods = Extract<keyof Service, `letters.${string}`>

export function letterHandlers(context: Context): Pick<Service, LetterMethods> {
  const { current, files, now } = context
  const by = (project: OpenProject) => ({ coder: whoDecides(context, project), at: now().toISOString() })
  return {
    'letters.settings': () => readLetterSettings(current.require().db),
    'letters.configure': (change) => {
      const project = current.require()
      project.requireInPlace()
      const { sender, contact, appealDays, further, names } = change
      const letters = { sender, contact, appealDays, further, names }
      explained(project.path, () => saveLetterSettings(project.db, letters, by(project)))
      changed(context, 'appeals')
      return letters
    },
    'letters.preview': (choice) => {
      const { html, reference } = letterOf(context, current.require(), choice)
      return { html, reference, text: plainTextOf(html) }
    },
    'letters.save': async ({ target, ...choice }) => {
      const project = current.require()
      project.requireInPlace()
      const letter = letterOf(context, project, choice)
      if (target !== null) await writeAtomically(files.pathOf(target), [letter.html])
      await project.pen.back()
      const { commentId, reference, label, appeal } = letter
      const { withAuthor, about } = choice
      explained(project.path, () =>
        recordLetter(
          project.db,
          commentId,
          { about: about.kind, reference, label, appeal, withAuthor },
          by(project),
        ),
      )
      changed(context, 'appeals')
      return { reference }
    },
  }
}

/** @throws AppError not-found for an appeal that is not in the record */
export function appealOf({ db }: OpenProject, appealId: number): StoredAppeal {
  const appeal = appealIn(db, appealId)
  if (appeal === null) throw new AppError('not-found', sentences.appealMissing())
  return appeal
}

interface Letter extends Pick<LetterPreview, 'html' | 'reference'> {
  readonly commentId: number
  readonly label: string
  /** Uid of the appeal it is about. */
  readonly appeal: string | null
}

function letterOf({ now }: Context, project: OpenProject, { about, withAuthor }: LetterChoice): Letter {
  // The window is told no real name then, and a letter is shown in it.
  if (withAuthor && project.pseudonyms) throw new AppError('bad-request', sentences.namesAreInvented())
  const options = { date: now().toISOString(), withAuthor }
  if (about.kind === 'decision') {
    const { commentId } = about
    const facts = decisionFacts(project.db, commentId, options)
    const label = standingLabel(project.db, commentId) ?? ''
    return { html: decisionLetter(facts), reference: facts.reference, commentId, label, appeal: null }
  }
  const appeal = appealOf(project, about.appealId)
  const html = outcomeLetter(outcomeFacts(project.db, appeal, options))
  const { commentId, label, reference, uid } = appeal
  return { html, reference, commentId, label, appeal: uid }
}

/** Searches that are kept with a name. */
import type { Service } from '../../../core/contract/contract.ts'
import { AppError } from '../../../core/result.ts'
import { sentences } from '../../../core/sentences.ts'
import { type Context, changed } from '../context.ts'
import type { OpenProject } from '../open-project.ts'
import { explained } from '../store/project-file.ts'
import { deleteSearch, renameSearch, savedSearches, saveSearch } from '../store/saved-searches.ts'

export function searchHandlers(
  context: Context,
): Pick<Service, 'searches.list' | 'searches.save' | 'searches.rename' | 'searches.delete'> {
  const { current, settings, now } = context
  /** Writes where that is allowed, and answers with what is there then. */
  const write = (work: (project: OpenProject) => void) => {
    const project = current.require()
    project.requireInPlace()
    explained(project.path, () => work(project))
    changed(context, 'searches')
    return savedSearches(project.db)
  }
  return {
    'searches.list': () => savedSearches(current.require().db),
    'searches.save': ({ name, order, filter }) => {
      const by = { savedBy: settings.settings.get().coder, savedAt: now().toISOString() }
      return write(({ db }) => saveSearch(db, { name, order, filter, ...by }))
    },
    'searches.rename': ({ id, name }) =>
      write(({ db }) => {
        if (!renameSearch(db, id, name)) throw new AppError('bad-request', sentences.searchNamed(name))
      }),
    'searches.delete': ({ id }) => write(({ db }) => deleteSearch(db, id)),
  }
}

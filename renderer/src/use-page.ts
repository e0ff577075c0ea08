/** What a new page brings with it: its title, and the focus. */
import { useEffect } from 'react'
import type { AppState } from '../../core/contract/answers.ts'
import { en } from './copy/en.ts'
import type { Place } from './places.ts'

/** The title of the window: the file or the section, the project, the app. */
export function useTitle(state: AppState | null, place: Place): void {
  const project = state?.project?.name
  useEffect(() => {
    const page =
      place.at === 'import'
        ? (place.picked.length === 1 && place.picked[0]?.name) || en.import.files(place.picked.length)
        : project === undefined
          ? null
          : `${place.at === 'many' ? en.many.title : en.frame[place.at]} · ${project}`
    document.title = page === null ? en.app : `${page} · ${en.app}`
  }, [project, place])
}

/** A new page has the focus, so that its keys work and it is read from its beginning. */
export function useFocusOnPage(page: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the page is another one.
  useEffect(() => {
    document.querySelector('main')?.focus()
  }, [page])
}

/** The section Share: a list of its pages on the left, and the page. */
import type { ReactNode } from 'react'
import type { ProjectSummary } from '../../../../core/contract/answers.ts'
import { en } from '../../copy/en.ts'
import { type Shortcut, shortcuts, shownKey } from '../../keyboard/shortcuts.ts'
import { Pages } from '../../ui/pages.tsx'
import { Disclose } from './disclose.tsx'
import { Export } from './export.tsx'
import { GiveBack } from './give-back.tsx'
import { MergePage } from './merge-page.tsx'
import { PackagesPage } from './packages-page.tsx'

/** In the order of the list. */
const pages = ['export', 'packages', 'merge', 'disclose'] as const
export type SharePage = (typeof pages)[number]

const nameOf: Readonly<Record<SharePage, string>> = {
  export: en.disclosure.export,
  packages: en.packages.title,
  merge: en.merging.title,
  disclose: en.disclosure.title,
}
const keysOf: Readonly<Record<SharePage, Shortcut | null>> = {
  export: shortcuts.goShare,
  packages: shortcuts.goPackages,
  merge: null,
  disclose: shortcuts.goDisclose,
}

export interface ShareProps {
  readonly project: ProjectSummary
  readonly page: SharePage
  readonly onPage: (page: SharePage) => void
  /** Opens the desk at a comment; null for the first undecided one. */
  readonly onDesk: (opening: number | null) => void
  readonly onNote: (words: string) => void
}

export function Share({ project, page, onPage, onDesk, onNote }: ShareProps): ReactNode {
  // What somebody else gave out is given back, and nothing is merged into it.
  const isPackage = project.package !== null
  const links = pages
    .filter((one) => !(isPackage && one === 'merge'))
    .map((one) => ({
      page: one,
      name: isPackage && one === 'packages' ? en.packages.back.link : nameOf[one],
      tip: shownKey(keysOf[one]?.keys[0]),
    }))
  return (
    <Pages label={en.disclosure.pages} links={links} current={page} onOpen={onPage}>
      {page === 'export' && <Export project={project} onNote={onNote} />}
      {page === 'packages' &&
        (project.package ? (
          <GiveBack folder={project.folder} package={project.package} />
        ) : (
          <PackagesPage project={project} onNote={onNote} />
        ))}
      {page === 'merge' && <MergePage project={project} onDesk={onDesk} onNote={onNote} />}
      {page === 'disclose' && <Disclose project={project} onNote={onNote} />}
    </Pages>
  )
}

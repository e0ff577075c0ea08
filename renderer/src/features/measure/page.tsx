/** A page of Measure: its title, what it says in a line or two, and what can be done with all of it. */
import type { ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { Words } from '../../ui/words.tsx'
import styles from './page.module.css'

interface PageProps {
  readonly title: string
  /** Our own words, some of them in bold; null while there is nothing to say. */
  readonly lede: string | null
  /** Stands at the end of the title's line. */
  readonly beside?: ReactNode
  readonly children: ReactNode
}

export function Page({ title, lede, beside, children }: PageProps): ReactNode {
  return (
    <main className={styles.page} tabIndex={-1}>
      <div className={styles.inside}>
        <header className={styles.head}>
          <div>
            <h1 className="title">{title}</h1>
            {lede !== null && <Lede>{lede}</Lede>}
          </div>
          {beside}
        </header>
        {children}
      </div>
    </main>
  )
}

/** Words of ours that lead on to what is below, some of them in bold. */
export function Lede({ children }: { readonly children: string }): ReactNode {
  return (
    <p className={styles.lede}>
      <Words>{children}</Words>
    </p>
  )
}

/** A quiet line above what the page shows. */
export function Status({ children }: { readonly children: ReactNode }): ReactNode {
  return <p className={styles.status}>{children}</p>
}

interface AwaitedProps {
  readonly hasFailed: boolean
  readonly again: () => void
  readonly words: { readonly reading: string; readonly unread: string; readonly retry: string }
}

/** In place of a report that is not here yet, or could not be read. */
export function Awaited({ hasFailed, again, words }: AwaitedProps): ReactNode {
  if (!hasFailed) return <Status>{words.reading}</Status>
  return (
    <Status>
      {words.unread}
      <Button size="small" onClick={again}>
        {words.retry}
      </Button>
    </Status>
  )
}

/** The first page: a file of comments, a sample, or a project from before. */
import { type ReactNode, useState } from 'react'
import type { ProjectEntry } from '../../../../core/contract/answers.ts'
import { failureOf, useClient, useReport } from '../../client/client.ts'
import { useCommand } from '../../client/use-command.ts'
import { useQuery } from '../../client/use-query.ts'
import { en } from '../../copy/en.ts'
import { isolated } from '../../copy/format.ts'
import { KeyButton } from '../../keyboard/key-button.tsx'
import { shortcuts } from '../../keyboard/shortcuts.ts'
import { useShortcuts } from '../../keyboard/use-shortcuts.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { AllProjects } from './all-projects.tsx'
import { RecentProjects } from './recent-projects.tsx'
import styles from './start.module.css'

/** As many as there are number keys. */
const recentLimit = 9

interface StartProps {
  readonly projectsFolder: string
  readonly onChooseFiles: () => void
  readonly onChooseFolder: () => void
}

export function Start({ projectsFolder, onChooseFiles, onChooseFolder }: StartProps): ReactNode {
  const projects = useQuery('projects.list', {}).value
  const sample = useCommand('projects.trySample')
  const { isOpening, open, openAnother, isListShown, hideList } = useOpening()
  const recent = (projects ?? []).slice(0, recentLimit)
  const forget = useForgetting()
  useShortcuts([
    {
      shortcut: shortcuts.openRecent,
      run: (key) => {
        const project = recent[Number(key) - 1]
        if (project && !project.isMissing) open(project)
      },
    },
  ])
  return (
    <main className={styles.start} tabIndex={-1}>
      <section className={styles.begin}>
        <p className={styles.word}>{en.app}</p>
        <h1 className="headline">{en.start.title}</h1>
        <p className={styles.lede}>{en.start.lede}</p>
        <div className="row">
          <KeyButton kind="primary" size="big" shortcut={shortcuts.chooseFile} onClick={onChooseFiles}>
            {en.start.choose}
          </KeyButton>
          <Button size="big" onClick={onChooseFolder}>
            {en.start.folder}
          </Button>
          <Button size="big" onClick={() => sample.run({})} isDisabled={sample.isBusy}>
            {sample.isBusy ? en.start.opening : en.start.sample}
          </Button>
        </div>
        <p className="meta">{en.start.drop}</p>
      </section>
      <section className={styles.recent} aria-labelledby="recent-projects">
        <h2 id="recent-projects" className="meta">
          {en.start.recent}
        </h2>
        {projects && <RecentProjects projects={recent} isBusy={isOpening} onOpen={open} onForget={forget} />}
        {projects?.length === 0 && (
          <p className={styles.none}>
            {en.start.noRecent} {en.start.kept(projectsFolder)}
          </p>
        )}
        <div className={styles.another}>
          <Button kind="quiet" size="small" icon="folder" onClick={openAnother}>
            {en.start.another}
          </Button>
        </div>
      </section>
      <p className={styles.promise}>{en.start.promise}</p>
      {isListShown && (
        <AllProjects projects={projects ?? []} onOpen={open} onForget={forget} onClose={hideList} />
      )}
    </main>
  )
}

/** Takes a project out of the list; the focus goes to the page, for the button that had it is gone. */
function useForgetting() {
  const { run } = useCommand('projects.forget')
  const announce = useAnnounce()
  return async ({ id, name }: ProjectEntry) => {
    if (!(await run({ id })).ok) return
    announce(en.start.forgotten(isolated(name)))
    const isInDialog = document.querySelector('dialog[open]')
    if (isInDialog instanceof HTMLElement) isInDialog.focus()
    else document.querySelector('main')?.focus()
  }
}

/** Opens one project at a time, from the list or from a file the person picks. */
function useOpening() {
  const client = useClient()
  const report = useReport()
  const command = useCommand('projects.open')
  const [isListShown, setListShown] = useState(false)
  const open = ({ id }: ProjectEntry) => {
    if (!command.isBusy) command.run({ id })
  }
  const openAnother = async () => {
    // A browser cannot name a place on the disk, so there the projects of the usual folder are listed.
    if (client.kind === 'browser') return setListShown(true)
    try {
      const file = await client.pickFile('project')
      if (file) await command.run({ file: file.ref })
    } catch (error) {
      report(failureOf(error))
    }
  }
  return { isOpening: command.isBusy, open, openAnother, isListShown, hideList: () => setListShown(false) }
}

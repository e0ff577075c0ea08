/** Says, under the top bar, that this window only reads, and how to change that. */
import type { ReactNode } from 'react'
import { useClient } from '../../client/client.ts'
import { useReadingOnly } from '../../client/reading-only.ts'
import { useCommand } from '../../client/use-command.ts'
import { en } from '../../copy/en.ts'
import { Button } from '../../ui/button.tsx'
import styles from './reader-bar.module.css'

export function ReaderBar(): ReactNode {
  const because = useReadingOnly()
  const client = useClient()
  const open = useCommand('projects.open')
  const takeOver = async () => {
    await client.takeHands()
    // The button is gone with the bar.
    document.querySelector('main')?.focus()
  }
  return (
    <div role="status">
      {because && (
        <div className={styles.bar}>
          <p>{en.reader[because]}</p>
          {because === 'tab' ? (
            <Button size="small" onClick={() => void takeOver()}>
              {en.reader.takeOver}
            </Button>
          ) : (
            <Button size="small" onClick={() => open.run({})} isDisabled={open.isBusy}>
              {en.reader.tryAgain}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

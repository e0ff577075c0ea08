/** What the open project asks of a harsh label, and what whoever works here belongs to. Each change is in the record. */
import { type ReactNode, useState } from 'react'
import type { ProjectSummary } from '../../../../core/contract/answers.ts'
import type { Request } from '../../../../core/contract/requests.ts'
import { teachingLabels } from '../../../../core/labels.ts'
import { useReadingOnly } from '../../client/reading-only.ts'
import { useCommand } from '../../client/use-command.ts'
import { useQuery } from '../../client/use-query.ts'
import { en } from '../../copy/en.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Check } from '../../ui/check.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Expiry } from './expiry.tsx'
import { Interests } from './interests.tsx'
import styles from './rules-dialog.module.css'

interface RulesDialogProps {
  readonly project: ProjectSummary
  readonly onClose: () => void
}

const words = en.judging.rules

export function RulesDialog({ project, onClose }: RulesDialogProps): ReactNode {
  const { rules, codebook } = project
  const update = useCommand('rules.update')
  const announce = useAnnounce()
  const isReader = useReadingOnly() !== null
  const [isSaved, setSaved] = useState(false)
  const said = () => {
    setSaved(true)
    announce(words.saved)
  }
  const change = async (next: Request<'rules.update'>) => {
    if ((await update.run(next)).ok) said()
  }
  const two = new Set(rules.twoPerson)
  const tests = useQuery('deciding.counts', {}).value
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p className="muted">{words.record}</p>
      <fieldset className={styles.parts} disabled={isReader}>
        <section aria-label={words.two}>
          <h3>{words.two}</h3>
          <p className="meta">{words.twoHint}</p>
          <ul className={styles.labels}>
            {teachingLabels(codebook).map(({ id, name }) => (
              <li key={id}>
                <Check
                  label={name}
                  isOn={two.has(id)}
                  onChange={(isOn) =>
                    change({
                      twoPerson: codebook.labels
                        .map((one) => one.id)
                        .filter((one) => (one === id ? isOn : two.has(one))),
                    })
                  }
                />
              </li>
            ))}
          </ul>
        </section>
        {codebook.labels.some(({ tone }) => tone === 'troll') && (
          <section aria-label={words.opposite}>
            <Check
              label={words.opposite}
              hint={words.oppositeHint}
              isOn={rules.oppositeTest}
              onChange={(oppositeTest) => change({ oppositeTest })}
            />
            {tests !== null && tests.tests > 0 && (
              <p className="meta">{words.tests(tests.tests, tests.changedMinds)}</p>
            )}
          </section>
        )}
        <Expiry days={rules.expiresAfterDays} onChange={(expiresAfterDays) => change({ expiresAfterDays })} />
        <Interests onSaved={said} />
      </fieldset>
      <p className={styles.saved}>{isSaved && words.saved}</p>
    </Dialog>
  )
}

/** Asks once, where a project knows several people and not the one of this machine: who sits here? */
import { type ReactNode, useState } from 'react'
import { useQuery } from '../../client/use-query.ts'
import { en } from '../../copy/en.ts'
import { isolated } from '../../copy/format.ts'
import { Button } from '../../ui/button.tsx'
import styles from './reader-bar.module.css'
import { useChooseCoder } from './use-choose-coder.ts'

/** More names than this are in the menu of the bar. */
const mostNames = 4

export function WhoBar({ coder }: { readonly coder: string }): ReactNode {
  const coders = useQuery('coders.list', {}).value
  const choose = useChooseCoder()
  const [isAnswered, setAnswered] = useState(false)
  if (isAnswered || coders === null || coders.length < 2 || coders.some(({ isMe }) => isMe)) return null
  const take = (name: string) => {
    setAnswered(true)
    choose(name)
  }
  const names = coders.toSorted((a, b) => b.decisions - a.decisions).slice(0, mostNames)
  return (
    <section className={styles.bar} aria-label={en.judging.who.ask} data-own-keys>
      <p>
        <b>{en.judging.who.ask}</b> {en.judging.who.askWhy(coder)}
      </p>
      {names.map(({ name }) => (
        <Button key={name} size="small" onClick={() => take(name)}>
          {isolated(name)}
        </Button>
      ))}
      <Button size="small" onClick={() => take(coder)}>
        {en.judging.who.stay(coder)}
      </Button>
    </section>
  )
}

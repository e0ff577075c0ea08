/** Work packages: one is made, and those that were made are listed. */
import { type ReactNode, useEffect, useState } from 'react'
import type { ProjectSummary } from '../../../../core/contract/answers.ts'
import type { MadePackage, PackageCount } from '../../../../core/contract/package-answers.ts'
import type { Request } from '../../../../core/contract/requests.ts'
import { useClient } from '../../client/client.ts'
import { useQuery } from '../../client/use-query.ts'
import { en } from '../../copy/en.ts'
import { count, day } from '../../copy/format.ts'
import { Button } from '../../ui/button.tsx'
import { GoBar, Outcome, Running } from './go-bar.tsx'
import { emptyForm, orderOf, PackageForm, type PackageFormState, partOf } from './package-form.tsx'
import styles from './packages.module.css'
import share from './share.module.css'
import { useWritten, type Writing } from './use-written.ts'

interface PackagesPageProps {
  readonly project: ProjectSummary
  readonly onNote: (words: string) => void
}

export function PackagesPage({ project, onNote }: PackagesPageProps): ReactNode {
  const [form, setForm] = useState<PackageFormState>(emptyForm)
  const part = useSettled(partOf(form))
  const counted = useQuery('packages.count', part)
  const made = useQuery('packages.list', {}).value
  const client = useClient()
  const making = useWritten('package', () => onNote(en.packages.stopped))
  const known = part !== null && counted.isCurrent ? counted.value : null
  const order = known && orderOf(form, known)
  const go = () => {
    if (order === null) return
    void making.write(`${project.name}, ${order.name}.fairhearing`, (target) =>
      client.call('packages.make', { ...order, target }),
    )
  }
  return (
    <main className={share.page} tabIndex={-1}>
      <div className={share.inside}>
        <h1 className="title">{en.packages.title}</h1>
        <p className="muted">{en.packages.lede}</p>
        <PackageForm
          form={form}
          known={known}
          onChange={(change) => {
            making.forget()
            setForm({ ...form, ...change })
          }}
        />
        <Made list={made ?? []} />
      </div>
      <GoBar>
        <Go
          making={making}
          order={order}
          known={known}
          isNamed={form.name.trim() !== ''}
          pseudonyms={project.pseudonyms}
          onGo={go}
        />
      </GoBar>
    </main>
  )
}

type Order = Omit<Request<'packages.make'>, 'target'>

interface GoProps {
  readonly making: Writing<'package'>
  readonly order: (Order & { readonly comments: number }) | null
  readonly known: PackageCount | null
  readonly isNamed: boolean
  readonly pseudonyms: boolean
  readonly onGo: () => void
}

function Go({ making, order, known, isNamed, pseudonyms, onGo }: GoProps): ReactNode {
  const { job, result, stop } = making
  if (job) return <Running job={job} words={en.packages.working} onStop={stop} />
  const names = pseudonyms ? en.packages.namesInvented : en.packages.names
  const comments = order?.comments ?? 0
  return (
    <>
      <Outcome made={result && en.packages.saved(result)} before={names} />
      <span className="grow" />
      <Button kind="primary" onClick={onGo} isDisabled={comments === 0}>
        {isNamed && known === null ? en.packages.counting : en.packages.go(comments)}
      </Button>
    </>
  )
}

function Made({ list }: { readonly list: readonly MadePackage[] }): ReactNode {
  const { columns } = en.packages
  return (
    <section>
      <h2 className="section">{en.packages.made}</h2>
      {list.length === 0 ? (
        <p className="muted">{en.packages.none}</p>
      ) : (
        <table className={styles.made}>
          <thead>
            <tr>
              <th scope="col">{columns.forWhom}</th>
              <th scope="col">{columns.madeAt}</th>
              <th scope="col" className="number">
                {columns.comments}
              </th>
              <th scope="col" className="number">
                {columns.shared}
              </th>
              <th scope="col" className="number">
                {columns.back}
              </th>
            </tr>
          </thead>
          <tbody>
            {list.map(({ id, forCoder, madeAt, comments, overlap, back }) => (
              <tr key={id}>
                <th scope="row">
                  <bdi>{forCoder}</bdi>
                </th>
                <td>{day(madeAt, new Date())}</td>
                <td className="number">{count(comments)}</td>
                <td className="number">{count(overlap)}</td>
                <td className="number">{count(back)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** Until somebody has stopped typing. */
const settledMs = 250

/** What was last asked for by somebody who has stopped typing; equal requests are one. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  const key = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(key)), settledMs)
    return () => clearTimeout(timer)
  }, [key])
  return settled
}

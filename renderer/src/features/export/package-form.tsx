/** Which comments a work package holds, and for whom. */
import type { ReactNode } from 'react'
import type { PackageCount } from '../../../../core/contract/package-answers.ts'
import type { Request } from '../../../../core/contract/requests.ts'
import { en } from '../../copy/en.ts'
import { Check } from '../../ui/check.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './packages.module.css'

export interface PackageFormState {
  readonly name: string
  readonly text: string
  readonly howMany: 'all' | 'random'
  /** As they are typed. */
  readonly number: string
  readonly overlap: string
  readonly givenToo: boolean
}

export const emptyForm: PackageFormState = {
  name: '',
  text: '',
  howMany: 'random',
  number: '200',
  overlap: '0',
  givenToo: false,
}

/** What can be counted; null while nobody is named. */
export function partOf({ name, text, givenToo }: PackageFormState): Request<'packages.count'> | null {
  if (name.trim() === '') return null
  const filter = { show: 'undecided', text, importId: null } as const
  return { name: name.trim(), filter, threadIds: null, count: null, givenToo }
}

/** What is to be made, and of how many comments; null while a number is none. */
export function orderOf(
  form: PackageFormState,
  known: PackageCount,
): (Omit<Request<'packages.make'>, 'target'> & { readonly comments: number }) | null {
  const part = partOf(form)
  const number = form.howMany === 'all' ? known.comments : wholeNumber(form.number)
  const overlap = wholeNumber(form.overlap)
  if (part === null || number === null || overlap === null) return null
  const comments = Math.min(number, known.comments) + Math.min(overlap, known.overlap)
  const drawn = form.howMany === 'all' || number === 0 ? null : number
  return { ...part, count: drawn, overlap, seed: Math.floor(Math.random() * 2 ** 32), comments }
}

const most = 1_000_000

function wholeNumber(typed: string): number | null {
  const plain = typed.replace(/[\s,.']/gu, '')
  return /^\d+$/.test(plain) && Number(plain) <= most ? Number(plain) : null
}

interface PackageFormProps {
  readonly form: PackageFormState
  /** Null while it is being counted. */
  readonly known: PackageCount | null
  readonly onChange: (change: Partial<PackageFormState>) => void
}

export function PackageForm({ form, known, onChange }: PackageFormProps): ReactNode {
  const words = en.packages
  const problem = (typed: string) => (wholeNumber(typed) === null ? words.notNumber : null)
  return (
    <div className={styles.form}>
      <TextField
        label={words.forWhom}
        value={form.name}
        hint={words.forHint}
        maxLength={80}
        onChange={(name) => onChange({ name })}
      />
      <TextField
        label={words.search}
        value={form.text}
        hint={words.searchHint}
        maxLength={500}
        onChange={(text) => onChange({ text })}
      />
      <div className={styles.choice}>
        <span className="meta">{words.howMany}</span>
        <Segmented
          label={words.howMany}
          value={form.howMany}
          choices={[
            { value: 'random', words: words.random },
            { value: 'all', words: words.all },
          ]}
          onChange={(howMany) => onChange({ howMany })}
        />
        <p className="meta" aria-live="polite">
          {known && words.can(known.comments)}
        </p>
      </div>
      {form.howMany === 'random' ? (
        <TextField
          label={words.number}
          value={form.number}
          maxLength={9}
          problem={problem(form.number)}
          onChange={(number) => onChange({ number })}
        />
      ) : (
        <span />
      )}
      <TextField
        label={words.overlap}
        value={form.overlap}
        hint={words.overlapHint(known?.overlap ?? 0)}
        maxLength={9}
        problem={problem(form.overlap)}
        onChange={(overlap) => onChange({ overlap })}
      />
      <Check
        label={words.given}
        hint={words.givenHint}
        isOn={form.givenToo}
        onChange={(givenToo) => onChange({ givenToo })}
      />
    </div>
  )
}

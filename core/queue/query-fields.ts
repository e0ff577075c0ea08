/** The fields of a query: what may stand after each colon, and what is said where it may not. */
import { statuses } from '../deciding/standing.ts'
import { type Codebook, hasStarter } from '../labels.ts'
import { type Band, unsureBand } from '../records.ts'
import { nearest } from './nearest.ts'
import { readPeriod } from './query-dates.ts'
import type { FieldPiece, Value } from './query-pieces.ts'
import { readScores } from './query-scores.ts'
import type { FieldRead, Surroundings } from './query-surroundings.ts'
import {
  type Decider,
  type FieldName,
  fieldNames,
  type Having,
  type Hint,
  havings,
  type Name,
} from './query-terms.ts'
import { textTerm } from './query-text.ts'

export function readField(piece: FieldPiece, surroundings: Surroundings): FieldRead {
  const name = piece.name.toLowerCase()
  const field = fieldNames.find((one) => one === name)
  if (field === undefined) return asWords(piece)
  const values = piece.values.filter(({ text }) => text.trim() !== '')
  if (values.length === 0) {
    return { term: null, hints: [{ start: piece.start, end: piece.end, kind: 'no-value', field }] }
  }
  const read = readers[field](values, surroundings)
  if (!piece.isOpen) return read
  const last = values.at(-1)
  const open: Hint = { start: last?.start ?? piece.start, end: piece.end, kind: 'unclosed-quote' }
  return { term: read.term, hints: [...read.hints, open] }
}

/** There is no such field: it may have been meant as a word before a colon. */
function asWords({ name, values, start, end }: FieldPiece): FieldRead {
  const text = [name, ...values.map((value) => value.text)].join(' ')
  return {
    term: textTerm({ text, isQuoted: values.length > 0, isLast: false }),
    hints: [
      {
        start,
        end: Math.min(end, start + name.length + 1),
        kind: 'unknown-field',
        name,
        nearest: nearest(name, fieldNames),
      },
    ],
  }
}

type Reader = (values: readonly Value[], surroundings: Surroundings) => FieldRead

const readers: Readonly<Record<FieldName, Reader>> = {
  author: (values) => ({ term: { kind: 'author', names: namesOf(values) }, hints: [] }),
  thread: (values) => ({ term: { kind: 'thread', names: namesOf(values) }, hints: [] }),
  source: (values) => ({ term: { kind: 'source', names: namesOf(values) }, hints: [] }),
  decided: (values) => ({ term: { kind: 'decided', by: values.map(deciderOf) }, hints: [] }),
  label(values, { codebook }) {
    const { found, hints } = known('label', values, [...namesIn(codebook), 'none'], (word) => {
      const label = codebook.labels.find((one) => isNamed(one, word))
      if (label) return { is: label.id }
      return word === 'none' ? { is: null } : null
    })
    return { term: found.length > 0 ? { kind: 'label', labels: found } : null, hints }
  },
  status(values) {
    const { found, hints } = known('status', values, statuses, (word) => {
      const status = statuses.find((one) => one === word)
      return status ? { is: status } : null
    })
    return { term: found.length > 0 ? { kind: 'status', statuses: found } : null, hints }
  },
  rule(values, { codebook }) {
    const reasons = codebook.labels.flatMap((label) => label.reasons)
    const names = reasons.flatMap(({ id, name }) => [id, name])
    const { found, hints } = known('rule', values, names, (word) => {
      const meant = reasons.filter((one) => isNamed(one, word)).map(({ id }) => id)
      return meant.length > 0 ? { is: meant } : null
    })
    return { term: found.length > 0 ? { kind: 'rule', rules: found.flat() } : null, hints }
  },
  coder: (values) => ({ term: { kind: 'coder', names: values.map(coderOf) }, hints: [] }),
  suggestion(values, { codebook }) {
    const names = [...namesIn(codebook), unsureBand]
    const { found, hints } = known('suggestion', values, names, (word) => bandNamed(codebook, word))
    return { term: found.length > 0 ? { kind: 'suggestion', bands: found } : null, hints }
  },
  measured(values, { codebook }) {
    const names = [...namesIn(codebook), unsureBand, 'yes']
    const { found, hints } = known<Band | null>(
      'measured',
      values,
      names,
      (word) => bandNamed(codebook, word) ?? (word === 'yes' ? { is: null } : null),
    )
    return { term: found.length > 0 ? { kind: 'measured', bands: found } : null, hints }
  },
  score: (values, { codebook }) =>
    readScores(values, {
      hasHarm: hasStarter(codebook),
      labelOf: (word) => codebook.labels.find((one) => isNamed(one, plain(word)))?.id ?? null,
      names: namesIn(codebook),
    }),
  date(values, { today }) {
    const read = values.map((value) => ({ value, ...readPeriod(value.text.trim().toLowerCase(), today) }))
    const periods = read.flatMap(({ period }) => period ?? [])
    const hints = read.flatMap(({ value, problem }): readonly Hint[] =>
      problem ? [{ start: value.start, end: value.end, kind: problem, value: value.text }] : [],
    )
    return { term: periods.length > 0 ? { kind: 'date', periods } : null, hints }
  },
  has(values) {
    const { found, hints } = known<Having>('has', values, havings, (word) => {
      const what = havings.find(
        (one) => one === word || `${one}s` === word || (one === 'reply' && word === 'replies'),
      )
      return what ? { is: what } : null
    })
    return { term: found.length > 0 ? { kind: 'has', what: found } : null, hints }
  },
}

/** Values of a closed set, and a hint for each that is not in it. */
function known<T>(
  field: FieldName,
  values: readonly Value[],
  names: readonly string[],
  find: (word: string) => { readonly is: T } | null,
): { readonly found: readonly T[]; readonly hints: readonly Hint[] } {
  const looked = values.map((value) => ({ value, is: find(plain(value.text)) }))
  return {
    found: looked.flatMap(({ is }) => (is === null ? [] : [is.is])),
    hints: looked.flatMap(({ value: { text, start, end }, is }): readonly Hint[] =>
      is !== null
        ? []
        : [{ start, end, kind: 'unknown-value', field, value: text, nearest: nearest(text, names) }],
    ),
  }
}

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase()

function isNamed({ id, name }: { readonly id: string; readonly name: string }, word: string): boolean {
  return plain(id) === word || plain(name) === word
}

type Labels = Pick<Codebook, 'labels'>

const namesIn = ({ labels }: Labels): readonly string[] => labels.flatMap(({ id, name }) => [id, name])

function bandNamed({ labels }: Labels, word: string): { readonly is: Band } | null {
  const label = labels.find((one) => isNamed(one, word))
  if (label) return { is: label.id }
  return word === unsureBand || word === 'not sure' ? { is: unsureBand } : null
}

const namesOf = (values: readonly Value[]): readonly Name[] =>
  values.map(({ text, isQuoted }) => ({ text: text.trim(), isWhole: isQuoted }))

/** In quotes it is somebody who is called that. */
function coderOf({ text, isQuoted }: Value): Name | 'me' {
  return !isQuoted && plain(text) === 'me' ? 'me' : { text: text.trim(), isWhole: isQuoted }
}

function deciderOf({ text, isQuoted }: Value): Decider {
  const word = plain(text)
  // In quotes it is somebody who is called that.
  if (!isQuoted && word === 'me') return 'me'
  if (!isQuoted && (word === 'yes' || word === 'anyone')) return 'anyone'
  if (!isQuoted && (word === 'no' || word === 'nobody')) return 'nobody'
  return { text: text.trim(), isWhole: isQuoted }
}

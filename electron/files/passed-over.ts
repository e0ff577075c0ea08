/** Keeps count of what in a folder or an archive is not read, and says it in words. */
import type { PassedOver } from '../../core/members.ts'
import type { PassReason } from '../../core/records.ts'

const namesKept = 3

export interface PassedBook {
  readonly add: (why: PassReason, name: string, count?: number) => void
  /** The most frequent first. */
  readonly all: () => readonly PassedOver[]
}

export function createPassedBook(): PassedBook {
  const byReason = new Map<PassReason, { count: number; readonly names: string[] }>()
  return {
    add(why, name, count = 1) {
      const known = byReason.get(why) ?? { count: 0, names: [] }
      known.count += count
      if (known.names.length < namesKept) known.names.push(name)
      byReason.set(why, known)
    },
    all: () =>
      [...byReason]
        .map(([why, { count, names }]) => ({ why, count, names: [...names] }))
        .sort((one, other) => other.count - one.count),
  }
}

const words: Readonly<Record<PassReason, readonly [one: string, many: string]>> = {
  hidden: ['hidden file', 'hidden files'],
  media: ['picture, sound, film or program', 'pictures, sounds, films and programs'],
  'not-text': ['file that is no text', 'files that are no text'],
  'other-document': ['document of another kind', 'documents of another kind'],
  'no-comments': ['file without comments', 'files without comments'],
  companion: ['file that goes with another', 'files that go with others'],
  'other-of-export': ['other file of the export', 'other files of the export'],
  empty: ['empty file', 'empty files'],
  'hidden-sheet': ['hidden sheet', 'hidden sheets'],
  'unsafe-name': ['file with an unsafe name', 'files with unsafe names'],
  link: ['link', 'links'],
  encrypted: ['file protected by a password', 'files protected by a password'],
  'unknown-packing': [
    'file packed in a way this version does not know',
    'files packed in ways this version does not know',
  ],
  unreadable: ['file that could not be read', 'files that could not be read'],
  'too-deep': ['file too deep inside', 'files too deep inside'],
  'too-many': ['file beyond the number looked at', 'files beyond the number looked at'],
}

/** Of one thing: "A hidden file." */
export function sentenceOfPassed(why: PassReason): string {
  const [one] = words[why]
  return `${/^[aeiou]/.test(one) ? 'An' : 'A'} ${one}.`
}

/** "12 pictures, sounds, films and programs, 1 link" */
export function passedOverInWords(passed: readonly PassedOver[]): string {
  return passed
    .map(({ why, count }) => `${count.toLocaleString('en-GB')} ${words[why][count === 1 ? 0 : 1]}`)
    .join(', ')
}

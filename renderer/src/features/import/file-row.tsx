/** One file in the list: whether it is taken, what it is, and what is in it or in its way. */
import type { ReactNode } from 'react'
import { en } from '../../copy/en.ts'
import { type FileState, standingOf } from './file-state.ts'
import { contentsOf, kindOf, placeOf } from './words.ts'

interface FileRowProps {
  readonly index: number
  readonly file: FileState
  readonly isCurrent: boolean
  readonly isReading: boolean
  readonly onGo: () => void
  readonly onTake: () => void
  readonly onOpen: () => void
}

export function FileRow({ index, file, isCurrent, isReading, ...does }: FileRowProps): ReactNode {
  const standing = standingOf(file)
  const isTaken = file.isTaken && standing !== 'failed'
  const name = file.file.name
  const { own, within } = placeOf(name)
  return (
    <tr
      data-index={index}
      data-left={!isTaken || undefined}
      aria-rowindex={index + 2}
      aria-selected={isCurrent}
      tabIndex={isCurrent ? 0 : -1}
      onClick={does.onGo}
      onDoubleClick={file.report ? does.onOpen : undefined}
    >
      <td>
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isTaken}
          disabled={standing === 'failed'}
          aria-label={en.import.take(name)}
          onChange={does.onTake}
          // The keys of the list go on working: the row has the focus, not its box.
          onFocus={(event) => event.currentTarget.closest('tr')?.focus()}
        />
      </td>
      <td>
        <bdi className="one-line" title={name}>
          {own}
        </bdi>
        <span className="meta one-line">
          {kindOf(file)}
          {within !== '' && (
            <>
              {kindOf(file) !== '' && ' · '}
              <bdi>{within}</bdi>
            </>
          )}
        </span>
      </td>
      <td>
        <Contents file={file} isReading={isReading} />
      </td>
    </tr>
  )
}

function Contents({ file, isReading }: { readonly file: FileState; readonly isReading: boolean }): ReactNode {
  const { report } = file
  switch (standingOf(file)) {
    case 'waiting':
      return <span className="muted one-line">{isReading ? en.import.beingRead : en.import.waiting}</span>
    case 'failed':
      return <Twofold first={en.import.unreadable} second={file.failure?.message ?? ''} tone="failed" />
    case 'needs':
      return <Twofold first={en.import.needsYou} second={report?.obstacle ?? ''} tone="needs" />
    case 'ready': {
      if (report === null) return null
      const here = report.ledger.alreadyHere
      const more = [
        ...(file.isTaken ? [] : [en.import.leftOut]),
        ...(report.incomplete.length > 0 ? [en.import.incomplete] : []),
        ...(here > 0 ? [en.import.someHere(here)] : []),
      ]
      return <Twofold first={contentsOf(report)} second={more.join(' · ')} />
    }
  }
}

interface TwofoldProps {
  readonly first: string
  readonly second: string
  readonly tone?: 'needs' | 'failed'
}

function Twofold({ first, second, tone }: TwofoldProps): ReactNode {
  return (
    <>
      <span className="one-line" data-tone={tone}>
        {first}
      </span>
      {second !== '' && (
        <span className="meta one-line" title={second}>
          {second}
        </span>
      )}
    </>
  )
}

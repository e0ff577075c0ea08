/** The files as a table that is walked by keys. Only the rows on the screen exist once there are many. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type ReactNode, useEffect, useRef } from 'react'
import { en } from '../../copy/en.ts'
import { FileRow } from './file-row.tsx'
import type { FileState } from './file-state.ts'
import styles from './files.module.css'

interface FilesListProps {
  readonly files: readonly FileState[]
  readonly current: number
  readonly inspecting: number | null
  readonly onGo: (to: number) => void
  readonly onTake: (at: number) => void
  readonly onOpen: (at: number) => void
}

/** `--row-2`, and the hairline below a row is in it. */
const rowHeight = 52
/** `--row-dense`. */
const headHeight = 32
/** Up to so many rows all exist, so that the browser's own search finds them. */
const mostDrawn = 200

export function FilesList({ files, current, inspecting, onGo, onTake, onOpen }: FilesListProps): ReactNode {
  const list = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: files.length,
    getScrollElement: () => list.current,
    estimateSize: () => rowHeight,
    // The head stays where it is, above the rows.
    scrollPaddingStart: headHeight,
    overscan: files.length <= mostDrawn ? mostDrawn : 8,
  })
  useEffect(() => {
    virtualizer.scrollToIndex(current, { align: 'auto' })
  }, [virtualizer, current])
  useRovingFocus(list, current)
  const items = virtualizer.getVirtualItems()
  const above = items[0]?.start ?? 0
  const below = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <div ref={list} className={styles.list}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are walked by keys is a grid. */}
      <table role="grid" aria-label={en.import.filesList} aria-rowcount={files.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">
              <span className="only-heard">{en.import.takes}</span>
            </th>
            <th scope="col">{en.import.file}</th>
            <th scope="col">{en.import.inIt}</th>
          </tr>
        </thead>
        {/* Before and after the rows stands the room of those that do not exist. */}
        <tbody style={{ '--above': `${above}px`, '--below': `${below}px` } as CSSProperties}>
          {items.map(({ index }) => {
            const file = files[index]
            return file === undefined ? null : (
              <FileRow
                key={index}
                index={index}
                file={file}
                isCurrent={index === current}
                isReading={index === inspecting}
                onGo={() => onGo(index)}
                onTake={() => onTake(index)}
                onOpen={() => onOpen(index)}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** The focus begins on the current row and goes where it goes, unless a person has taken it elsewhere. */
function useRovingFocus(list: { readonly current: HTMLElement | null }, current: number): void {
  const isElsewhere = useRef(false)
  useEffect(() => {
    const onFocus = (event: FocusEvent) => {
      isElsewhere.current = event.target instanceof Node && !list.current?.contains(event.target)
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [list])
  // Without dependencies: the current row may be drawn some renders after it was chosen.
  useEffect(() => {
    if (isElsewhere.current && document.activeElement !== document.body) return
    const row = list.current?.querySelector<HTMLElement>(`[data-index="${current}"]`)
    if (row && row !== document.activeElement) row.focus({ preventScroll: true })
  })
}

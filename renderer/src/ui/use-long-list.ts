/** A list of which only the rows on the screen exist, however long it is; all rows are as high. */
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import {
  innerLength,
  type ListPlace,
  type ListSize,
  rowsOn,
  scrolledTo,
  showing,
  start,
} from './long-list.ts'

interface Rows {
  readonly first: number
  readonly last: number
  readonly shift: number
}

export interface LongList extends Rows {
  /** Of what holds the rows, in pixels. */
  readonly length: number
  /** Where a row begins in it, in pixels. */
  topOf(index: number): number
  /** Scrolls no further than needed. */
  show(index: number): void
}

/** Rows drawn above and below those on the screen. */
const more = 8

/** @param list what scrolls */
export function useLongList(
  list: RefObject<HTMLElement | null>,
  { count, rowHeight }: Pick<ListSize, 'count' | 'rowHeight'>,
): LongList {
  const size = useRef<ListSize>({ count, rowHeight, viewHeight: 0 })
  const place = useRef<ListPlace>(start)
  const [rows, setRows] = useState<Rows>({ first: 0, last: -1, shift: 0 })

  const draw = useCallback(() => {
    const { shift } = place.current
    const { first, last } = rowsOn(place.current, size.current, more)
    setRows((before) =>
      before.first === first && before.last === last && before.shift === shift
        ? before
        : { first, last, shift },
    )
  }, [])
  const goTo = useCallback(
    (to: ListPlace) => {
      const element = list.current
      const isElsewhere = element !== null && to.real !== element.scrollTop
      place.current = to
      draw()
      if (isElsewhere) element.scrollTop = to.real
    },
    [list, draw],
  )

  useLayoutEffect(() => {
    const element = list.current
    if (element === null) return
    const onScroll = () => {
      // With the frame in which it has moved, so that no place on the screen stays empty.
      flushSync(() => goTo(scrolledTo(place.current, element.scrollTop, size.current)))
    }
    const measure = () => {
      size.current = { ...size.current, viewHeight: element.clientHeight }
      draw()
    }
    measure()
    const sized = new ResizeObserver(measure)
    element.addEventListener('scroll', onScroll, { passive: true })
    sized.observe(element)
    return () => {
      element.removeEventListener('scroll', onScroll)
      sized.disconnect()
    }
  }, [list, goTo, draw])
  useLayoutEffect(() => {
    size.current = { ...size.current, count, rowHeight }
    draw()
  }, [count, rowHeight, draw])

  const show = useCallback(
    (index: number) => {
      if (size.current.viewHeight > 0) goTo(showing(place.current, index, size.current))
    },
    [goTo],
  )
  return {
    ...rows,
    last: Math.min(rows.last, count - 1),
    length: innerLength({ count, rowHeight, viewHeight: 0 }),
    topOf: (index) => index * rowHeight - rows.shift,
    show,
  }
}

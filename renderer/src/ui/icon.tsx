/** The one set of icons: 16 px, drawn with lines in the colour of the text. */
import type { ReactNode } from 'react'

const paths = {
  down: 'm4 6 4 4 4-4',
  up: 'm4 10 4-4 4 4',
  left: 'm10 4-4 4 4 4',
  right: 'm6 4 4 4-4 4',
  undo: 'M6 3 3 6l3 3M3 6h6a4 4 0 0 1 0 8H6',
  redo: 'M10 3l3 3-3 3M13 6H7a4 4 0 0 0 0 8h3',
  fold: 'M2.5 3h11v10h-11zM6 3v10',
  filter: 'M2.5 4.5h11M4.5 8h7M6.5 11.5h3',
  many: 'M2.5 13.5v-7h3v7M6.5 13.5v-11h3v11M10.5 13.5v-5h3v5M1.5 13.5h13',
  thread: 'M3 2.5v9.5h4M3 6.5h4M9.5 6.5h4M9.5 12h4',
  folder: 'M1.75 4h4.5l1.5 1.75h6.5v7H1.75z',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.5 10.5l3 3',
  check: 'm3.5 8.5 3 3 6-7',
  cross: 'm4 4 8 8M12 4l-8 8',
  hidden:
    'M2.5 2.5l11 11M6.3 4.3A6 6 0 0 1 8 4c3.5 0 5.5 4 5.5 4a10 10 0 0 1-1.7 2.2M4.3 5.5A9.5 9.5 0 0 0 2.5 8S4.5 12 8 12c.9 0 1.7-.25 2.4-.6',
  note: 'M3 2.5h10v8l-3 3H3zM10 13.5v-3h3',
} as const
export type IconName = keyof typeof paths

export function Icon(props: { readonly name: IconName; readonly size?: 14 | 16 }): ReactNode {
  const size = props.size ?? 16
  return (
    <svg
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[props.name]} />
    </svg>
  )
}

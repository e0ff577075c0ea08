/** What the palette found, by groups; one of them is current. */
import { type ReactNode, useEffect, useRef } from 'react'
import { en } from '../../copy/en.ts'
import { Icon } from '../../ui/icon.tsx'
import { Key } from '../../ui/key.tsx'
import { Mark, Todo } from '../../ui/label-mark.tsx'
import { type Found, groups, type Item } from './items.ts'
import styles from './palette.module.css'

interface ResultsProps {
  readonly id: string
  readonly found: readonly Found[]
  readonly current: number
  readonly onChoose: (item: Item) => void
}

export function Results({ id, found, current, onChoose }: ResultsProps): ReactNode {
  const list = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each move, and when the list is another one.
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [current, found])
  return (
    // A listbox that the field above moves through; the focus stays in the field.
    <div ref={list} id={`${id}-list`} className={styles.list} role="listbox" aria-label={en.palette.title}>
      {groups.map((group) => {
        const own = found.map((one, index) => ({ ...one, index })).filter(({ item }) => item.group === group)
        if (own.length === 0) return null
        return (
          // biome-ignore lint/a11y/useSemanticElements: a group of a listbox is no fieldset.
          <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
            <p id={`${id}-${group}`} className={styles.group} role="presentation">
              {en.palette.groups[group]}
            </p>
            {own.map(({ item, ranges, index }) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above hears the keys.
              <div
                key={item.id}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === current}
                className={styles.option}
                onClick={() => onChoose(item)}
              >
                <span className={styles.icon}>
                  {item.icon ? <Icon name={item.icon} /> : item.label ? <Mark look={item.label} /> : <Todo />}
                </span>
                <bdi className="one-line">{marked(item.words, ranges)}</bdi>
                <span className={styles.after}>
                  {item.hint && <bdi className="one-line">{item.hint}</bdi>}
                  {caps(item.caps).map((cap) => (
                    <Key key={cap}>{cap}</Key>
                  ))}
                </span>
              </div>
            ))}
          </div>
        )
      })}
    </div>
  )
}

function caps(shown: string | undefined): readonly string[] {
  return shown ? shown.split(' ') : []
}

/** The name with what was typed in bold and underlined. */
function marked(words: string, ranges: Found['ranges']): ReactNode {
  if (ranges.length === 0) return words
  const ends = [0, ...ranges.map(({ end }) => end)]
  return [
    ...ranges.map(({ start, end }, at) => [
      words.slice(ends[at], start),
      <b key={start}>{words.slice(start, end)}</b>,
    ]),
    words.slice(ends.at(-1)),
  ]
}

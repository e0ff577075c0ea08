/** Says what happened to people who do not see it: a polite live region for the window, and one in each dialog. */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'

type Announce = (words: string) => void
const AnnounceContext = createContext<Announce>(() => undefined)

/** The regions that are there, by their ids, in the order in which they came. */
type Regions = Map<string, HTMLElement>
const RegionsContext = createContext<Regions>(new Map())

interface Said {
  readonly words: string
  readonly turn: number
  /** Null before anything was said. */
  readonly region: string | null
}

const nothing: Said = { words: '', turn: 0, region: null }
const SaidContext = createContext<Said>(nothing)

export function useAnnounce(): Announce {
  return useContext(AnnounceContext)
}

export function Announcer(props: { readonly children: ReactNode }): ReactNode {
  const [regions] = useState<Regions>(() => new Map())
  const [asked, setAsked] = useState<Pick<Said, 'words' | 'turn'>>(nothing)
  const [said, setSaid] = useState(nothing)
  const announce = useCallback((words: string) => setAsked(({ turn }) => ({ words, turn: turn + 1 })), [])
  // Once it is drawn what was done: a dialog that closes with these words has no region any more.
  useEffect(() => setSaid({ ...asked, region: heardNow(regions) }), [asked, regions])
  return (
    <AnnounceContext value={announce}>
      <RegionsContext value={regions}>
        <SaidContext value={said}>
          {props.children}
          <LiveRegion />
        </SaidContext>
      </RegionsContext>
    </AnnounceContext>
  )
}

/** While a dialog is open nothing outside it is heard: of the regions the last speaks whose dialog is open, if it is in one. */
function heardNow(regions: Regions): string | null {
  const isHeard = ([, place]: readonly [string, HTMLElement]) => place.closest('dialog:not([open])') === null
  return [...regions].findLast(isHeard)?.[0] ?? null
}

export function LiveRegion(): ReactNode {
  const id = useId()
  const regions = useContext(RegionsContext)
  const { words, turn, region } = useContext(SaidContext)
  const place = useRef<HTMLOutputElement>(null)
  useLayoutEffect(() => {
    if (place.current) regions.set(id, place.current)
    return () => {
      regions.delete(id)
    }
  }, [regions, id])
  // Two by turns, so that the same words twice are heard twice.
  return [0, 1].map((half) => (
    <output
      key={half}
      ref={half === 0 ? place : null}
      className="only-heard"
      aria-live="polite"
      data-announcer={half}
    >
      {region === id && turn % 2 === half ? words : ''}
    </output>
  ))
}

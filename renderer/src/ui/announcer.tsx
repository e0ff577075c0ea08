/** Says what happened to people who do not see it: a polite live region for the window, and one in each dialog. */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useState,
} from 'react'

type Announce = (words: string) => void
const AnnounceContext = createContext<Announce>(() => undefined)

/** The regions that are there, by their ids, in the order in which they came. */
const RegionsContext = createContext<Set<string>>(new Set())

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
  const [regions] = useState(() => new Set<string>())
  const [asked, setAsked] = useState<Pick<Said, 'words' | 'turn'>>(nothing)
  const [said, setSaid] = useState(nothing)
  const announce = useCallback((words: string) => setAsked(({ turn }) => ({ words, turn: turn + 1 })), [])
  // Once it is drawn what was done: a dialog that closes with these words has no region any more.
  useEffect(() => setSaid({ ...asked, region: [...regions].at(-1) ?? null }), [asked, regions])
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

/** While a dialog is open nothing outside it is heard: the region that came last speaks. */
export function LiveRegion(): ReactNode {
  const id = useId()
  const regions = useContext(RegionsContext)
  const { words, turn, region } = useContext(SaidContext)
  useLayoutEffect(() => {
    regions.add(id)
    return () => {
      regions.delete(id)
    }
  }, [regions, id])
  // Two by turns, so that the same words twice are heard twice.
  return [0, 1].map((half) => (
    <output key={half} className="only-heard" aria-live="polite" data-announcer={half}>
      {region === id && turn % 2 === half ? words : ''}
    </output>
  ))
}

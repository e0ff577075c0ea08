/** Says what happened to people who do not see it: one polite live region for the window. */
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'

type Announce = (words: string) => void
const AnnounceContext = createContext<Announce>(() => undefined)

export function useAnnounce(): Announce {
  return useContext(AnnounceContext)
}

export function Announcer(props: { readonly children: ReactNode }): ReactNode {
  const [said, setSaid] = useState({ words: '', turn: 0 })
  const announce = useCallback((words: string) => setSaid(({ turn }) => ({ words, turn: turn + 1 })), [])
  return (
    <AnnounceContext value={announce}>
      {props.children}
      {/* Two regions by turns, so that the same words twice are heard twice. */}
      {[0, 1].map((half) => (
        <output key={half} className="only-heard" aria-live="polite" data-announcer={half}>
          {said.turn % 2 === half ? said.words : ''}
        </output>
      ))}
    </AnnounceContext>
  )
}

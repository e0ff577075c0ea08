/** From now on somebody else decides, and it is said. */
import { useCommand } from '../../client/use-command.ts'
import { en } from '../../copy/en.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { focusPage } from '../../ui/focus-page.ts'

export function useChooseCoder(): (name: string) => void {
  const { run } = useCommand('coders.choose')
  const announce = useAnnounce()
  return async (name) => {
    const done = await run({ name })
    if (!done.ok) return
    // As the project spells it.
    announce(en.judging.who.now(done.value.find(({ isMe }) => isMe)?.name ?? name))
    focusPage()
  }
}

/** Where an address in a comment leads, before anybody goes there. Nothing is fetched. */
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { type Address, hostLook } from '../../../../core/text/addresses.ts'
import { useClient } from '../../client/client.ts'
import { en } from '../../copy/en.ts'
import { Button } from '../../ui/button.tsx'
import styles from './address-box.module.css'

interface AddressBoxProps {
  readonly address: Address
  /** The words that were pressed: the box stands by them, and the focus goes back there. */
  readonly at: HTMLElement
  readonly onClose: () => void
}

const words = en.reading
const margin = 8

export function AddressBox({ address, at, onClose }: AddressBoxProps): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  const title = useId()
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    element.showPopover()
    place(element, at)
    element.focus()
  }, [at])
  useEffect(() => {
    const element = box.current
    const onToggle = (event: Event) => {
      // Safe: the event of a popover says what it becomes.
      if ((event as ToggleEvent).newState !== 'closed') return
      at.focus({ preventScroll: true })
      onClose()
    }
    element?.addEventListener('toggle', onToggle)
    return () => element?.removeEventListener('toggle', onToggle)
  }, [at, onClose])
  return (
    <div
      ref={box}
      popover="auto"
      role="dialog"
      aria-labelledby={title}
      tabIndex={-1}
      className={`panel ${styles.box}`}
    >
      <h3 id={title} className="strong">
        {words.address}
      </h3>
      <Leads address={address} />
    </div>
  )
}

function Leads({ address }: Pick<AddressBoxProps, 'address'>): ReactNode {
  const { kind } = useClient()
  const [isCopied, setCopied] = useState(false)
  const url = readUrl(address.href)
  const copy = async () => {
    await navigator.clipboard.writeText(url?.href ?? address.href)
    setCopied(true)
  }
  const look = url && hostLook(url.hostname)
  return (
    <>
      {look ? (
        <p className={styles.host}>
          {words.addressHost}: <bdi className="strong">{look.shown}</bdi>
        </p>
      ) : (
        <p className={styles.warning}>{words.addressBroken}</p>
      )}
      {look && look.shown !== look.ascii && <p className="meta">{words.addressAscii(look.ascii)}</p>}
      {look?.isDeceptive && <p className={styles.warning}>{words.addressWarning}</p>}
      {/* In the letters of the network, where nothing can hide, and never turned about. */}
      <p className={styles.whole} dir="ltr">
        {url?.href ?? address.href}
      </p>
      <div className={`row ${styles.actions}`}>
        <Button size="small" onClick={copy}>
          {isCopied ? words.addressCopied : words.addressCopy}
        </Button>
        {url && kind === 'browser' && (
          <a className={styles.open} href={url.href} target="_blank" rel="noopener noreferrer">
            {words.addressOpen}
          </a>
        )}
      </div>
      <p className="meta">{kind === 'browser' ? words.addressOpenHint : words.addressElectron}</p>
    </>
  )
}

/** Only what a browser opens as a page. */
function readUrl(href: string): URL | null {
  if (!URL.canParse(href)) return null
  const url = new URL(href)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null
}

/** Under the words, over them where there is no room; inside the window in any case. */
function place(box: HTMLElement, at: HTMLElement): void {
  const words = at.getClientRects()[0] ?? at.getBoundingClientRect()
  const { width, height } = box.getBoundingClientRect()
  const below = words.bottom + margin / 2
  const fits = below + height <= innerHeight - margin
  box.style.left = `${Math.max(margin, Math.min(words.left, innerWidth - width - margin))}px`
  box.style.top = `${fits ? below : Math.max(margin, words.top - height - margin / 2)}px`
}

/** Our own words with some of them in bold: what stands between two `**`. Never for what somebody else wrote. */
import type { ReactNode } from 'react'

export function Words(props: { readonly children: string }): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence have no other name and never move.
  return props.children.split('**').map((part, at) => (at % 2 === 1 ? <b key={at}>{part}</b> : part))
}

/** Follows the pages of one or more runs through YouTube's API, to tell whether a run was ended early. */

interface Page {
  isFollowed: boolean
  hasKind: boolean
  lastItem: number
  readonly videos: Set<string>
}

export interface Pages {
  /** The kind of a page, or the token of the one after it. Keys come in any order. */
  take(path: readonly string[], value: unknown): void
  item(path: readonly string[], videoId: unknown): void
  /** Whether a page names a next one that is not there. */
  isCutShort(): boolean
}

export function createPages(): Pages {
  let page: Page | null = null
  let place = ''
  let isCutShort = false
  const begin = (at: string): Page => {
    const next: Page = { isFollowed: false, hasKind: false, lastItem: -1, videos: new Set() }
    page = next
    place = at
    return next
  }
  const pageAt = (path: readonly string[], isNew: (page: Page) => boolean): Page => {
    const at = path.slice(0, path.lastIndexOf('items') === -1 ? -1 : path.lastIndexOf('items')).join('.')
    if (page !== null && place === at && !isNew(page)) return page
    const before = page
    const next = begin(at)
    if (before?.isFollowed === true) followed.push([before, next])
    return next
  }
  const followed: (readonly [Page, Page])[] = []
  /** A page about one video that names a next one, and after it a page about another. */
  const settle = (): void => {
    while (followed.length > 1) judge(followed.shift())
  }
  const judge = (pair: readonly [Page, Page] | undefined): void => {
    if (pair === undefined) return
    const [[one, ...more], [other, ...others]] = [[...pair[0].videos], [...pair[1].videos]]
    if (more.length > 0 || others.length > 0 || one === undefined || other === undefined) return
    isCutShort ||= one !== other
  }
  return {
    take(path, value) {
      const isKind = path.at(-1) === 'kind'
      const now = pageAt(path, (open) => isKind && open.hasKind)
      if (isKind) now.hasKind = true
      else now.isFollowed = typeof value === 'string' && value !== ''
      settle()
    },
    item(path, videoId) {
      const index = Number(path.at(-1))
      const now = pageAt(path, (open) => !open.hasKind && index <= open.lastItem)
      now.lastItem = index
      if (typeof videoId === 'string' && now.videos.size < 2) now.videos.add(videoId)
    },
    isCutShort() {
      for (const pair of followed.splice(0)) judge(pair)
      return isCutShort || page?.isFollowed === true
    },
  }
}

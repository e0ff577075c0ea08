/** What the first comment above each comment is, for exports that say only what each answers. */

export interface ReplyRoots {
  readonly add: (id: string, parentId: string | null) => void
  /** The highest that the answers lead up to, in the file or only named in it; the id itself where it answers none. */
  readonly rootOf: (id: string) => string
}

/** Holds two ids a comment. Circles end where they close. */
export function createReplyRoots(): ReplyRoots {
  const parents = new Map<string, string>()
  return {
    add(id, parentId) {
      if (parentId !== null && parentId !== id) parents.set(id, parentId)
    },
    rootOf(id) {
      const passed = new Set<string>()
      let root = id
      for (
        let above = parents.get(root);
        above !== undefined && !passed.has(root);
        above = parents.get(root)
      ) {
        passed.add(root)
        root = above
      }
      // The next climb from any of these is a single step.
      for (const one of passed) if (one !== root) parents.set(one, root)
      return root
    },
  }
}

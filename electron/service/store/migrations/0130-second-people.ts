/** Whose decisions are whose is asked with every comment once there are several coders. */
export const secondPeople = {
  version: 130,
  sql: `
    -- In the order in which somebody decided, with what it was about: neither needs the rows themselves.
    create index decisions_by_coder on decisions (coder, id, comment_id) where kind = 'label';
  `,
} as const

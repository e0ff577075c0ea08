/** Whose decisions are whose is asked with every comment once there are several coders. */
export const secondPeople = {
  version: 130,
  sql: `
    -- In the order in which somebody decided, with what it was about: neither needs the rows themselves.
    create index decisions_by_coder on decisions (coder, id, comment_id) where kind = 'label';

    -- A coder has very many decisions and a comment a few: without being told, SQLite takes both for alike, and looks for
    -- the decision of a coder on a comment among all that the coder ever decided.
    analyze sqlite_schema;
    insert into sqlite_stat1 (tbl, idx, stat) values
      ('decisions', 'decisions_by_coder', '1000000 300000 1 1'),
      ('decisions', 'decisions_on_comment', '1000000 2 1');
    analyze sqlite_schema;
  `,
} as const

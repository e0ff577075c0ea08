/** Searches that are kept, and what queues are made from apart from the texts. */
export const searching = {
  version: 70,
  sql: `
    -- All that an order or a filter asks of a comment, without its text: a million are read in half a second instead
    -- of dragging every text along. It begins with the id, so that an import only ever adds to its end.
    create index comments_for_queues on comments (
      id, (iif(kind in ('comment', 'share'), text <> '', 0)), created_at, thread_id, author_id, import_id
    );

    -- Again, with an index of the first three letters of each word: "the*" is then found at once and not by putting the
    -- places of thousands of words together. Costs a seventh more of the time that the index takes in an import.
    drop table comments_fts;
    create virtual table comments_fts using fts5 (
      text, content = 'comments', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '3'
    );
    insert into comments_fts (comments_fts, rank) values ('hashsize', 16777216);
    insert into comments_fts (comments_fts) values ('rebuild');

    create table saved_searches (
      id integer primary key,
      name text not null unique,
      order_by text not null,         -- one of the orders of the contract
      shows text not null,            -- all, undecided or decided
      query text not null,            -- as it was typed
      import_id integer references imports (id),
      saved_by text not null,
      saved_at text not null          -- UTC, ISO 8601
    ) strict;
  `,
} as const

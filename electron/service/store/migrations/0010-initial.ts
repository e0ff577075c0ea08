/** The first form of a project file. */
export const initial = {
  version: 10,
  sql: `
    -- One row: what the project is, and how far its comments can be seen.
    create table project (
      one integer primary key check (one = 1),
      uid text not null,
      name text not null,
      created_at text not null,
      codebook_id text not null,
      codebook_version integer not null,
      -- Comments with a higher id belong to an import that has not finished: nobody sees them yet.
      visible_through integer not null default 0,
      model_version text
    ) strict;

    create table codebooks (
      id text not null,
      version integer not null,
      body text not null,             -- JSON of a Codebook
      primary key (id, version)
    ) strict;

    create table imports (
      id integer primary key,
      name text not null,             -- of the file, without its folder
      reading text not null,          -- JSON of a Reading
      imported_at text not null,      -- UTC, ISO 8601
      state text not null check (state in ('running', 'done')),
      ledger text                     -- JSON of a Ledger, once done
    ) strict;

    create table problems (
      import_id integer not null references imports (id),
      row integer not null,
      field text,
      value text,
      reason text not null,
      skipped integer not null
    ) strict;
    create index problems_of_import on problems (import_id, row);

    create table threads (
      id integer primary key,
      key text not null unique,
      title text not null,
      import_id integer not null references imports (id)
    ) strict;
    create index threads_of_import on threads (import_id);

    create table authors (
      id integer primary key,
      name text not null unique,
      import_id integer not null references imports (id)
    ) strict;
    create index authors_of_import on authors (import_id);

    create table comments (
      id integer primary key,
      import_id integer not null references imports (id),
      row integer not null,           -- in the file, from 1
      key text not null unique,       -- the same for the same comment in a later export
      external_id text,
      parent_external_id text,
      parent_id integer references comments (id),
      thread_id integer not null references threads (id),
      author_id integer references authors (id),
      created_at text,                -- UTC, ISO 8601; null where the file does not say
      created_original text,
      text text not null,
      likes integer,
      state text not null,
      kind text not null,
      url text
    ) strict;
    create index comments_by_external_id on comments (external_id, import_id) where external_id is not null;
    create index comments_of_parent on comments (parent_id) where parent_id is not null;
    create index comments_without_parent on comments (parent_external_id, thread_id)
      where parent_id is null and parent_external_id is not null;
    create index comments_of_thread on comments (thread_id, created_at, id);
    create index comments_of_author on comments (author_id) where author_id is not null;
    create index comments_by_time on comments (created_at, id);

    create view seen as select * from comments where id <= (select visible_through from project);

    -- Apart from comments, so that reading comments does not drag the untouched records along.
    create table originals (
      comment_id integer primary key references comments (id),
      raw text not null
    ) strict;

    create virtual table comments_fts using fts5 (
      text, content = 'comments', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
    );

    -- Appended, never changed: an undo is a row of its own. hash covers the row and the hash before it.
    create table decisions (
      id integer primary key,
      comment_id integer not null references comments (id),
      kind text not null check (kind in ('label', 'undo')),
      label text,                     -- of the codebook; null in an undo
      undoes integer references decisions (id),
      coder text not null,
      decided_at text not null,
      note text,
      codebook_id text not null,
      codebook_version integer not null,
      suggestion_shown integer not null,
      shown_ms integer not null,
      suggestion text,                -- JSON of the probabilities and band at that moment
      model_version text,
      hash text not null,
      check ((kind = 'label') = (label is not null)),
      check ((kind = 'undo') = (undoes is not null))
    ) strict;
    create index decisions_on_comment on decisions (comment_id, id);
    create unique index decisions_undone on decisions (undoes) where undoes is not null;

    -- The label that stands on each comment; can be made again from decisions.
    create table standing (
      comment_id integer primary key references comments (id),
      decision_id integer not null references decisions (id),
      label text not null
    ) strict;
    create index standing_by_label on standing (label);

    create table models (
      version text primary key,
      created_at text not null,
      decisions integer not null,
      weights blob not null
    ) strict;

    -- The latest model's view of each comment; can be made again from the model.
    create table predictions (
      comment_id integer primary key references comments (id),
      troll real not null,
      critic real not null,
      neither real not null,
      band text not null,
      model_version text not null
    ) strict;
    create index predictions_by_band on predictions (band);
  `,
} as const

/** Exports that know more of a comment than a table did, bring answers with them, and come again with edits. */
export const exports = {
  version: 40,
  sql: `
    alter table comments add column platform text;        -- null for tables
    alter table comments add column lang text;
    alter table comments add column replies integer;       -- null where the export does not say
    alter table comments add column reports integer;
    alter table comments add column edited_at text;        -- UTC, ISO 8601

    -- Two people may have one name: the platform's own id tells them apart where there is one.
    alter table authors rename column name to key;
    alter table authors add column name text not null default '';
    update authors set name = key, key = 'name:' || key;

    alter table imports add column incomplete text not null default '[]';  -- JSON: sentences
    alter table imports add column platform text;

    -- No order asks for it: comments without a time come last in each, and that no index gives.
    drop index comments_by_time;

    -- What a comment said before a later export said otherwise, oldest first.
    create table earlier_texts (
      id integer primary key,
      comment_id integer not null references comments (id),
      text text not null,
      raw text not null,
      import_id integer not null references imports (id),  -- that brought the newer text
      replaced_at text not null                            -- UTC, ISO 8601
    ) strict;
    create index earlier_texts_of_comment on earlier_texts (comment_id);

    -- The index gathers this many bytes before it writes: a million comments come in a fifth sooner than by its default.
    insert into comments_fts (comments_fts, rank) values ('hashsize', 16777216);

    -- Of an import that is running; empty otherwise. They take effect when it is whole.
    create table incoming_edits (
      import_id integer not null references imports (id),
      comment_id integer not null references comments (id),
      text text not null,
      raw text not null,
      state text not null,
      likes integer,
      replies integer,
      reports integer,
      edited_at text
    ) strict;
    create table incoming_answers (
      import_id integer not null references imports (id),
      comment_id integer not null references comments (id),
      row integer not null,
      coder text not null,
      label text not null,
      at text,
      note text
    ) strict;
  `,
} as const

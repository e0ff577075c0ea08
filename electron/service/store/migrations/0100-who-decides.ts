/** Two people for the harsh label, one record of all that is done, and copies that can be brought together. */
export const whoDecides = {
  version: 100,
  sql: `
    -- Labels that one person alone can only propose (JSON of ids); null: the harmful one.
    alter table project add column two_person text;
    alter table project add column opposite_test integer not null default 0 check (opposite_test in (0, 1));
    -- Days after which an adverse label stands no longer; null: never.
    alter table project add column expires_after_days integer check (expires_after_days > 0);

    -- All null in decisions from before. uid: of the row's own content, the same in every copy of the project; those
    -- from before are known by their hash. clock: logical (Lamport), for the order that is the same in every copy.
    alter table decisions add column uid text;
    alter table decisions add column clock integer;
    alter table decisions add column role text check (role in ('adjudication', 'appeal'));
    -- 1: what others had decided was hidden from the coder.
    alter table decisions add column independent integer check (independent in (0, 1));
    -- Names one run of the app on one machine.
    alter table decisions add column sitting text;
    -- The event that brought it from another copy; null for what was decided here.
    alter table decisions add column merge integer;
    create unique index decisions_by_uid on decisions (coalesce(uid, substr(hash, 1, 32)));

    -- All else that is done. One sequence of ids with decisions, and one chain of hashes through both.
    create table events (
      id integer primary key,
      uid text not null unique,
      clock integer not null,
      kind text not null,
      coder text not null,
      at text not null,               -- UTC, ISO 8601
      comment_id integer references comments (id),   -- null: of the project
      body text not null,             -- JSON, by kind
      merge integer,                  -- as in decisions
      hash text not null
    ) strict;
    create index events_on_comment on events (comment_id, id) where comment_id is not null;
    create index events_by_kind on events (kind, id);

    -- One row: the last link of the chain, so that what is cut off at its end is missed, and the clock.
    create table record_head (
      one integer primary key check (one = 1),
      id integer not null,
      hash text not null,
      clock integer not null
    ) strict;

    -- What follows from the decisions, as all of standing does.
    alter table standing add column status text not null default 'final'
      check (status in ('final', 'proposed', 'disputed'));
    alter table standing add column one_sitting integer not null default 0;
    create index standing_open on standing (status) where status <> 'final';

    -- Who was shown what others decided: their next decision on it is not independent.
    create table shown_others (
      comment_id integer not null,
      coder text not null,
      primary key (comment_id, coder)
    ) strict, without rowid;

    create table coders (
      name text primary key,
      uid text not null unique,       -- tells two people of one name apart
      since text not null             -- UTC, ISO 8601
    ) strict;

    -- What a coder belongs to: comments that name it are kept from them.
    create table interests (
      coder text not null,
      phrase text not null,
      primary key (coder, phrase)
    ) strict, without rowid;

    -- One row in a work package, none elsewhere.
    create table package (
      one integer primary key check (one = 1),
      body text not null              -- JSON of a PackageFacts
    ) strict;
  `,
} as const

/** How each decision was made: the mode, the passage and the reason; many at once; and what was given again. */
export const deciding = {
  version: 60,
  sql: `
    -- Null in all of them: not known, not given, or an undo.
    alter table decisions add column mode text check (mode in ('code', 'check', 'teach'));
    alter table decisions add column passage_start integer check (passage_start >= 0);  -- UTF-16 offsets
    alter table decisions add column passage_end integer check (passage_end > passage_start);
    alter table decisions add column reason text;                   -- of the codebook, for the label
    -- Of rows that were made in one step: the id of the first of them.
    alter table decisions add column batch integer references decisions (id);
    -- In a label that was taken back and given again: the undo that it reverses.
    alter table decisions add column redoes integer references decisions (id);

    -- Whether the label that stands was given to many at once; follows from decisions as all of standing does.
    alter table standing add column in_batch integer not null default 0;
    create index standing_in_batch on standing (label) where in_batch = 1;

    create index decisions_of_batch on decisions (batch) where batch is not null;
    create unique index decisions_redone on decisions (redoes) where redoes is not null;
  `,
} as const

/** How a comment was drawn, how the project uses its model, and what was measured of it. */
export const measuring = {
  version: 20,
  sql: `
    -- Largest share of comments that are no trolls that may be suggested as troll.
    alter table project add column accusation_limit real not null default 0.02
      check (accusation_limit > 0 and accusation_limit < 1);
    alter table project add column suggestions integer not null default 1 check (suggestions in (0, 1));

    -- How the comment came to be decided. Null is not known: decisions from before it was written down, and undos.
    alter table decisions add column draw text
      check (draw in ('random', 'likely-troll', 'doubtful', 'other'));

    -- Names the decisions that the model was learned from, and counts them by label (JSON). Null for models from
    -- before: those are learned again.
    alter table models add column basis text;
    alter table models add column learned text;

    -- The limit that the band was given under. Null, as no limit is, for those from before: they are scored again.
    alter table predictions add column accusation_limit real;

    -- One row: what model.measure found; can be measured again.
    create table measurements (
      one integer primary key check (one = 1),
      basis text not null,            -- names the decisions, the limit and the starter it was measured with
      measured_at text not null,      -- UTC, ISO 8601
      body text not null              -- JSON of a Measured
    ) strict;
  `,
} as const

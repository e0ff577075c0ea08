/** Predictions for any labels. What was there can be made again, and is. */
export const shares = {
  version: 30,
  sql: `
    drop table predictions;

    -- The latest model's view of each comment; can be made again from the model.
    create table predictions (
      comment_id integer primary key references comments (id),
      harm real,                      -- share of troll; null where the labels are not ours
      doubt real not null,            -- above 1 where the model leaves it open; the higher, the more it doubts
      shares text not null,           -- JSON: a share for each label that teaches
      band text not null,             -- the id of a label, or unsure
      model_version text not null,
      accusation_limit real not null  -- the band was given under it
    ) strict;
    create index predictions_by_band on predictions (band);
  `,
} as const

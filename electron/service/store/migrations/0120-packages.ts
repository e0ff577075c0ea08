/** Work packages: which comments they offer. And the same decision taken back in two copies. */
export const packages = {
  version: 120,
  sql: `
    -- In a work package the comments that it offers; elsewhere those of the packages that were made from it.
    create table package_part (
      package text not null,          -- its id, in every copy the same
      coder text not null,            -- for whom
      comment_id integer not null references comments (id),
      primary key (package, comment_id)
    ) strict, without rowid;
    create index package_part_of_comment on package_part (comment_id);

    -- Two copies may take the same decision back, and give it again, each for itself: both rows stay.
    drop index decisions_undone;
    create index decisions_undone on decisions (undoes) where undoes is not null;
    drop index decisions_redone;
    create index decisions_redone on decisions (redoes) where redoes is not null;
  `,
} as const

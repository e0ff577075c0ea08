/** Whether a project shows invented names in place of its authors' own. */
export const pseudonyms = {
  version: 90,
  sql: `
    alter table project add column pseudonyms integer not null default 0 check (pseudonyms in (0, 1));
  `,
} as const

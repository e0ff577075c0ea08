/** Who writes letters to authors, and what the body is called in comments. */
export const letters = {
  version: 110,
  sql: `
    -- JSON of a LetterSettings; null: never said.
    alter table project add column letters text;
  `,
} as const

/** Reads the labelled comments of one source from its compressed table. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import Papa from 'papaparse'

/** `nontroll` is critic or neither, the source does not say which. */
export type ExampleLabel = 'troll' | 'critic' | 'neither' | 'nontroll'

export interface Example {
  readonly source: string
  readonly text: string
  readonly label: ExampleLabel
  readonly split: 'train' | 'dev'
}

const labels: readonly string[] = ['troll', 'critic', 'neither', 'nontroll'] satisfies ExampleLabel[]
const isLabel = (value: string | undefined): value is ExampleLabel =>
  value !== undefined && labels.includes(value)

/** @throws Error with the row when a label or split is not one we know */
export async function readExamples(folder: string, source: string): Promise<readonly Example[]> {
  const packed = await readFile(path.join(folder, `${source}.csv.gz`))
  const table = Papa.parse<Record<string, string | undefined>>(gunzipSync(packed).toString('utf8'), {
    header: true,
    skipEmptyLines: true,
  })
  return table.data.map((row, at) => {
    const { label, split } = row
    if (!isLabel(label) || (split !== 'train' && split !== 'dev')) {
      throw new Error(`${source}: record ${at + 1} has no label or split that we know.`)
    }
    return { source, text: plainText(row.text ?? ''), label, split }
  })
}

/** One source hides names as [NAME]: as a handle it looks like everyone else's. */
const plainText = (text: string): string => text.replaceAll(/\[(?:NAME|RELIGION)\]/g, '@user')

import type { Reading } from '../../core/records.ts'

/** Of the file that the kill test makes. */
export const plainReading: Reading = {
  format: 'csv',
  encoding: 'utf-8',
  delimiter: ',',
  headerRow: 1,
  dateOrder: 'ymd',
  columns: { id: 'id', parent: 'parent', author: 'author', text: 'text', time: 'time' },
}

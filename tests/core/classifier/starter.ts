/** The starter that ships with the app. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Classifier } from '../../../core/classifier/classifier.ts'
import { loadStarter } from '../../../core/classifier/linear-classifier.ts'

export const starterBytes: Uint8Array = readFileSync(
  path.join(import.meta.dirname, '../../../resources/starter/starter.bin'),
)
export const starter: Classifier = loadStarter(starterBytes)

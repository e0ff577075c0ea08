/** The starter that ships with the app. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Classifier } from '../../../core/classifier/classifier.ts'
import { loadStarter } from '../../../core/classifier/linear-classifier.ts'
import type { Scheme } from '../../../core/classifier/scheme.ts'
import { readStarter } from '../../../core/classifier/starter-file.ts'
import { starterScheme } from '../../../core/classifier/starter-scheme.ts'

export const starterBytes: Uint8Array = readFileSync(
  path.join(import.meta.dirname, '../../../resources/starter/starter.bin'),
)
/** Our labels. */
export const labels = ['troll', 'critic', 'neither'] as const
export const scheme: Scheme = starterScheme(readStarter(starterBytes))
export const starter: Classifier = loadStarter(starterBytes)

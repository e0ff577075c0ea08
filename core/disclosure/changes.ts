/** What a setting was changed to, in words. */

/** Of settings that can be put into a sentence; others are said to have been changed, and no more. */
const names: Readonly<Record<string, string>> = {
  twoPerson: 'labels that need two people',
  oppositeTest: 'the opposite test',
  expiresAfterDays: 'days after which a label ends',
  sender: 'who writes letters',
  contact: 'where appeals are sent',
  appealDays: 'days to appeal',
  further: 'whom to turn to after an appeal',
}

/**
 * "days to appeal: 28, before 14".
 *
 * @param body of a setting's row: an object of settings by area, and `before` with those of before
 */
export function settingWords(body: object): string {
  const { before, ...areas } = body as { readonly before?: unknown } & Readonly<Record<string, unknown>>
  const [area] = Object.values(areas)
  if (!isRecord(area) || !isRecord(before)) return 'a setting was changed'
  const said = Object.entries(area)
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key]))
    .map(([key, value]) => {
      const name = names[key]
      return name === undefined
        ? `${key} was changed`
        : `${name}: ${wordsFor(value)}, before ${wordsFor(before[key])}`
    })
  return said.length === 0 ? 'settings were saved as they were' : said.join('; ')
}

function wordsFor(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none'
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ')
  return String(value)
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

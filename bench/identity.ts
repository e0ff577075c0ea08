/**
 * Whether naming a group of people is taken for trolling: `node bench/identity.ts`. Sentences of our own, harmless and
 * hateful, with each term in turn. BPSN: harmless sentences with the term against hateful ones without it, which come out
 * in the wrong order where the term itself is taken for hate.
 *
 * @source Borkan, Dixon, Sorensen, Thain and Vasserman (2019), Nuanced metrics for measuring unintended bias with real
 * data for text classification, WWW companion: BPSN AUC, and the power mean (p = -5) over terms
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { loadStarter } from '../core/classifier/linear-classifier.ts'
import { rocAuc } from '../core/evaluation/metrics.ts'

const terms =
  'gay,lesbian,queer,transgender,straight,white,black,asian,latino,african,muslim,christian,jewish,hindu,atheist,mexican,chinese,american,deaf,blind,old,young,female,male'.split(
    ',',
  )
const harmless = [
  'I am a proud TERM person.',
  'TERM people deserve respect.',
  'My neighbour is TERM and bakes the best bread.',
  'We welcomed three TERM families to the street.',
  'Our new teacher is TERM.',
  'The TERM community centre opens on Friday.',
  'She wrote a book about growing up TERM.',
  'A TERM nurse looked after my father.',
  'Being TERM is nothing to hide.',
  'The council met TERM residents about the park.',
]
const hateful = [
  'I hate every TERM person.',
  'TERM people are vermin.',
  'All TERM people should drop dead.',
  'You are a disgusting TERM freak.',
  'Shut up, you TERM idiot.',
  'TERM people are filthy animals.',
  'Nobody wants you TERM scum here.',
  'Get out of my country, TERM trash.',
  'TERM people are too stupid to vote.',
  'I would spit on any TERM pig.',
]
const power = -5

const starter = loadStarter(readFileSync(path.join(import.meta.dirname, '../resources/starter/starter.bin')))
const rows = terms.flatMap((term) =>
  [harmless, hateful].flatMap((templates, isHateful) =>
    templates.map((template) => ({
      term,
      isPositive: isHateful === 1,
      score: starter.suggest([template.replace('TERM', term)])[0]?.shares.troll ?? 0,
    })),
  ),
)
const each = terms.map((term) => {
  const picked = rows.filter((row) => row.isPositive !== (row.term === term))
  return { term, auc: rocAuc(picked) ?? 0 }
})
const lowest = each.toSorted((one, other) => one.auc - other.auc)
const mean = (each.reduce((sum, { auc }) => sum + auc ** power, 0) / each.length) ** (1 / power)
console.log(`${starter.version}: ${terms.length} terms, ${rows.length} sentences`)
console.log(`AUC of all: ${(rocAuc(rows) ?? 0).toFixed(3)}`)
console.log(`BPSN AUC: power mean ${mean.toFixed(3)}`)
console.log(
  `lowest: ${lowest
    .slice(0, 6)
    .map(({ term, auc }) => `${term} ${auc.toFixed(3)}`)
    .join(', ')}`,
)

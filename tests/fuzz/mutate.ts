/** Damages a text the way disks, editors, other programs and enemies do. The same seed, the same damage. */
import type { Random } from '../../core/random.ts'

/** @returns the text with one to four things wrong with it, at most twice as long and some hundred thousand more */
export function mutate(text: string, random: Random): string {
  let damaged = text
  const times = 1 + whole(random, 4)
  for (let time = 0; time < times; time += 1) {
    const damage = damages[whole(random, damages.length)] ?? cutOff
    damaged = damage(damaged, random)
  }
  return damaged.slice(0, 2 * text.length + 400_000)
}

type Damage = (text: string, random: Random) => string

const whole = (random: Random, below: number): number => Math.floor(random() * below)

interface Slice {
  readonly from: number
  readonly to: number
}

function sliceOf(text: string, random: Random, longest = 400): Slice {
  const from = whole(random, text.length + 1)
  return { from, to: Math.min(text.length, from + 1 + whole(random, longest)) }
}

const replaced = (text: string, { from, to }: Slice, by: string): string =>
  text.slice(0, from) + by + text.slice(to)

const put = (text: string, random: Random, what: string): string => {
  const from = whole(random, text.length + 1)
  return replaced(text, { from, to: from }, what)
}

/** Replaces one of the places where a pattern fits. The patterns are simple, and no longer than a line. */
function replaceOne(
  text: string,
  random: Random,
  { pattern, by }: { readonly pattern: RegExp; readonly by: (found: string) => string },
): string {
  const places = [...text.matchAll(pattern)]
  const place = places[whole(random, Math.max(1, places.length))]
  if (place === undefined) return text
  return replaced(text, { from: place.index, to: place.index + place[0].length }, by(place[0]))
}

const strays: readonly string[] = [
  ...[
    '"',
    "'",
    '\\',
    '{',
    '}',
    '[',
    ']',
    '<',
    '>',
    '&',
    ',',
    ';',
    ':',
    '\t',
    '|',
    '#',
    '/',
    '\r',
    '\n',
    '\r\n',
  ],
  ...['\0', '\u0001', '\uD83D', '\uDC4F', '\uFFFD', '\uFEFF', '\u202E', '\u200B', '\u2028', '\u0085'],
  ...[
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '&b;',
    '&#0;',
    '&#x110000;',
    '</',
    '/>',
  ],
  ...[
    '"__proto__"',
    '__proto__',
    'constructor',
    '"constructor":{"prototype":{"polluted":1}},',
    '"__proto__":{"polluted":1},',
  ],
  ...['null', 'true', '""', '[]', '{}', '-', '1e999', '-0', '0x10', 'NaN', '"\\ud800"', '"\\u0000"', '\\'],
]

const cutOff: Damage = (text, random) => text.slice(0, whole(random, text.length + 1))
const cutFront: Damage = (text, random) => text.slice(whole(random, Math.min(text.length, 200) + 1))
const cutOut: Damage = (text, random) => replaced(text, sliceOf(text, random), '')

const flip: Damage = (text, random) => {
  const from = whole(random, text.length)
  const unit = (text.charCodeAt(from) || 32) ^ (1 << whole(random, 16))
  return replaced(text, { from, to: from + 1 }, String.fromCharCode(unit))
}

const double: Damage = (text, random) => {
  const { from, to } = sliceOf(text, random, 2000)
  return replaced(text, { from: to, to }, text.slice(from, to))
}

const swap: Damage = (text, random) => {
  const one = sliceOf(text, random)
  const rest = text.slice(one.to)
  const two = sliceOf(rest, random)
  return (
    text.slice(0, one.from) +
    rest.slice(two.from, two.to) +
    rest.slice(0, two.from) +
    text.slice(one.from, one.to) +
    rest.slice(two.to)
  )
}

const stray: Damage = (text, random) => put(text, random, strays[whole(random, strays.length)] ?? '"')
const manyStrays: Damage = (text, random) =>
  put(
    text,
    random,
    (strays[whole(random, strays.length)] ?? '"').repeat(1 + whole(random, 3000)).slice(0, 12_000),
  )

const repeatLine: Damage = (text, random) => {
  const lines = text.split('\n')
  const place = whole(random, lines.length)
  lines.splice(place, 0, ...Array.from({ length: 1 + whole(random, 5) }, () => lines[place] ?? ''))
  return lines.join('\n')
}

const dropLine: Damage = (text, random) => {
  const lines = text.split('\n')
  lines.splice(whole(random, lines.length), 1)
  return lines.join('\n')
}

const figure = /-?\d+(?:\.\d+)?/g
const huge: Damage = (text, random) =>
  replaceOne(text, random, { pattern: figure, by: () => '9'.repeat(1 + whole(random, 400)) })
const oddFigure: Damage = (text, random) => {
  const odd = [
    '1e308',
    '-1',
    '0',
    '1.5',
    '-9007199254740993',
    '253402300800',
    '8640000000000001',
    '00',
    '1e-7',
    '-0',
  ]
  return replaceOne(text, random, { pattern: figure, by: () => odd[whole(random, odd.length)] ?? '0' })
}
const quotedFigure: Damage = (text, random) =>
  replaceOne(text, random, { pattern: figure, by: (found) => `"${found}"` })
const unquoted: Damage = (text, random) =>
  replaceOne(text, random, { pattern: /"[^"\n]{0,80}"/g, by: (found) => found.slice(1, -1) })

const valuePattern = /: ?(?:"[^"\n]{0,200}"|-?\d+(?:\.\d+)?|null|true|false|\[\]|\{\})/g

/** A value becomes one of another kind: the JSON around it stays whole. */
const otherValue: Damage = (text, random) => {
  const others = [
    'null',
    '[]',
    '{}',
    '""',
    '0',
    'true',
    '[[]]',
    '[null]',
    '{"a":{"a":[]}}',
    '"__proto__"',
    '"\\ud800"',
    '[1,2,"a"]',
  ]
  const by = () => `:${others[whole(random, others.length)] ?? 'null'}`
  return replaceOne(text, random, {
    pattern: valuePattern,
    by,
  })
}

/** A key becomes another: what was under it is not there, or is under a name that all objects have. */
const otherKey: Damage = (text, random) => {
  const others = ['"__proto__"', '"constructor"', '"toString"', '"x"', '""', '"length"']
  return replaceOne(text, random, {
    pattern: /"[^"\n]{0,60}"(?=\s?:)/g,
    by: () => others[whole(random, others.length)] ?? '""',
  })
}

/** An id becomes another's: twins, loops, answers to themselves. */
const otherId: Damage = (text, random) => {
  const words = [...text.matchAll(/[\w-]{1,40}/g)].map(([word]) => word)
  return replaceOne(text, random, {
    pattern: /[\w-]{1,40}/g,
    by: () => words[whole(random, words.length)] ?? '',
  })
}

const deep: Damage = (text, random) => {
  const times = random() < 0.1 ? 60_000 : 1 + whole(random, 5000)
  const [open = '[', close = ']'] =
    [
      ['[', ']'],
      ['{"a":', '}'],
      ['<b>', '</b>'],
      ['<blockquote>', ''],
    ][whole(random, 4)] ?? []
  const inner = `${open.repeat(times)}1${random() < 0.5 ? close.repeat(times) : ''}`
  return random() < 0.5
    ? put(text, random, inner)
    : replaceOne(text, random, { pattern: /"[^"\n]{1,80}"(?=\s?[,}\]])/g, by: () => inner })
}

/** A value so deep that whoever walks through it by calling themselves falls; the JSON around it stays whole. */
const deepValue: Damage = (text, random) => {
  const times = 1 + whole(random, 30_000)
  const [open = '[', close = ']'] = random() < 0.5 ? ['[', ']'] : ['{"a":', '}']
  const by = () => `:${open.repeat(times)}1${close.repeat(times)}`
  return replaceOne(text, random, { pattern: valuePattern, by })
}

const longWord: Damage = (text, random) =>
  put(text, random, 'ab@./'.charAt(whole(random, 5)).repeat(1 + whole(random, 20_000)))

const damages: readonly Damage[] = [
  ...[cutOff, cutFront, cutOut, flip, flip, double, swap, stray, stray, manyStrays, repeatLine, dropLine],
  ...[
    huge,
    oddFigure,
    quotedFigure,
    unquoted,
    otherValue,
    otherValue,
    otherKey,
    otherKey,
    otherId,
    deep,
    deepValue,
    longWord,
  ],
]

/** Recomputes the contrast of every ink on every ground it stands on, from the file the window uses. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const css = readFileSync(path.join(import.meta.dirname, '../../renderer/src/styles/tokens.css'), 'utf8')
/** The block of high contrast, which stands behind the others and wins. */
const [usual = '', more = ''] = css.split('[data-contrast="more"]')
const read = (block: string) =>
  new Map(
    [...block.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map((match) => [
      match[1] ?? '',
      { light: match[2] ?? '', dark: match[3] ?? '' },
    ]),
  )
const tokens = read(usual)
const strong = read(more)

/** @source WCAG 2.2, relative luminance */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

type Theme = 'light' | 'dark'

function contrast(ink: string, ground: string, theme: Theme, of = tokens): number {
  const [a, b] = [ink, ground].map((name) => luminance(of.get(name)?.[theme] ?? ''))
  if (a === undefined || b === undefined) throw new Error(`Not a token: ${ink} or ${ground}`)
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** The table of the design: ink, grounds, and the ratio on each. */
const table: readonly (readonly [Theme, string, Readonly<Record<string, number>>])[] = [
  ['light', 'text', { bg: 16.9, surface: 15.6, selected: 14.5, hover: 14.5, mark: 14.7 }],
  ['light', 'muted', { bg: 6.8, surface: 6.3, selected: 5.8, hover: 5.9 }],
  ['light', 'accent', { bg: 6.1, surface: 5.6, selected: 5.2 }],
  ['light', 'focus', { bg: 6.1, surface: 5.6, selected: 5.2 }],
  ['light', 'on-accent', { accent: 6.1, 'accent-hover': 7.9 }],
  ['light', 'danger', { bg: 6.5, surface: 6, selected: 5.6 }],
  ['light', 'success', { bg: 6.5, surface: 6, selected: 5.6 }],
  ['light', 'warning', { bg: 6.9, surface: 6.4, selected: 5.9 }],
  ['light', 'control', { bg: 3.8, surface: 3.5 }],
  ['light', 'troll', { bg: 9.3, surface: 8.6, selected: 8, 'troll-tint': 7.8 }],
  ['light', 'critic', { bg: 10.2, surface: 9.4, selected: 8.7, 'critic-tint': 8.6 }],
  ['light', 'neither', { bg: 5.7, surface: 5.3, selected: 4.9, 'neither-tint': 5 }],
  ['light', 'unsure', { bg: 5.3, surface: 4.9, selected: 4.6, 'unsure-tint': 4.6, hover: 4.6 }],
  ['light', 'own', { bg: 8.7, surface: 8, selected: 7.4, 'own-tint': 7.3, hover: 7.4 }],
  ['dark', 'text', { bg: 14.9, surface: 13.6, selected: 10.7, hover: 11.2, mark: 8.8 }],
  ['dark', 'muted', { bg: 7.5, surface: 6.8, selected: 5.4, hover: 5.6 }],
  ['dark', 'accent', { bg: 8.5, surface: 7.8, selected: 6.1 }],
  ['dark', 'focus', { bg: 8.5, surface: 7.8, selected: 6.1 }],
  ['dark', 'on-accent', { accent: 7.6, 'accent-hover': 9.2 }],
  ['dark', 'danger', { bg: 8.8, surface: 8.1, selected: 6.4 }],
  ['dark', 'success', { bg: 10.3, surface: 9.4, selected: 7.4 }],
  ['dark', 'warning', { bg: 10.5, surface: 9.5, selected: 7.5 }],
  ['dark', 'control', { bg: 4.3, surface: 3.9 }],
  ['dark', 'troll', { bg: 6.9, surface: 6.3, selected: 5, 'troll-tint': 5.4 }],
  ['dark', 'critic', { bg: 10.9, surface: 9.9, selected: 7.8, 'critic-tint': 7.7 }],
  ['dark', 'neither', { bg: 8.4, surface: 7.7, selected: 6.1, 'neither-tint': 6.2 }],
  ['dark', 'unsure', { bg: 6.7, surface: 6.1, selected: 4.8, 'unsure-tint': 5.2, hover: 5 }],
  ['dark', 'own', { bg: 10.7, surface: 9.7, selected: 7.7, 'own-tint': 7, hover: 8 }],
]

describe('contrast', () => {
  test.each(table)('in the %s theme %s has the ratios of the design', (theme, ink, grounds) => {
    for (const [ground, ratio] of Object.entries(grounds)) {
      // The table is rounded to one place, here and there the other way.
      expect(Math.abs(contrast(ink, ground, theme) - ratio), `${ink} on ${ground}`).toBeLessThanOrEqual(0.06)
    }
  })

  test.each(['light', 'dark'] as const)('in the %s theme words have 4.5 and edges 3', (theme) => {
    const words = ['text', 'muted', 'accent', 'danger', 'troll', 'critic', 'neither', 'unsure', 'own']
    const grounds = ['bg', 'surface', 'raised', 'selected', 'hover']
    for (const ink of words) {
      for (const ground of grounds) {
        expect(contrast(ink, ground, theme), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5)
      }
    }
    for (const ground of ['bg', 'surface', 'raised']) {
      expect(contrast('control', ground, theme)).toBeGreaterThanOrEqual(3)
      expect(contrast('focus', ground, theme)).toBeGreaterThanOrEqual(3)
    }
  })
})

describe('high contrast', () => {
  const inks = [
    'text',
    'muted',
    'accent',
    'danger',
    'success',
    'warning',
    'troll',
    'critic',
    'neither',
    'unsure',
  ]
  const grounds = ['bg', 'surface', 'raised', 'selected', 'hover']

  test.each(['light', 'dark'] as const)('in the %s theme has 7 for words and 4.5 for edges', (theme) => {
    for (const ink of [...inks, 'own']) {
      for (const ground of grounds) {
        expect(contrast(ink, ground, theme, strong), `${ink} on ${ground}`).toBeGreaterThanOrEqual(7)
      }
    }
    for (const tone of ['troll', 'critic', 'neither', 'unsure', 'own']) {
      expect(contrast(tone, `${tone}-tint`, theme, strong), tone).toBeGreaterThanOrEqual(7)
      expect(contrast('text', `${tone}-tint`, theme, strong), tone).toBeGreaterThanOrEqual(7)
      expect(contrast('muted', `${tone}-tint`, theme, strong), tone).toBeGreaterThanOrEqual(7)
    }
    expect(contrast('text', 'mark', theme, strong)).toBeGreaterThanOrEqual(7)
    expect(contrast('on-accent', 'accent', theme, strong)).toBeGreaterThanOrEqual(7)
    expect(contrast('on-accent', 'accent-hover', theme, strong)).toBeGreaterThanOrEqual(7)
    for (const ground of ['bg', 'surface', 'raised']) {
      for (const edge of ['border', 'control', 'focus']) {
        expect(contrast(edge, ground, theme, strong), `${edge} on ${ground}`).toBeGreaterThanOrEqual(4.5)
      }
    }
  })

  test('has every colour that there is', () => {
    expect([...strong.keys()].toSorted()).toEqual([...tokens.keys()].toSorted())
  })
})

test('every token is one line', () => {
  const lines = css
    .split('\n')
    .filter((line) => line.includes('--') && line.includes(':') && !line.includes('/*'))
  expect(lines.filter((line) => line.split(';').length !== 2)).toEqual([])
})

test('what holds words grows with them: no height or width in px, and no media query that asks for a width', () => {
  const root = path.join(import.meta.dirname, '../../renderer/src')
  const modules = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.module.css'),
  )
  const sizes =
    /^\s+(?:(?:min-|max-)?(?:height|width)|line-height): (?:[5-9]|\d{2,})px|@media \((?:max|min)-/m
  expect(modules.length).toBeGreaterThan(20)
  expect(modules.filter((file) => sizes.test(readFileSync(path.join(root, file), 'utf8')))).toEqual([])
})

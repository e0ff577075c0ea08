import { describe, expect, test } from 'vitest'
import { standardCodebook } from '../../core/labels.ts'
import { en } from '../../renderer/src/copy/en.ts'
import { keyName } from '../../renderer/src/keyboard/keys.ts'
import { labelShortcuts } from '../../renderer/src/keyboard/label-shortcuts.ts'
import {
  ariaKeys,
  lines,
  type Scope,
  type Shortcut,
  shortcuts,
  shownKey,
} from '../../renderer/src/keyboard/shortcuts.ts'

const all: readonly Shortcut[] = [...Object.values(shortcuts), ...labelShortcuts(standardCodebook.labels)]
const pages: readonly Scope[] = ['start', 'import', 'review', 'measure', 'share']

describe('the table of shortcuts', () => {
  test.each(pages)('has no key twice on the page %s', (page) => {
    const keys = all
      .filter((one) => one.scope === page || one.scope === 'everywhere')
      .flatMap((one) => one.keys)
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  })

  test('has no key that begins a sequence of keys', () => {
    const keys = all.flatMap((one) => one.keys)
    const beginnings = keys.filter((key) => key.includes(' ')).map((key) => key.split(' ')[0])
    expect(beginnings.length).toBeGreaterThan(0)
    expect(keys.filter((key) => beginnings.includes(key))).toEqual([])
  })

  test('says what every shortcut does, each in its own words', () => {
    const words = all.map((one) => one.does)
    expect(new Set(words).size).toBe(words.length)
  })

  test('lets no decision repeat while its key is held', () => {
    expect(labelShortcuts(standardCodebook.labels).some((one) => one.repeats)).toBe(false)
    expect(all.filter((one) => one.repeats).map((one) => one.keys[0])).toEqual([
      'Mod+Plus',
      'Mod+-',
      'j',
      'k',
      'j',
      'k',
      // Selecting in the queue, and the ten of a band.
      'Shift+j',
      'Shift+k',
      'j',
      'k',
    ])
  })

  test('writes keys for caps and for assistive technology', () => {
    expect([shownKey('Mod+o'), shownKey('ArrowDown'), shownKey('g r')]).toEqual(['Ctrl O', '↓', 'G R'])
    expect(ariaKeys(shortcuts.undo)).toBe('Z Control+Z')
    expect(ariaKeys(shortcuts.goReview)).toBeUndefined()
  })
})

describe('a pressed key', () => {
  const press = { key: 't', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

  test('has the name of the table', () => {
    expect(keyName(press)).toBe('t')
    expect(keyName({ ...press, key: 'T' })).toBe('t')
    expect(keyName({ ...press, key: '?', shiftKey: true })).toBe('?')
    expect(keyName({ ...press, key: 'z', metaKey: true })).toBe('Mod+z')
    expect(keyName({ ...press, key: 'J', shiftKey: true })).toBe('Shift+j')
    expect(keyName({ ...press, key: 'Z', ctrlKey: true, shiftKey: true })).toBe('Mod+Shift+z')
    expect(keyName({ ...press, key: '+', ctrlKey: true, shiftKey: true })).toBe('Mod+Plus')
    expect(keyName({ ...press, key: 'ز' })).toBe('ز')
  })

  test('is another one with Shift where it is a letter', () => {
    expect(ariaKeys(shortcuts.redo)).toBe('Shift+Z Control+Shift+Z')
  })

  test('is nobody’s with Alt, which writes other signs on many keyboards', () => {
    expect(keyName({ ...press, altKey: true })).toBeNull()
    expect(keyName({ ...press, key: 'T', ctrlKey: true, altKey: true })).toBeNull()
  })
})

describe('docs/KEYS.md', () => {
  test('has every key of the table', async () => {
    const rows = (scope: Scope) =>
      [...labelShortcuts(standardCodebook.labels), ...lines()]
        .filter((one) => one.scope === scope && one.keys.length > 0)
        .map(({ keys, does }) => {
          const caps = keys.length > 3 ? `${keys[0]} – ${keys.at(-1)}` : keys.map(shownKey).join(', ')
          return `| ${caps.replaceAll('|', '\\|')} | ${does.replaceAll(/[\u2066-\u2069]/g, '')} |`
        })
    const scopes: readonly Scope[] = [
      'review',
      'opposite',
      'everywhere',
      'start',
      'import',
      'many',
      'measure',
      'share',
    ]
    const tables = scopes.map((scope) =>
      [
        `## ${en.keys.groups[scope]}`,
        '',
        '| keys | what they do |',
        '| --- | --- |',
        ...rows(scope),
        '',
      ].join('\n'),
    )
    await expect([intro, ...tables].join('\n')).toMatchFileSnapshot('../../docs/KEYS.md')
  })
})

const intro = `# Keys

Made from the table in \`renderer/src/keyboard/shortcuts.ts\` by its test: change it there, then run
\`npx vitest run --project renderer tests/renderer/shortcuts.test.ts -u\`.

Where it says Ctrl, a Mac has ⌘. "G R" is one after the other. Every key but Enter, Esc and the arrows can be changed in
the settings (Ctrl ,), where single keys can be turned off too: then only combinations, arrows and Enter work, and the
palette (Ctrl K) does the rest. Labels have their letter, and the number of their place.
`

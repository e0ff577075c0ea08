import { describe, expect, test } from 'vitest'
import { standardCodebook } from '../../core/labels.ts'
import { keyName } from '../../renderer/src/keyboard/keys.ts'
import {
  ariaKeys,
  labelShortcuts,
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
    expect(all.filter((one) => one.repeats).map((one) => one.keys[0])).toEqual(['j', 'k', 'j', 'k'])
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
  })

  test('is another one with Shift where it is a letter', () => {
    expect(keyName({ ...press, key: 'Z', shiftKey: true })).toBe('Shift+z')
    expect(keyName({ ...press, key: 'Z', shiftKey: true, ctrlKey: true })).toBe('Mod+Shift+z')
    expect(ariaKeys(shortcuts.redo)).toBe('Shift+Z Control+Shift+Z')
  })

  test('is nobody’s with Alt, or a named key with Shift', () => {
    expect(keyName({ ...press, altKey: true })).toBeNull()
    expect(keyName({ ...press, key: 'ArrowDown', shiftKey: true })).toBeNull()
  })
})

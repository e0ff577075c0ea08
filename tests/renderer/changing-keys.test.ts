/** Keys of one's own: what may be one, whom it is taken from, and that labels keep working. No window. */
import { afterEach, describe, expect, test } from 'vitest'
import { standardCodebook } from '../../core/labels.ts'
import { fakeCodebook } from '../../renderer/src/client/fake-codebook.ts'
import {
  changeKey,
  chosenLines,
  clashOfReset,
  resetKey,
  swapKeys,
  takeKey,
  verdictOn,
} from '../../renderer/src/keyboard/changing.ts'
import { keyChoice, keysOfTheTable } from '../../renderer/src/keyboard/current-keys.ts'
import { labelShortcuts } from '../../renderer/src/keyboard/label-shortcuts.ts'
import { ariaKeys, shortcuts, shownKey, tip } from '../../renderer/src/keyboard/shortcuts.ts'

const { labels } = standardCodebook
type Changed = Readonly<Record<string, readonly string[]>>

const line = (name: string, changed: Changed = {}) => {
  const found = chosenLines(labels, changed).find((one) => one.name === name)
  if (!found) throw new Error(`Nothing is called ${name}.`)
  return found
}
const keysOf = (changed: Changed, ...names: readonly string[]) =>
  names.map((name) => line(name, changed).keys)

afterEach(() => keyChoice.set(keysOfTheTable))

describe('a key that somebody wants', () => {
  const verdict = (key: string, name: string) => verdictOn(key, line(name), chosenLines(labels, {}))

  test('is free where nothing on the same page has it', () => {
    expect(verdict('b', 'skip')).toBe('free')
    expect(verdict('Shift+s', 'skip')).toBe('free')
    // That of another page, which is never there at the same time.
    expect(verdict('o', 'exportNow')).toBe('free')
  })

  test('clashes with what has it on the same page, or everywhere', () => {
    expect(verdict('c', 'skip')).toMatchObject({ clash: { name: 'label:critic' } })
    expect(verdict('?', 'skip')).toMatchObject({ clash: { name: 'help' } })
    expect(verdict('m', 'help')).toMatchObject({ clash: { name: 'note' } })
  })

  test('is not to be had where the system has it, or where it begins others', () => {
    for (const key of ['Tab', 'Mod+c', 'Mod+w', 'F5', 'ArrowDown', 'Shift+ArrowDown']) {
      expect([key, verdict(key, 'skip')]).toEqual([key, 'reserved'])
    }
    expect(verdict('g', 'skip')).toBe('begins')
  })

  test('may be the one that it has already', () => {
    expect(verdict('s', 'skip')).toBe('free')
    expect(verdict('Enter', 'accept')).toBe('free')
  })
})

describe('changing a key', () => {
  test('changes the first and leaves the others', () => {
    expect(keysOf(changeKey({}, line('undo'), 'b'), 'undo')).toEqual([['b', 'Mod+z']])
    expect(keysOf(changeKey({}, line('next'), 'b'), 'next')).toEqual([['b', 'ArrowDown']])
    expect(keysOf(changeKey({}, line('label:critic'), 'b'), 'label:critic')).toEqual([['b', '2']])
    expect(keysOf(changeKey({}, line('skip'), null), 'skip')).toEqual([[]])
  })

  test('two things swap, also a label and a command of the desk', () => {
    const wish = { key: 'c', wanting: line('skip'), other: line('label:critic') }
    const swapped = swapKeys({}, wish, labels)
    expect(swapped && keysOf(swapped, 'skip', 'label:critic')).toEqual([['c'], ['s', '2']])
  })

  test('two things do not swap where that would only clash with a third', () => {
    // X is only of the import; help is everywhere, and on the desk X is kept for later.
    const changed = changeKey({}, line('takeFile'), 'm')
    const wish = { key: '?', wanting: line('takeFile', changed), other: line('help', changed) }
    expect(swapKeys(changed, wish, labels)).toBeNull()
    expect(keysOf(takeKey(changed, wish), 'takeFile', 'help', 'note')).toEqual([['?', 'Space'], [], ['m']])
  })

  test('a reset says what has the key by now', () => {
    const wish = { key: 'm', wanting: line('skip'), other: line('note') }
    const changed = takeKey({}, wish)
    expect(clashOfReset(changed, 'note', labels)).toMatchObject({ key: 'm', other: { name: 'skip' } })
    expect(clashOfReset(changed, 'skip', labels)).toBeNull()
    expect(keysOf(resetKey(changed, 'skip'), 'skip')).toEqual([['s']])
  })
})

describe('keys that were chosen', () => {
  test('are what the window hears, shows and says', () => {
    keyChoice.set({ changed: { skip: ['b'], goShare: ['g x'] }, singleKeys: true })
    expect([shortcuts.skip.keys, ariaKeys(shortcuts.skip), shortcuts.goShare.keys]).toEqual([
      ['b'],
      'B',
      ['g x'],
    ])
    expect(tip('Skip', shortcuts.skip)).toBe('Skip (B)')
  })

  test('of the desk are never those of a label too, which then has its number', () => {
    keyChoice.set({ changed: { skip: ['c'], note: ['1'] }, singleKeys: true })
    expect(labelShortcuts(labels).map(({ keys }) => keys)).toEqual([['t'], ['2'], ['n', '3'], ['u', '4']])
  })

  test('of a label hold in every project that has it, and take the letter from no other', () => {
    keyChoice.set({ changed: { 'label:critic': ['n', '2'] }, singleKeys: true })
    expect(labelShortcuts(labels).map(({ keys }) => keys)).toEqual([
      ['t', '1'],
      ['n', '2'],
      ['3'],
      ['u', '4'],
    ])
    const own = fakeCodebook(12).labels
    const all = labelShortcuts(own).flatMap(({ keys }) => keys)
    expect(new Set(all).size).toBe(all.length)
  })

  test('that stand for what the table does not know any more change nothing', () => {
    keyChoice.set({ changed: { gone: ['j'], constructor: ['k'] }, singleKeys: true })
    expect(shortcuts.next.keys).toEqual(['j', 'ArrowDown'])
  })
})

describe('without single keys', () => {
  test('only combinations, arrows, Enter and Esc do something, and the tips say so', () => {
    keyChoice.set({ changed: {}, singleKeys: false })
    const left = Object.values(shortcuts).flatMap(({ keys }) => keys)
    expect(left.filter((key) => !/^(Mod\+.+|(Shift\+)?Arrow(Up|Down)|Enter|Escape)$/.test(key))).toEqual([])
    expect(shortcuts.palette.keys).toEqual(['Mod+k'])
    expect(labelShortcuts(labels).flatMap(({ keys }) => keys)).toEqual([])
    expect(shownKey(shortcuts.skip.keys[0])).toBe('')
    expect(tip('Skip', shortcuts.skip)).toBe('Skip. Single keys are off.')
  })
})

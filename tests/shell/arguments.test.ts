import { describe, expect, test } from 'vitest'
import { commandIn, projectFileIn } from '../../electron/shell/arguments.ts'

const packed = (...words: readonly string[]) => ({ argv: ['/opt/fair-hearing', ...words], isPackaged: true })
const unpacked = (...words: readonly string[]) => ({
  argv: ['/usr/bin/electron', ...words],
  isPackaged: false,
})

const names = ['import', 'label', 'export', 'stats', 'verify']
const commandOf = (start: Parameters<typeof commandIn>[0]) => commandIn(start, names)

describe('the command among the words the app was started with', () => {
  test('is passed on with what follows it', () => {
    expect(commandOf(packed('label', '--format', 'csv'))).toEqual(['label', '--format', 'csv'])
  })

  test('is found behind the switches that Chromium takes', () => {
    expect(commandOf(packed('--no-sandbox', 'stats', 'a.fairhearing'))).toEqual(['stats', 'a.fairhearing'])
  })

  test('may be a call for help', () => {
    expect(commandOf(packed('--help'))).toEqual(['--help'])
  })

  test('is not there when the app was just started, or given a project', () => {
    expect(commandOf(packed())).toBeNull()
    expect(commandOf(packed('--no-sandbox'))).toBeNull()
    expect(commandOf(packed('/home/ada/import/ward.fairhearing', 'export'))).toBeNull()
  })

  test('comes after the folder of the app in a checkout', () => {
    expect(commandOf(unpacked('--inspect=0', '.', 'verify', 'a.fairhearing'))).toEqual([
      'verify',
      'a.fairhearing',
    ])
    expect(commandOf(unpacked('import'))).toBeNull()
  })
})

describe('the project among the words the app was started with', () => {
  test('is made absolute from the folder the person was in', () => {
    expect(projectFileIn(packed('--no-sandbox', 'ward.fairhearing'), '/home/ada')).toBe(
      '/home/ada/ward.fairhearing',
    )
    expect(projectFileIn(packed('/srv/ward.fairhearing'), '/home/ada')).toBe('/srv/ward.fairhearing')
  })

  test('is not a switch, nor a file of another kind', () => {
    expect(projectFileIn(packed('--x=ward.fairhearing', 'ward.csv'), '/home/ada')).toBeNull()
  })
})

/** The harsh label needs two people, whatever one of them tries. Each row is a way that was tried; add yours to a list. */
import { describe, expect, test } from 'vitest'
import { byMerging } from './ways/by-merging.ts'
import { byOneself } from './ways/by-oneself.ts'
import { bySeeing } from './ways/by-seeing.ts'
import { bySettling } from './ways/by-settling.ts'
import { it } from './ways/histories.ts'

const ways = [...byOneself, ...bySeeing, ...bySettling, ...byMerging]

describe('the label that accuses stands only by two people', () => {
  test.each(ways)('tried: $tried', async ({ run, stands }) => {
    const all = await run()
    expect(all.stands(it)).toBe(stands)
    await all.restart()
    expect(all.stands(it)).toBe(stands)
  })
})

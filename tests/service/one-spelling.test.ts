/** One person is one person in whatever letters the settings of this machine have their name. */
import { expect, test } from 'vitest'
import { inventedIn } from '../support/invented.ts'
import { people } from '../support/people.ts'

test('in the list of who decides, and in the record of what they do, they stand as the project spells them', async () => {
  const all = await people()
  await all.sit('Sam')
  await all.decide(2, 'critic')
  const { call } = all.service()
  await call('settings.update', { coder: 'sAM ' })
  expect(await call('coders.list', {})).toContainEqual({ name: 'Sam', decisions: 1, isMe: true })
  await call('rules.update', { oppositeTest: true })
  const coders = inventedIn(all.service(), all.path).ask((db) =>
    db.all<{ coder: string }>(`select distinct coder from events where kind = 'setting'`),
  )
  expect(coders.map(({ coder }) => coder)).toEqual(['Sam'])
})

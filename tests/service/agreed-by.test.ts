/** Who an export says agreed: those who hold the label now, and nobody who has thought again. */
import { expect, test } from 'vitest'
import { expireLabels } from '../../electron/service/store/expiries.ts'
import { exportRows } from '../../electron/service/store/export-rows.ts'
import { inventedIn } from '../support/invented.ts'
import { type People, people } from '../support/people.ts'

const it = 6

const exported = (all: People) =>
  inventedIn(all.service(), all.path).ask((db) => [...exportRows(db, 'decided')])[0]

async function decided(...given: readonly (readonly [string, string])[]): Promise<People> {
  const all = await people()
  for (const [coder, label] of given) {
    await all.sit(coder)
    await all.decide(it, label)
  }
  return all
}

test('whoever gives the same label is named', async () => {
  const all = await decided(['Priya', 'troll'], ['Sam', 'troll'])
  expect(exported(all)).toMatchObject({ label: 'troll', decidedBy: 'Priya', agreedBy: 'Sam' })
})

test('whoever called it a troll and then a critic is not said to agree to troll', async () => {
  const all = await decided(['Priya', 'troll'], ['Sam', 'troll'], ['Sam', 'critic'])
  expect(exported(all)).toMatchObject({ proposedLabel: 'troll', status: 'disputed', agreedBy: null })
})

test('nobody is said to agree with what they decided before it ended', async () => {
  const all = await decided(['Priya', 'troll'], ['Sam', 'troll'])
  await all.service().call('rules.update', { expiresAfterDays: 1 })
  await all.restart((db) => expireLabels(db, new Date(Date.now() + 3 * 86_400_000)))
  await all.sit('Priya')
  await all.decide(it, 'troll')
  expect(exported(all)).toMatchObject({ proposedLabel: 'troll', status: 'proposed', agreedBy: null })
})

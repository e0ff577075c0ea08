/** ActivityStreams: notes and activities of any server of the fediverse. @source w3.org/TR/activitystreams-core */
import type { ExportFormat } from '../export-format.ts'
import { readActivities } from '../parts/activities.ts'
import { isNote } from '../parts/activity.ts'
import { anyOf } from '../parts/json-any.ts'
import { at, listAt, textAt } from '../parts/json-exact.ts'

const collections = new Set(['Collection', 'CollectionPage', 'OrderedCollection', 'OrderedCollectionPage'])
const activities = new Set(['Create', 'Update', 'Announce'])

export const activityStreams: ExportFormat = {
  id: 'activitystreams',
  title: 'ActivityStreams collection',
  platform: 'activitypub',
  idsWithin: 'platform',
  detect: (head) => {
    // What somebody liked, and whom they follow.
    if (collections.has(textAt(head.json, 'type') ?? '') && hasAddressesOnly(head.json)) return 0.5
    if (collections.has(textAt(head.json, 'type') ?? ''))
      return isOfStreams(head.json) || hasItems(head.json) ? 0.9 : 0
    return anyOf(head, isRecord) ? 0.9 : 0
  },
  parse: (source, sink) => readActivities(source, sink, { owner: null, followers: null }),
}

function isOfStreams(value: unknown): boolean {
  const context = at(value, '@context')
  const all: readonly unknown[] = Array.isArray(context) ? context : [context]
  return all.some((one) => typeof one === 'string' && one.includes('www.w3.org/ns/activitystreams'))
}

function hasAddressesOnly(value: unknown): boolean {
  const items = [...listAt(value, 'orderedItems'), ...listAt(value, 'items')].slice(0, 20)
  return items.length > 0 && items.every((item) => typeof item === 'string')
}

const hasItems = (value: unknown): boolean =>
  [value, at(value, 'first')].some((page) =>
    [...listAt(page, 'orderedItems'), ...listAt(page, 'items')].slice(0, 20).some(isRecord),
  )

function isRecord(value: unknown): boolean {
  const type = textAt(value, 'type') ?? ''
  if (isNote(value)) return isOfStreams(value) || at(value, 'attributedTo') !== undefined
  return activities.has(type) && at(value, 'actor') !== undefined && at(value, 'object') !== undefined
}

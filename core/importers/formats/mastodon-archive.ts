/** Mastodon: the archive of one's own account, outbox.json beside actor.json. @source docs.joinmastodon.org/user/moving */
import type { ExportFormat, Source } from '../export-format.ts'
import { readActivities } from '../parts/activities.ts'
import type { Actor } from '../parts/activity.ts'
import { silent } from '../parts/json-any.ts'
import { at, listAt, textAt } from '../parts/json-exact.ts'
import { readJsonRecords } from '../parts/json-records.ts'

export const mastodonArchive: ExportFormat = {
  id: 'mastodon-archive',
  title: 'Mastodon archive',
  // Its ids are addresses, as everywhere in the fediverse.
  platform: 'activitypub',
  idsWithin: 'platform',
  companions: [/(^|\/)(actor|likes|bookmarks)\.json$/i],
  detect: ({ json }) => {
    if (at(json, 'type') !== 'OrderedCollection' || !Array.isArray(at(json, 'orderedItems'))) return 0
    // The archive's collection has no address, only its own name; and Mastodon's notes a word of their own.
    if (textAt(json, 'id') === 'outbox.json') return 0.97
    return listAt(json, 'orderedItems').slice(0, 20).some(isMastodons) ? 0.93 : 0
  },
  async parse(source, sink) {
    const { owner, followers } = await ownerOf(source)
    await readActivities(source, sink, { owner, followers })
  },
}

const isMastodons = (activity: unknown): boolean =>
  textAt(activity, 'actor') !== null && textAt(activity, 'object', 'atomUri') !== null

interface Owner {
  readonly owner: Actor | null
  readonly followers: string | null
}

/** Whose archive it is says the file beside; without it, the notes name an address. */
async function ownerOf(source: Source): Promise<Owner> {
  const actor = source.beside(/(^|\/)actor\.json$/i)
  let found: Owner = { owner: null, followers: null }
  if (actor === null) return found
  await readJsonRecords(actor, silent, {
    places: [''],
    onRecord({ value }) {
      const name = textAt(value, 'preferredUsername') ?? textAt(value, 'name')
      found = { owner: { id: textAt(value, 'id'), name }, followers: textAt(value, 'followers') }
    },
  })
  return found
}

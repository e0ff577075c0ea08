/** Invented names for people: the same for one author all through a project, another for everybody else. */
import { hash53 } from './text/hash.ts'

/** Birds and plants, none of them also a first name or an insult. One more or less would rename everybody: never change it. */
const things =
  'Alder Aspen Avocet Beech Birch Bittern Brant Bracken Bunting Cedar Chaffinch Chough Clover Cormorant Crane Crossbill Curlew Cypress Dabchick Dipper Dunlin Dunnock Egret Eider Elder Elm Fieldfare Finch Fulmar Gadwall Gannet Garganey Godwit Goldcrest Gorse Goshawk Grebe Gull Harrier Hawthorn Heron Hornbeam Jackdaw Jay Juniper Kestrel Kite Kittiwake Knot Lapwing Larch Lark Linden Linnet Magpie Maple Moorhen Nightjar Nuthatch Oriole Osprey Ouzel Petrel Pine Pintail Pipit Plover Pochard Poplar Quail Rail Raven Redpoll Redstart Redwing Rook Ruff Sanderling Sedge Serin Shearwater Shelduck Siskin Skua Skylark Smew Sorrel Sparrow Spruce Starling Stint Stonechat Swallow Swift Sycamore Teal Tern Thistle Thrush Treecreeper Turnstone Twite Wagtail Warbler Waxwing Wheatear Whimbrel Whinchat Whitethroat Wigeon Willow Wren Yarrow Yew'.split(
    ' ',
  )
const numbers = 999
const rounds = 4

/**
 * "Wren 208". Nobody shares it with another author of the project, and it says nothing of the name it stands for.
 *
 * @param seed of the project: the same author is somebody else in another project
 * @param author whole number from 1, the author's own in the project
 */
export function pseudonym(seed: string, author: number): string {
  const names = things.length
  const block = Math.floor(author / (names * numbers))
  const within = author % (names * numbers)
  // A Feistel network over two unequal halves only moves places about, so that no two authors meet.
  let thing = within % names
  let number = Math.floor(within / names)
  for (let round = 0; round < rounds; round += 1) {
    thing = (thing + hash53(`${seed} ${round} ${number}`)) % names
    number = (number + hash53(`${seed} ${round} ${thing} .`)) % numbers
  }
  return `${things[thing] ?? ''} ${block * numbers + number + 1}`
}

/** Invented comments for tests and for looking at every screen: Harrowmere Hospitals Trust and its Fern ward. */
import type { Band, CommentKind, Evidence, Shares } from '../../../core/records.ts'

export interface FakeComment {
  readonly commentId: number
  readonly threadId: number
  /** Place in the thread, from 0. */
  readonly place: number
  readonly depth: number
  readonly author: string | null
  readonly createdAt: string | null
  readonly text: string
  readonly kind: CommentKind
  readonly likes: number | null
  readonly band: Band
}

type Written = readonly [depth: number, author: string | null, time: string, band: Band, text: string]

const rant = 'And another thing about the car park, the lifts, the letters and the phones. '
  .repeat(131)
  .slice(0, 10_000)

const reportPublished: readonly Written[] = [
  [
    0,
    'Harrowmere Hospitals Trust',
    '12T18:10',
    'neither',
    'Today we have published the independent report into care on Fern ward. We are sorry that it has taken longer than we said it would. The full report is on our website.',
  ],
  [
    1,
    'Rook 5',
    '12T18:21',
    'critic',
    'Lessons will be learned 🙄 They said that in 2014, I’ve still got the leaflet.',
  ],
  [
    2,
    'Harrowmere Hospitals Trust',
    '12T18:33',
    'neither',
    'Hi, we understand your frustration. Please contact our patient experience team.',
  ],
  [
    3,
    'Wren 208',
    '12T18:42',
    'critic',
    'My mum was on Fern ward in February last year. We were told the report would be out in March, then June, then “the summer”. You put it out at ten past six on a Friday. Did you think we wouldn’t notice?\n\nI have asked four times who signed off the delay and had four different answers, not one of them a name. Please don’t send me to the patient experience team again, they’ve been lovely and they know nothing. I’m not being abusive, I’m asking a question, and I’ll keep asking it till somebody with the authority to answer it does.',
  ],
  [
    4,
    'Finch 88',
    '12T18:50',
    'neither',
    'so sorry about your mum. my brother was there the same month, message me if you want to compare letters ❤️',
  ],
  [
    4,
    'Jay 61',
    '12T18:57',
    'unsure',
    'Another keyboard warrior who’s never done a night shift in their life',
  ],
  [5, 'Alder 17', '12T19:04', 'critic', 'I have, on that site, and she’s right to ask.'],
  [
    1,
    'Sanderling 2',
    '13T07:55',
    'critic',
    'My nan was ninety and sharp as a tack. She asked for water for six hours on that ward. I don’t want compensation, I want someone to read it.',
  ],
  [
    2,
    'Gull 330',
    '13T08:20',
    'troll',
    'cry harder. your nan was 90, she had a good run 😂😂 some of us have actual problems to worry about, give it a rest',
  ],
  [
    3,
    'Finch 88',
    '13T08:40',
    'neither',
    'Sanderling please don’t answer this one, it isn’t worth your morning.',
  ],
  [1, 'سويفت 9', '13T09:14', 'unsure', 'كان أبي في ذلك الجناح. انتظرنا الجواب سنة كاملة ولم يتصل بنا أحد.'],
  [
    1,
    'Heron 41',
    '13T10:02',
    'critic',
    'As councillor for Lowgate I have written to the chair twice since July',
  ],
  [
    1,
    '<b>Admin</b>',
    '13T10:30',
    'troll',
    '<img src=x onerror="document.title=\'hit\'"><script>document.title="hit"</script> <a href="javascript:document.title=1">read the truth</a>',
  ],
  [1, null, '13T10:41', 'unsure', '\u202eThis text tries to run backwards over everything beside it. ZẄ̷̢͚̬͈̥́͑͠A̸L̵G̸O'],
  [
    1,
    'Stint 4',
    '13T11:00',
    'neither',
    'It’s the mast on the car park roof. Look up the dates. No paper will touch it',
  ],
  [1, 'Ruff 26', '13T11:20', 'unsure', rant],
]

const echoSite: readonly Written[] = [
  [
    0,
    'Plover 12',
    '12T18:36',
    'critic',
    'Page 34 says the board was told in January. The statement says April. Which is it?',
  ],
  [
    1,
    'Crane 33',
    '13T08:01',
    'critic',
    'Nobody called you an idiot. I said the DECISION was idiotic, there’s a difference',
  ],
  [1, 'Dunlin 140', '12T19:22', 'critic', 'YOU LET HIM DIE AND THEN YOU HID THE REPORT'],
  [
    0,
    'Teal 77',
    '12T20:10',
    'neither',
    'Does anyone know if the outpatients car park is open on Saturdays now',
  ],
  [
    0,
    'Brant 52',
    '13T12:00',
    'critic',
    'Can the page admin stop deleting comments? Mine has gone twice and there was nothing in it',
  ],
  [0, 'Knot 19', '14T09:00', 'neither', 'Well done to the Echo for not letting go of this'],
  [1, 'Tern 95', '14T09:30', 'critic', 'Ten past six on a Friday. TEN PAST SIX'],
]

export const threadTitles = ['Report published', 'Fern ward: what the board knew', 'Board video']
export const threadFiles = ['trust-page.csv', 'echo-site.csv', 'board-video.jsonl']

/** The same comments for the same number: the written ones first, then variations of them. */
export function inventComments(total: number): readonly FakeComment[] {
  const comments: FakeComment[] = []
  for (let thread = 1; comments.length < total; thread += 1) {
    const written = thread === 1 ? reportPublished : thread === 2 ? echoSite : variation(thread)
    for (const [place, one] of written.slice(0, total - comments.length).entries()) {
      const [depth, author, time, band, text] = one
      comments.push({
        commentId: comments.length + 1,
        threadId: thread,
        place,
        depth,
        author,
        createdAt: `2026-09-${time}:00.000Z`,
        text,
        kind: author === 'Harrowmere Hospitals Trust' && depth === 0 ? 'post' : 'comment',
        likes: place % 5 === 4 ? null : (comments.length * 7) % 62,
        band,
      })
    }
  }
  return comments
}

/** The same comments as one thread: branches of so many levels, each answering the one before it. */
export function inventDeep(total: number, levels: number): readonly FakeComment[] {
  return inventComments(total).map((one, at) => ({
    ...one,
    threadId: 1,
    place: at,
    depth: at === 0 ? 0 : 1 + ((at - 1) % levels),
  }))
}

/** A thread of 86 built from what is written above, so that many comments still look like comments. */
function variation(thread: number): readonly Written[] {
  const pool = [...echoSite, ...reportPublished.slice(1, 12)]
  return Array.from({ length: 86 }, (_, place): Written => {
    const [, author, time, band, text] =
      pool[(thread * 7 + place * 5) % pool.length] ?? pool[0] ?? (echoSite[0] as Written)
    const depth = place === 0 ? 0 : (place * 3 + thread) % 6
    return [
      depth,
      author === null ? null : `${author.replace(/ \d+$/, '')} ${(thread * 31 + place) % 900}`,
      time,
      band,
      text,
    ]
  })
}

const shares: Readonly<Record<Band, Shares>> = {
  critic: { critic: 0.86, neither: 0.1, troll: 0.04 },
  neither: { critic: 0.14, neither: 0.8, troll: 0.06 },
  troll: { critic: 0.06, neither: 0.05, troll: 0.89 },
  unsure: { critic: 0.41, neither: 0.35, troll: 0.24 },
}

export function sharesOf(band: Band): Shares {
  return shares[band] ?? {}
}

const telling = {
  critic: [
    'asked four times',
    'who signed off',
    'asking a question',
    'Which is it',
    'written to the chair',
    'stop deleting',
  ],
  troll: ['know nothing', 'cry harder', 'give it a rest', 'keyboard warrior'],
} as const

export function evidenceIn(text: string): readonly Evidence[] {
  return (['critic', 'troll'] as const).flatMap((towards) =>
    telling[towards].flatMap((words) => {
      const start = text.indexOf(words)
      return start < 0 ? [] : [{ start, end: start + words.length, towards, weight: 1 }]
    }),
  )
}

/**
 * Where slurs stand in a text, for a person who wants them covered. It is no judgement: the model does not read this
 * list, and a comment with such a word may be anything, also one that reports it.
 *
 * The list is English, short and not complete. It has words that are hardly ever said without meaning to hurt a group,
 * and leaves out those with a harmless use of their own. It is kept as hashes of the words as the tokenizer folds them
 * (case, accents, full-width and decorative letters, drawn-out letters), so that neither this file nor a search in it
 * spells them out.
 */
import { Tokens, tokenKind } from './tokenize.ts'

const hashes: ReadonlySet<number> = new Set(
  `
q6rqx 1wa97i 250c6y 2ariqd 3apq34 50uaa5 5h13uc 5kl94a 5kq7nl 6ichpm 81q8rh 8fmtkf 8ze58x 9epqb5 a1y2su a8jkaf
akzob1 c4mdmo cjpb2n clvtc6 d135gb e4iz3o ef5xo7 eyuhx2 f21dxw f79hgw hzmblb jclsop jq9dkn l7h8ha lkin7j lqdjfr
m3xjrd m9pasl odwv64 otiurq q3ld0h q7celv reddm0 rkfry0 rn0u92 s2vhx0 s7464s sejok6 si38be srjr1a ttk60e twlw3p
vhj70f w1l9s4 x7il7x xfur5q xgwqzk xrob1x ydf5tp yhn7h1 yy78ri yzxcka z7qbdq ze6d0t 105ktmv 10yk36d 10yzs8e 11pq0z7
11sx6ip 13vu6ye 157bpup 15fvo3p 15wv286 161gpzq 16jf6u5 178w8xt 17te2dv 18kg7af 19mj789 1b8tnwu 1bhgadp 1bvftda
1bxbdau 1cn6b59 1ddoja5 1e2pgbp 1eh4j17 1ercxax 1ezko0n 1g0mo6i 1g0owtg 1gepina 1gz1sbg 1h133ga 1h8014f 1ihhxdj
1jil6h5 1jlycjm 1k1dzv9 1kkzf58 1kloy5a 1lcacsh 1le2orm 1m9v238 1mil4fy 1mmxzlf 1mzzw5e 1nwu4ve 1o3jfo9 1ogqgnx
1ongl9g 1oy6sy6 1p1uv49 1px4hlw 1q5h00q 1qp8t09 1rsrgfv 1s6uih8 1sm6vk3 1t2mg9e 1tubxve 1ubmu64 1um3b1v 1uuyz6s
1ux1amq 1v7p2w2 1vngl4n 1vnkad1 1wfnhou 1wktobu 1x6y0cl 1xdc9hc 1xifnkp 1ycbij3
`
    .trim()
    .split(/\s+/)
    .map((hash) => Number.parseInt(hash, 36) | 0),
)

const tokens = new Tokens()

/** A text is read up to here: what is behind it, nobody has in view with the rest. UTF-16 units. */
const longestRead = 200_000

/** @returns UTF-16 offsets of whole words, in order, none over another */
export function slurRanges(text: string): readonly { readonly start: number; readonly end: number }[] {
  tokens.read(text.length > longestRead ? text.slice(0, longestRead) : text)
  const found: { readonly start: number; readonly end: number }[] = []
  for (let row = 0; row < tokens.count; row += 1) {
    if (tokens.kind[row] !== tokenKind.word || !hashes.has(tokens.hash[row] ?? 0)) continue
    found.push({ start: tokens.start[row] ?? 0, end: tokens.end[row] ?? 0 })
  }
  return found
}

/** Letters of other alphabets that look like Latin ones. */

/** Cyrillic and Greek, each letter beside the Latin ones that it is taken for. */
const pairs: readonly (readonly [others: string, latin: string])[] = [
  // Cyrillic
  ['авекмнорстухіјѕһԁԛԝӏьг', 'aBekMHopcTyxijshdqwlbr'],
  ['АВЕКМНОРСТУХІЈЅҺԌԚԜӀЬ', 'ABEKMHOPCTYXIJShGQWlb'],
  // Greek
  ['αγικνορτυχ', 'ayiknoptux'],
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
]

/** From the letter to the Latin one that it looks like. */
export const lookAlikes: ReadonlyMap<string, string> = new Map(
  pairs.flatMap(([others, latin]) => {
    const looks = [...latin]
    return [...others].map((letter, at) => [letter, looks[at] ?? letter] as const)
  }),
)

/** Latin letters that look like one of another alphabet: hidden in a word of that alphabet they are as false. */
export const alikeLatin: ReadonlySet<string> = new Set(lookAlikes.values())

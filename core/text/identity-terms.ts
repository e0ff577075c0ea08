/**
 * Words that name a group of people. They are read as one and the same word, so that the model cannot learn that
 * naming a group is trolling. Slurs are not here: they are meant to hurt and the model may know them.
 */
const terms = `
african africans afro aboriginal aboriginals arab arabs arabic asian asians black blacks brown caucasian chinese cuban cubans
european europeans filipino filipinos gypsy gypsies haitian haitians hispanic hispanics hindu hindus indian indians indigenous
iranian iranians iraqi iraqis irish israeli israelis italian italians japanese korean koreans latina latinas latino latinos
latinx mexican mexicans native natives nigerian nigerians pakistani pakistanis palestinian palestinians polish romani roma
russian russians somali somalis syrian syrians turk turks turkish ukrainian ukrainians vietnamese white whites
atheist atheists buddhist buddhists catholic catholics christian christians christianity islam islamic jew jewish jews judaism
mormon mormons muslim muslims protestant protestants sikh sikhs
bisexual bisexuals cis cisgender gay gays heterosexual heterosexuals homosexual homosexuals homosexuality intersex lesbian
lesbians lgbt lgbtq lgbtqia nonbinary pansexual queer queers trans transgender transgendered transsexual transsexuals
female females feminist feminists male males woman women womens women's woman's
autistic blind deaf disabled elderly paralyzed wheelchair
immigrant immigrants migrant migrants refugee refugees foreigner foreigners
`

/** Lower case, accents off. */
export const identityTerms: readonly string[] = terms.trim().split(/\s+/)

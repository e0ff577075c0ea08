/**
 * Sentences made from patterns of our own, in which the same harsh words once hit a person and once a thing, or are
 * only reported. The collected sets hardly have the second kind, so a model without these takes the words alone
 * for trolling. Nothing is measured on them.
 */
import { createRandom, type Random } from '../../core/random.ts'
import type { Example } from './read-examples.ts'

const perLabel = { troll: 1200, critic: 1600, neither: 1200 } as const
const seed = 20_261_122

const list = (words: string): readonly string[] => words.split(',').map((word) => word.trim())

const parts: Readonly<Record<string, readonly string[]>> = {
  insult: list(
    'idiot, moron, imbecile, liar, loser, clown, coward, fool, pig, scumbag, retard, bitch, whore, cunt, asshole, dumbass, bastard, prick, twat, wanker, jerk, hypocrite, parasite, freak, creep, snowflake, troll, crook, bully, thug',
  ),
  rude: list(
    'stupid, idiotic, moronic, dumb, pathetic, ridiculous, disgusting, ignorant, useless, worthless, lazy, clueless, brainless, incompetent, shameful, disgraceful, absurd, ludicrous, crazy, insane, rotten, cowardly, dishonest, corrupt, crappy, shitty, fucking stupid, bloody stupid, damn stupid',
  ),
  thing: list(
    'decision, policy, rule, plan, idea, law, report, answer, argument, article, headline, letter, form, website, app, queue, service, system, price, fee, schedule, meeting, budget, cut, contract, road, bus route, timetable, design, proposal, excuse, speech, survey, inquiry, refund process, waiting list, complaint procedure, opening hours, update',
  ),
  failure: list(
    'joke, farce, shambles, mess, disgrace, scandal, failure, waste of money, waste of time, load of rubbish, load of garbage, pile of crap, load of bullshit, insult to patients, insult to everyone who pays for it, cover-up, catastrophe, disaster',
  ),
  body: list(
    'council, board, hospital, trust, company, airline, bank, school, ministry, government, committee, management, department, university, newspaper, railway, editor, mayor, senator, minister, manager',
  ),
  wrong: list(
    'lied to us, ignored every letter, hid the figures, broke its promise, wasted our money, deleted my question, lost my file, kept us waiting for hours, never called back, closed the office without a word, charged me twice, let people suffer, let the patient die, buried the findings, knew and did nothing, failed the children, refuses to answer, blames everyone else',
  ),
  group: list('women, muslims, immigrants, gays, jews, black people, white people, foreigners, refugees'),
  animal: list(
    'animals, vermin, cockroaches, rats, parasites, subhuman, filth, garbage, trash, scum, a disease',
  ),
  harm: list(
    'die, drop dead, choke, rot in hell, kill yourself, get cancer, get hit by a bus, burn in hell, get raped, be shot',
  ),
  kind: list('lovely, great, helpful, kind, wonderful, friendly, quick, nice, brilliant'),
  place: list('library, clinic, park, pool, museum, station, market, town hall, car park, school gate, cafe'),
  day: list('Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday, tomorrow, tonight, next week'),
  name: list('Sam, Maria, Ahmed, Li, Kofi, Anna, Tom, Priya, Elena, Grace'),
}

const patterns = {
  troll: [
    'You are {insult:a}.',
    "You're {insult:a} and you know it.",
    'You {rude} {insult}.',
    'What {insult:a} you are.',
    'Only {insult:a} would write that.',
    'Shut up, {insult}.',
    'Shut your mouth, you {rude} {insult}.',
    '{name} is {insult:a}.',
    'He is a complete {insult}.',
    'She is nothing but {insult:a}.',
    'You are all {insult}s.',
    '{insult}s like you ruin everything.',
    'You are too {rude} to understand this.',
    'Your mother must be so proud of such {insult:a}.',
    'I hope you {harm}.',
    'You should {harm}.',
    'Go {harm}, {insult}.',
    '{group} are {animal}.',
    'All {group} should {harm}.',
    'People like you are {animal}.',
    'You people are {animal}.',
    'That {name} from the {body} is {insult:a}.',
    'Look at the {rude} {insult} who wrote this.',
    'Nobody asked {insult:a} like you.',
    'We know where you live, {insult}.',
    'Cry more, {insult}.',
  ],
  critic: [
    'The {thing} is {rude}.',
    'That was {rude:a} {thing}.',
    'What {rude:a} {thing}.',
    'This {thing} is a {failure}.',
    'What a {failure} this {thing} is.',
    'Who thought this {rude} {thing} was a good idea?',
    'I called the {thing} {rude}, not you.',
    'I never called you {insult:a}, I said the {thing} is {rude}.',
    'I did not say you are {insult:a}. I said the {thing} was {rude}.',
    'No one said you were {insult:a}.',
    'Please stop calling people {insult}s.',
    'Calling us {insult}s does not answer the question.',
    'He called me {insult:a} because I asked about the {thing}.',
    'I was told I am {insult:a} for asking. That is no answer.',
    "It isn't right to call anyone {insult:a}.",
    'I feel like {insult:a} for trusting the {body}.',
    'Nobody should have to read "{insult}" under an article.',
    '"{insult}", that is how the {body} talks about us.',
    'They call us {insult}s and we pay for it.',
    'The {body} called my mother {insult:a}. We want an apology.',
    'I was called "{insult}" here yesterday and it hurt.',
    'Somebody wrote "{insult}" on our door and the {body} did nothing.',
    'The {body} {wrong}.',
    'The {body} {wrong} and nobody has said sorry.',
    'Shame on the {body}: it {wrong}.',
    'You {wrong:past}. I want an answer.',
    'You {wrong:past} and now you call it a {failure}?',
    'I am furious: the {body} {wrong}.',
    'The {body} {wrong}. Resign.',
    'How can the {body} defend this {rude} {thing}?',
    'I disagree, the {thing} is a {failure}.',
    'Your {thing} is a {failure} and you know it.',
    'Sorry, but your {thing} is {rude}.',
    'It is {rude} to treat {group} like this.',
    'Nobody should call {group} {animal}.',
    'As one of the {group} here I think the {thing} is unfair.',
    'Worst {thing} I have ever seen, thanks for nothing.',
    'I waited three hours and the {thing} is still broken.',
    'The {thing} needs to be fixed, it does not work.',
    'The {thing} was better before.',
    'Why does the {body} never answer? It {wrong}.',
    'Fuck this {thing}, it is a {failure}.',
  ],
  neither: [
    'Thank you, the {body} was {kind}.',
    'The {place} opens on {day}.',
    'When does the {place} open on {day}?',
    'Does anyone know how to get to the {place}?',
    'Happy birthday, {name}!',
    'See you at the {place} {day}.',
    'My neighbour {name} works at the {place}.',
    'Everyone at the {place} was so {kind} to us.',
    '{name} and I went to the {place} last {day}.',
    'Is the {thing} on {day} or the day after?',
    'Here is the link to the {thing}.',
    'The {body} will publish the {thing} on {day}.',
    'I live near the {place}.',
    'What a {kind} idea, {name}!',
    'Congratulations to {name} and the team.',
    'We are {group} from the town and we meet at the {place}.',
    'I think the {thing} was approved on {day}.',
    'Can someone send me the {thing}?',
    'The blood test takes ten minutes at the {place}.',
    '{name}, the nurses and the {body} were {kind}.',
  ],
} as const satisfies Record<keyof typeof perLabel, readonly string[]>

/** The same sentences every time. */
export function makeContrasts(): readonly Example[] {
  const random = createRandom(seed)
  return (['troll', 'critic', 'neither'] as const).flatMap((label) =>
    Array.from(
      { length: perLabel[label] },
      (): Example => ({
        source: 'contrasts',
        label,
        split: 'train',
        text: fill(pick(patterns[label], random), random),
      }),
    ),
  )
}

function fill(pattern: string, random: Random): string {
  const filled = pattern.replaceAll(/\{(\w+)(?::(\w+))?\}/g, (_, part: string, form: string | undefined) => {
    const word = pick(parts[part] ?? [], random)
    if (form === 'a') return /^[aeiou]/.test(word) ? `an ${word}` : `a ${word}`
    return form === 'past' ? word.replace('its promise', 'your promise').replace('refuses', 'refuse') : word
  })
  const sentence = filled.charAt(0).toUpperCase() + filled.slice(1)
  return random() < 0.3 ? sentence.replace(/[.!]$/, '') : sentence
}

const pick = (words: readonly string[], random: Random): string =>
  words[Math.floor(random() * words.length)] ?? ''

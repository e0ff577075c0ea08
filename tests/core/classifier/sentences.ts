/** Invented sentences that the shipped starter is held to, each with the reason for its label. */

export interface Sentence {
  readonly text: string
  readonly because: string
}

const listed = (pairs: readonly (readonly [string, string])[]): readonly Sentence[] =>
  pairs.map(([text, because]) => ({ text, because }))

/** Angry, rude, sarcastic, quoting, despairing: none of them may be suggested as troll. */
export const criticSentences: readonly Sentence[] = listed([
  ['I disagree with you.', 'disagreement is criticism, and no attack'],
  ['Shame on you all, you let him die and then you hid the report.', 'accuses of acts, however harshly'],
  ['Nobody called you an idiot, I said the decision was idiotic.', 'the harsh word is for the decision'],
  ['You should be ashamed of yourselves.', 'reproach for what was done'],
  ['This is the worst hospital in the country and the board should resign.', 'judges a service'],
  [
    'You are lying to us again. The minutes say the ward was closed in March.',
    'accuses of an act, with its evidence',
  ],
  ['What a load of crap this report is.', 'rude about a document'],
  ['I waited nine hours and nobody even looked at me. Disgraceful.', 'complains about a service'],
  ["The manager's answer was rubbish and everyone in the room knew it.", 'judges an answer'],
  ['Why was my question deleted? I asked politely three times.', 'asks about an act'],
  ['This fucking parking system ate my money again.', 'swears at a machine'],
  ['Your policy is killing people and you know it.', 'judges a policy'],
  ['Stop hiding behind your spokesman and answer the question!!', 'demands an answer'],
  [
    'I am a gay Muslim woman and I think the chaplaincy should be open to all.',
    'naming a group attacks nobody',
  ],
  ['The nurses were wonderful but the waiting list is a scandal.', 'praises people and judges a list'],
  ['How dare you call this a consultation?', 'judges a procedure'],
  ['Sick of the excuses. Resign.', 'a call to resign is criticism of an office'],
  ["The trust's accounts are nonsense, someone cooked the books.", 'accuses of an act'],
  ["I don't believe a word the chief executive says.", 'doubts statements'],
  ['Typical management waffle, not one straight answer.', 'judges an answer'],
  ['My father died on that ward and you sent us a leaflet about parking.', 'grief about an act'],
  ['You people never read the letters we send, do you?', 'reproach for what was not done'],
  ['That is a stupid rule and it hurts the people it is meant to protect.', 'the harsh word is for a rule'],
  ['Bullshit. The figures on page nine do not add up.', 'swears at a claim'],
  ['"Idiots" is what your receptionist called us. I want an apology.', 'quotes abuse to complain of it'],
  ['Being black should not mean that nobody listens to your pain.', 'speaks up for a group'],
  ['As a disabled veteran I find the new entrance a bad joke.', 'judges a building'],
  ['Well done, another consultation that nobody was told about. Brilliant.', 'sarcasm about an act'],
  ['WHY DOES NOBODY ANSWER THE PHONE???', 'shouting is no attack'],
  ['I am disgusted by how you treated the night staff.', 'disgust at an act'],
  ['You promised us a new scanner in 2019. Where is it?', 'holds to a promise'],
  ['The article is biased and leaves out what the coroner said.', 'judges an article'],
  ['I hate this website. Three clicks to find a phone number!', 'hates a thing'],
  ['Damn it, fix the lift. My mother has to climb four floors.', 'swears and asks for a repair'],
  ['Your argument is weak: one bad winter is no trend.', 'judges an argument'],
  ['Women have complained about that doctor for years and you did nothing.', 'accuses of not acting'],
  ['So the chief gets a bonus and the porters get a pay cut. Sickening.', 'judges a decision on pay'],
  ['I told you this would happen, and I will tell you again next year.', 'warns of an outcome'],
  ['You killed the bus route that my kids take to school. Bring it back.', 'the killing is of a bus route'],
  ['It is insane that a town of forty thousand has no dentist.', 'the harsh word is for a state of things'],
  ['Sorry, but this is garbage journalism and you can do better.', 'judges a piece of work'],
  [
    'He was called a monkey on your forum and your moderators did nothing.',
    'reports abuse to complain of it',
  ],
  ['Hell of a way to run a clinic.', 'judges how a clinic is run'],
  ['This makes me so angry I could scream.', 'anger at a thing, aimed at nobody'],
  ['Whoever signed off this contract owes every taxpayer an explanation.', 'demands an account of an act'],
  ['Please stop calling each other morons, it is a thread about buses.', 'objects to abuse'],
  ['I never said the nurse was stupid, I said the form was.', 'denies an insult'],
  ["Can't believe they have the nerve to send me a survey after that night.", 'judges an act'],
  ["It's a bloody disgrace. Twelve weeks for a blood test.", 'swears at a delay'],
  ['Absolute shambles from start to finish, and I have the emails to prove it.', 'judges a procedure'],
  [
    'Someone wrote "go and die" under my post and you left it up for a week.',
    'quotes a threat to complain of it',
  ],
  ['With respect, the chairman is wrong about the dates.', 'disagrees about a fact'],
  ['Is this what we pay council tax for? A fountain that does not work?', 'judges spending'],
  ['See you at the tribunal.', 'announces a lawful step'],
])

/** Attacks, threats and insults. */
export const trollSentences: readonly Sentence[] = listed([
  ["You're an idiot and everybody hates you.", 'insults the reader'],
  ['Go kill yourself you worthless piece of trash.', 'urges to die, and insults'],
  ['Shut up, you stupid fat cow.', 'insults looks and mind'],
  ['You people are vermin and should be put down.', 'calls people vermin'],
  ['What a moron. Did your mother drop you on your head?', 'insults a person'],
  ['I hope you get cancer and die.', 'wishes harm'],
  ['All of you nurses are lazy sluts.', 'insults a group'],
  ['Crawl back under your rock, loser.', 'demeans a person'],
  ['Nobody wants to hear from a retard.', 'insults with a slur'],
  ['Dumb bitch, go back to the kitchen.', 'insults a woman as a woman'],
  ['You pathetic little clown, cry more.', 'demeans and baits'],
  ['Muslims are animals and they should all be deported.', 'calls a group animals'],
  ['Hang the bastard and his whole family.', 'calls for violence'],
  ['Fuck you and fuck your dead father.', 'abuses the bereaved'],
  ['You are a disgusting pig and your kids are ugly too.', 'insults a person and children'],
  ['Another whining snowflake. Grow a pair, you sissy.', 'demeans a person'],
  ['Someone should shoot this scumbag.', 'calls for violence'],
  ['lol what an ugly hag, who would touch that', 'insults looks'],
  ['Gays are a disease.', 'calls a group a disease'],
  ['You are too dumb to breathe, do us all a favour and stop.', 'wishes death, and insults'],
  ['Shut your filthy mouth, whore.', 'insults a person'],
  ['The author is a brain dead cretin.', 'insults the author, not the article'],
  ['Haha she got what she deserved, stupid cunt.', 'gloats and insults'],
  ['You are nothing, you always were nothing, you fat loser.', 'demeans a person'],
  ['Kys.', 'urges to die'],
  ['Your mother should have aborted you.', 'wishes a person away'],
  ['Only a complete imbecile could write this garbage, you moron.', 'insults the writer'],
  ['Immigrants are filth, send them all back.', 'calls a group filth'],
  ['I know where you live, coward, watch your back.', 'threatens'],
  ['You ignorant piece of shit.', 'insults a person'],
  ['The mayor is a whore and his wife is a pig.', 'insults persons, not acts'],
  ['Get lost, you sh*t-eating f***ing creep.', 'insults behind stars'],
  ['You absolute muppet, are you really that thick?', 'insults a mind'],
  ['Women are too stupid to vote.', 'demeans a group'],
  ['Look at this clown, what a pathetic excuse for a man.', 'demeans a person'],
  ['ＹＯＵ ＡＲＥ ＡＮ ＩＤＩＯＴ', 'an insult in full-width letters'],
  ['Shut up nobody likes you freak', 'demeans a person'],
  ['What a bunch of inbred morons you all are.', 'insults a group'],
  ['You disgusting old witch, drop dead.', 'insults and wishes death'],
  ['Jews control everything, they are rats.', 'calls a group rats'],
])

/** No criticism and no attack. */
export const neitherSentences: readonly Sentence[] = listed([
  ['Thanks to everyone who came on Saturday, it was lovely.', 'thanks'],
  ['When does the car park open?', 'a question'],
  ['The meeting is on Tuesday at seven in the town hall.', 'news'],
  ['Does anyone know if the blood test clinic takes walk-ins?', 'a question'],
  ['Happy birthday to the whole team!', 'a wish'],
  ['I live near Fern ward and walk past it every day.', 'tells something'],
  ['See you all there.', 'a greeting'],
  ['My daughter was born here and the midwives were so kind.', 'praise'],
  ['Photos from the summer fair are on the website now.', 'news'],
  ['I am a lesbian and I work as a nurse.', 'naming a group attacks nobody'],
])

const textsOf = (list: readonly Sentence[]): readonly string[] => list.map(({ text }) => text)

export const critics: readonly string[] = textsOf(criticSentences)
export const trolls: readonly string[] = textsOf(trollSentences)
export const neithers: readonly string[] = textsOf(neitherSentences)

/** Words that carry grammar and little else. Alone they never stand for a reason. */
const words = `
a about after again all also am an and any are aren't as at be because been before being but by can can't could couldn't did
didn't do does doesn't doing don't down during each else even ever every few for from further get gets getting go goes going
got had hadn't has hasn't have haven't having he he'd he'll he's her here here's hers herself him himself his how i i'd i'll
i'm i've if in into is isn't it it's its itself just let let's like made make makes many may maybe me might more most much my
myself never no nor not now of off on once one only or other our ours ourselves out over own perhaps put really s same say says
said see seem seems shall she she'd she'll she's should shouldn't so some such t than that that's the their theirs them
themselves then there there's these they they'd they'll they're they've thing things this those through to too under until up
upon us very was wasn't we we'd we'll we're we've well were weren't what what's when where which while who who's whom whose
why will with within without won't would wouldn't yes yet you you'd you'll you're you've your yours yourself yourselves u ur
im dont cant wont isnt arent didnt doesnt thats its youre theyre ive re ll ve d m
`

/** Lower case, with straight apostrophes, as `Tokens.textAt` gives them. */
export const functionWords: ReadonlySet<string> = new Set(words.trim().split(/\s+/))

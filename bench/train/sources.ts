/** The sets the starter can be trained on, and what their licences allow. */

export interface Source {
  /** The file is `<name>.csv.gz`. */
  readonly name: string
  readonly origin: string
  readonly licence: string
  readonly allowsAnyUse: boolean
  readonly about: string
}

export const sources: readonly Source[] = [
  {
    name: 'airline_complaints',
    origin: 'CrowdFlower, Twitter US Airline Sentiment',
    licence: 'CC BY-NC-SA 4.0',
    allowsAnyUse: false,
    about: 'complaints to airlines',
  },
  {
    name: 'civil_comments',
    origin: 'ipavlopoulos/toxic_spans',
    licence: 'CC0',
    allowsAnyUse: true,
    about: 'comments on news sites that raters called toxic, with votes on where',
  },
  {
    name: 'fox_news_comments',
    origin: 'sjtuprog/fox-news-comments',
    licence: 'MIT',
    allowsAnyUse: true,
    about: 'threads under ten news articles',
  },
  {
    name: 'legislator_tweets',
    origin: 'pablobarbera/incivility-sage-open (Theocharis et al. 2020)',
    licence: 'GPL-3.0',
    allowsAnyUse: true,
    about: "citizens' tweets at members of the US Congress",
  },
  {
    name: 'reddit_cad',
    origin: 'Contextual Abuse Dataset 1.1 (Vidgen et al. 2021)',
    licence: 'CC BY 4.0',
    allowsAnyUse: true,
    about: 'Reddit, judged by experts in context',
  },
  {
    name: 'reddit_cmv',
    origin: 'UKPLab/naacl2018-before-name-calling-habernal-et-al',
    licence: 'Apache-2.0',
    allowsAnyUse: true,
    about: 'r/changemyview: removed by moderators for rudeness, or a winning argument',
  },
  {
    name: 'reddit_goemotions',
    origin: 'GoEmotions (Demszky et al. 2020)',
    licence: 'Apache-2.0 and CC BY 4.0',
    allowsAnyUse: true,
    about: 'Reddit; disapproval and disappointment against other, non-angry emotions',
  },
  {
    name: 'reddit_misogyny',
    origin: 'ellamguest/online-misogyny-eacl2021 (Guest et al. 2021)',
    licence: 'MIT',
    allowsAnyUse: true,
    about: 'Reddit threads',
  },
  {
    name: 'sfu_ctc',
    origin: 'SFU Constructiveness and Toxicity Corpus',
    licence: 'CC BY-NC-SA 4.0',
    allowsAnyUse: false,
    about: 'comments on a Canadian newspaper, judged constructive or toxic',
  },
  {
    name: 'surge_toxicity',
    origin: 'surge-ai/toxicity',
    licence: 'MIT',
    allowsAnyUse: true,
    about: 'several social media',
  },
  {
    name: 'tweets_davidson',
    origin: 't-davidson/hate-speech-and-offensive-language (Davidson et al. 2017)',
    licence: 'MIT',
    allowsAnyUse: true,
    about: 'tweets, hateful or neither; the class "offensive" is left out',
  },
  {
    name: 'ucc',
    origin: 'Unhealthy Comments Corpus (Price et al. 2020)',
    licence: 'CC BY-NC-SA 4.0',
    allowsAnyUse: false,
    about: 'comments on a Canadian newspaper, with eight attributes',
  },
  {
    name: 'wikipedia_cat',
    origin: 'ipavlopoulos/context_toxicity',
    licence: 'Apache-2.0',
    allowsAnyUse: true,
    about: 'talk pages, a random sample: what ordinary traffic looks like',
  },
  {
    name: 'wikipedia_jigsaw',
    origin: 'samples of the Jigsaw 2018 training data; conversationai/unintended-ml-bias-analysis',
    licence: 'CC0 and CC BY 4.0 (comments CC BY-SA 3.0)',
    allowsAnyUse: true,
    about: 'talk pages, toxic or not',
  },
]

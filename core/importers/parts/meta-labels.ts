/**
 * Comments of the downloads that Facebook and Instagram give since 2024: of each record a list of labels, in the
 * person's language, and of values. @source facebook.com/help, accountscenter.instagram.com, "Download your information"
 */
import type { Found } from '../export-format.ts'
import type { Head } from '../head.ts'
import { plainName } from '../names.ts'
import { at, isObject, listAt, numberAt, textAt } from './json-exact.ts'
import { mendLatin1 } from './mojibake.ts'

const entriesLookedAt = 50

/** What other lists of the download are made of too: reactions, saved posts, searches. */
export const isLabelled = (entry: unknown): boolean => Array.isArray(at(entry, 'label_values'))

/** @returns how sure it is, in [0, 1], that these are comments, and of that platform */
export function rateLabelled(head: Head, platform: 'facebook' | 'instagram'): number {
  const entries = labelledIn(head.json).slice(0, entriesLookedAt)
  if (entries.length === 0 || platformOf(head) !== platform) return 0
  if (entries.some((entry) => pairsIn(entry).some(({ label }) => commentLabels.has(label)))) return 0.95
  // In a language that is not known here: files have English names in all of them.
  const saysSo = /comment/i.test(`${head.folder}/${head.name}`)
  return saysSo && entries.some((entry) => wordsIn(entry).length > 0) ? 0.8 : 0
}

/** Where they stand: alone in a list, or under names. */
export function labelledPlaces(json: unknown): readonly string[] {
  if (Array.isArray(json)) return ['*']
  return listsIn(json).flatMap(([name, list]) => (list.some(isLabelled) ? [`${name}.*`] : []))
}

/** Takes the records of one file, in order. Texts are as garbled as the file has them. */
export interface LabelReader {
  readonly read: (entry: unknown) => Pick<Found, 'id' | 'author' | 'time' | 'url'> & {
    readonly text: string | null
  }
}

export function createLabelReader(): LabelReader {
  const texts = new Map<string, string>()
  let learnt: string | null = null
  const textIn = (entry: unknown): string | null => {
    const known = pairsIn(entry).find(({ label }) => commentLabels.has(label))
    if (known !== undefined) return known.value
    const words = wordsIn(entry)
    const sentence = words.find(({ value }) => !couldBeName(value))
    if (words.length > 1) learnt ??= sentence?.label ?? null
    return (words.find(({ label }) => label === learnt) ?? sentence ?? words[0])?.value ?? null
  }
  /** The record's own; should it ever name what was commented on, no comment is lost for it. */
  const idOf = (entry: unknown, text: string): string | null => {
    const id = textAt(entry, 'fbid')
    if (id === null) return null
    const before = texts.get(id)
    if (before === undefined && texts.size < mostIds) texts.set(id, text)
    return before === undefined || before === text ? id : null
  }
  return {
    read(entry) {
      const text = textIn(entry)
      const author = pairsIn(entry).find(({ label }) => authorLabels.has(label))
      return {
        text,
        id: text === null ? null : idOf(entry, text),
        author: author?.value ?? null,
        time: timeIn(entry),
        url:
          listAt(entry, 'label_values')
            .map((one) => textAt(one, 'href'))
            .find((link) => link !== null) ?? null,
      }
    },
  }
}

const mostIds = 200_000

interface Pair {
  /** As `plainName` writes it. */
  readonly label: string
  readonly value: string
}

/** Labels with a text that is no link. What is a list or stands a level deeper is about somebody or something else. */
function pairsIn(entry: unknown): readonly Pair[] {
  return listAt(entry, 'label_values').flatMap((one) => {
    const [label, value] = [textAt(one, 'label'), at(one, 'value')]
    if (label === null || typeof value !== 'string' || value.trim() === '') return []
    if (textAt(one, 'href') !== null || /^https?:\/\/\S*$/.test(value)) return []
    return [{ label: plainName(mendLatin1(label) ?? label), value }]
  })
}

const wordsIn = (entry: unknown): readonly Pair[] =>
  pairsIn(entry).filter(({ label }) => !authorLabels.has(label) && !otherLabels.has(label))

function timeIn(entry: unknown): string | null {
  const own = textAt(entry, 'timestamp')
  if (own !== null && own !== '0') return own
  const told = listAt(entry, 'label_values').find((one) => (numberAt(one, 'timestamp_value') ?? 0) > 0)
  return textAt(told, 'timestamp_value')
}

function listsIn(json: unknown): readonly (readonly [string, readonly unknown[]])[] {
  if (!isObject(json)) return []
  return Object.keys(json).flatMap((name) =>
    /^\w{1,100}$/.test(name) && Array.isArray(at(json, name)) ? [[name, listAt(json, name)] as const] : [],
  )
}

const labelledIn = (json: unknown): readonly unknown[] =>
  (Array.isArray(json) ? json : listsIn(json).flatMap(([, list]) => list.slice(0, entriesLookedAt))).filter(
    isLabelled,
  )

function platformOf({ text, folder, name, json }: Head): 'facebook' | 'instagram' {
  if (/\binstagram\.com/.test(text) || /instagram/i.test(`${folder}/${name}`)) return 'instagram'
  if (/\bfacebook\.com/.test(text) || /facebook/i.test(folder)) return 'facebook'
  const labels = labelledIn(json).slice(0, entriesLookedAt).flatMap(pairsIn)
  return labels.some(({ label }) => ownerLabels.has(label)) ? 'instagram' : 'facebook'
}

/** As the names of users are written there. */
const couldBeName = (text: string): boolean => /^[\w.]{1,30}$/.test(text)

const plainNames = (list: string): ReadonlySet<string> => new Set(list.split('|').map(plainName))

/** What the downloads call a comment, in the languages that they are given in. */
export const commentLabels = plainNames(
  'Comment|Comment text|Kommentar|Kommentartext|Commentaire|Comentario|Comentário|Commento|Opmerking|Reactie|Komentarz|' +
    'Yorum|Комментарий|Коментар|تعليق|التعليق|评论|留言|コメント|댓글|टिप्पणी|תגובה|Komentar|Kommentti|Komentář|' +
    'Bình luận|ความคิดเห็น|Σχόλιο|Hozzászólás',
)
export const ownerLabels = plainNames(
  'Media Owner|Medieninhaber|Medieninhaberin|Medienbesitzer|Eigentümer des Mediums|Inhaber des Mediums|' +
    'Propriétaire du média|Propietario del contenido multimedia|Propietario del archivo multimedia|' +
    'Proprietário da mídia|Proprietario del contenuto multimediale|Media-eigenaar|Eigenaar van media|Medya Sahibi',
)
const authorLabels = plainNames(
  'Author|Autor|Autorin|Verfasser|Verfasserin|Auteur|Autore|Autora|Yazar|Автор|作者|المؤلف',
)
const otherLabels = new Set([
  ...ownerLabels,
  ...plainNames('Username|Name|Group|Gruppe|Groupe|Grupo|Benutzername|URL'),
])

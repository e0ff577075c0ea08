/** What WhatsApp itself writes in the place of a message, in the languages of its phones. @source faq.whatsapp.com, "Export chat" */
import type { CommentState, ProblemReason } from '../../records.ts'

/** In front of what the phone wrote and not the person, where the phone marks it: not all do, and not all copies keep it. */
const mark = '\u200e'

/** What a person wrote, its state, or why there is nothing of theirs. */
export function wordsOf(
  body: string,
  author: string,
): { readonly text: string; readonly state: CommentState } | ProblemReason {
  const isMarked = body.startsWith(mark)
  const written = isMarked ? body.slice(1) : body
  if (byAdmin.test(written)) return { text: '', state: 'removed-by-moderator' }
  if (gone.test(written)) return { text: '', state: 'deleted-by-author' }
  if (notice.test(written)) return 'service'
  // "~ Tom: ~ Tom left": nobody types the sign that stands for a name one has not saved.
  if (author.startsWith('~') && written.startsWith(`${author} `)) return 'service'
  const text = withoutMedia(body).replace(editedMark, '').replace(attachment, '').trim()
  if (text === '' || (isMarked ? omittedMarked : omitted).test(text)) return 'no-text'
  // A poll is asked by somebody; whatever else is marked so is the phone's own.
  if (isMarked && text.startsWith(mark) && !poll.test(text)) return 'service'
  return { text: text.replace(mark, ''), state: 'visible' }
}

const byAdmin = /^This message was deleted by admin\b[^\n]{0,120}$/i

const gone =
  /^(This message was deleted|You deleted this message|Diese Nachricht wurde gelöscht|Du hast diese Nachricht gelöscht|Ce message a été supprimé|Vous avez supprimé ce message|Se eliminó este mensaje|Eliminaste este mensaje|Este mensaje fue eliminado|Mensagem apagada|Essa mensagem foi apagada|Esta mensagem foi apagada|Você apagou esta mensagem|Apagou esta mensagem|Questo messaggio è stato eliminato|Hai eliminato questo messaggio|Dit bericht is verwijderd|U hebt dit bericht verwijderd|Je hebt dit bericht verwijderd|Bu mesaj silindi|Bu mesajı sildiniz|Pesan ini dihapus|Pesan ini telah dihapus|Anda menghapus pesan ini|Данное сообщение удалено|Вы удалили данное сообщение|Ta wiadomość została usunięta|Usunięto tę wiadomość|تم حذف هذه الرسالة|لقد حذفت هذه الرسالة|הודעה זו נמחקה|מחקת הודעה זו|此消息已被?删除|您删除了此消息|此訊息已被?刪除|您已刪除此訊息|このメッセージは削除されました|이 메시지는 삭제되었습니다|삭제된 메시지입니다)[.。]?$/i

/** Said in the name of somebody at the top of each chat. */
const notice = /^Messages and calls are end-to-end encrypted\./

/** In any language where it is marked. */
const editedMark =
  /\s?(?:\u200e<[^<>\n]{1,60}>|<(?:This message was edited|Diese Nachricht wurde bearbeitet|Se editó este mensaje|Ce message a été modifié|Mensagem editada|Questo messaggio è stato modificato|Dit bericht is bewerkt|Bu mesaj düzenlendi|Pesan ini diedit)\.?>)\s*$/i

/** A file beside the chat, and the words under it. */
const attachment =
  /^\u200e?(<[^<>\n]{1,40}: [^<>\n]{1,200}>|[^\n]{1,200} \((file attached|Datei angehängt|fichier joint|archivo adjunto|file allegato|arquivo anexado|ficheiro anexado|bestand bijgevoegd|bijgevoegd bestand)\))\n?/i

const left =
  'omitted|weggelassen|ausgeschlossen|omis|omise|absent|absente|omitido|omitida|omesso|omessa|ocultado|ocultada|oculto|weggelaten|dihilangkan|dahil edilmedi|pominięto|пропущено'
const media =
  'image|video|audio|sticker|gif|document|contact card|video note|voice message|media|bild|dokument|kontaktkarte|videonachricht|audiodatei|imagen|vídeo|documento|imagem|áudio|figurinha|vidéo|immagine|adesivo|afbeelding|gambar|stiker|görüntü|ses'
const omittedMarked = new RegExp(`^\\u200e?(?:<[^<>\\n]{1,60}>|[^\\n]{1,200} (?:${left}))$`, 'i')
/** Where nothing marks it, people end sentences so too: "Dr Plover was absent". */
const omitted = new RegExp(
  `^(?:<[^<>\\n]{1,60}>|(?:[^\\n]{1,200}\\.\\w{2,5} )?(?:${media}) (?:${left})|null)$`,
  'i',
)
/** After the person's own words under a picture; in front of it a document has its name. */
const mediaAfter = new RegExp(`\\s?\\u200e(?:[^\\u200e\\n]{1,40}) (?:${left})$`, 'i')
const documentAfter = new RegExp(`\\u200e(?:document|dokument|documento|documenten?) (?:${left})$`, 'i')

function withoutMedia(body: string): string {
  if (body.startsWith(mark)) return body
  return documentAfter.test(body) ? '' : body.replace(mediaAfter, '')
}

const poll = /^\u200e(POLL|UMFRAGE|SONDAGE|ENCUESTA|ENQUETE|SONDAGGIO|PEILING|ANKET|POLLING):/i

/** What people call the columns of a table of comments, in the languages exports come in. */
import type { Field } from '../records.ts'

/** Best first: among columns of one table the earlier name wins. Written as `plainName` writes them. */
const namesOf: Readonly<Record<Field, readonly string[]>> = {
  text: words(`
    comment text|comment body|comment content|comment message|review content|full text|text original|text|body|comment|content|message
    comments|post raw|post text|post|tweet|review text|review|reply text|response text|response|answer|answers
    your comment|your comments|contribution|contributions|representation|submission text|observation|observations
    feedback|opinion|statement|remark|remarks|selftext|description|utterance|text display|what do you think
    stellungnahme|einwendung|anregung|remarque|remarques|aportacion|aportaciones|alegacion|alegaciones|observacion
    observaciones|osservazione|osservazioni|observacao|contribuicao|zienswijze|inspraakreactie|uwaga|uwagi|synpunkt
    kommentar|kommentartext|kommentare|beitrag|nachricht|inhalt|commentaire|commentaires|texte|contenu|avis|reponse
    comentario|comentarios|texto|contenido|mensaje|opinion|respuesta|commento|commenti|testo|messaggio|contenuto
    conteudo|mensagem|resposta|reactie|bericht|opmerking|tekst|inhoud|komentarz|tresc|wiadomosc|inlagg|kommentti
    komentar|yorum|metin|sylw|sylwadau|testun|комментарий|текст|сообщение|коментар|تعليق|التعليق|النص|نص|评论|内容|正文
    評論|留言|コメント|本文|댓글|내용|टिप्पणी|תגובה|σχολιο|κειμενο`),
  author: words(`
    author name|author|username|user name|display name|screen name|author display name|nickname|nick|handle
    comment author|commenter|commenter name|poster|posted by|user|full name|speaker|by|from|name|member|reviewer
    autor|verfasser|benutzer|benutzername|nutzer|nutzername|auteur|utilisateur|pseudo|nom|nombre|usuario
    autore|utente|nome|gebruiker|gebruikersnaam|naam|uzytkownik|forfatter|anvandare|forfattare|yazar|kullanici|awdur|enw
    your name|what is your name|ihr name|wie heissen sie|votre nom|su nombre|il tuo nome|respondent name|respondent|review username|reviewer name|consumer name|user nickname|submitted by
    автор|пользователь|имя|الكاتب|المؤلف|المستخدم|اسم المستخدم|الاسم|作者|用户|用户名|昵称|ユーザー|投稿者|작성자|מחבר|συγγραφεας
    author fullname|author id|user id|userid|author channel id|channel id|profile id`),
  time: words(`
    created at|created utc|created|created time|create time|created date|date created|posted at|posted on|posted
    published at|published|publish date|comment date|comment date gmt|date posted|date published|submitted at|submitted
    date submitted|submission date|submission time|submission created|date received|received|received at|response date
    review created utc|review created|review date|completion time|start date|start time|end date|date completed
    comment create timestamp|timestamp|unix timestamp|timestamp ms|date time|datetime|date|time|when|unix time|date unixtime
    datum|zeit|uhrzeit|zeitpunkt|zeitstempel|erstellt|erstellt am|date et heure|heure|publie le|date de publication
    fecha|hora|fecha y hora|data|ora|data e ora|data e hora|tijd|datum en tijd|czas|data utworzenia|tid|dato|tarih|zaman
    horodateur|marca temporal|carimbo de data hora|informazioni cronologiche|tijdstempel|sygnatura czasowa|tidstampel
    tidsstempel|tidsmerke|aikaleima|casova znacka|idobelyeg|marcaj de timp|zaman damgasi|отметка времени|позначка часу
    طابع زمني|الطابع الزمني|חותמת זמן|χρονικη σημανση|时间戳记|時間戳記|タイムスタンプ|타임스탬프|تاريخ النشر|تاريخ التعليق
    dyddiad|amser|дата|время|дата и время|التاريخ|الوقت|تاريخ|时间|日期|发布时间|時間|日時|投稿日時|日付|작성일|תאריך|ημερομηνια`),
  parent: words(`
    parent comment id|parent id|parent source id|in reply to status id str|in reply to status id|in reply to id|in reply to
    reply to id|reply to comment id|reply to|is reply to|replied to|replied to id|response to|answers to|answer to
    parent comment|parent post id|reply id|parent|reply to message id|antwort auf|elternkommentar|reponse a|en reponse a
    respuesta a|padre|in risposta a|risposta a|em resposta a|resposta a|antwoord op|reactie op|odpowiedz na|svar pa
    yanit|ateb i|ответ на|رد على|ردا على|الرد على|回复|回复给|返信先`),
  id: words(`
    comment id|commentid|cid|id str|source id|post id|message id|tweet id|status id|response id|respondent id|submission id|entry id|review id|statement id|id|uuid
    guid|uid|comment number|identifiant|identificador|identificativo|kennung|nummer|comment no|ref|reference
    nr|lfd nr|numero|معرف|المعرف|معرف التعليق|رقم التعليق|编号|番号`),
  thread: words(`
    thread id|thread|conversation id|conversation|topic id|topic|discussion id|discussion|article id|article|story id|story
    article url|page url|post url|video id|video|link id|submission id|root id|page|page id|group|chat id|question|question id
    thema|artikel|diskussion|sujet|fil|fil de discussion|hilo|tema|articulo|discussione|argomento|articolo|topico|artigo
    onderwerp|draad|watek|artykul|temat|amne|konu|pwnc|erthygl|тема|статья|موضوع|الموضوع|مقال|主题|文章|话题|記事|スレッド`),
  title: words(`
    thread title|topic title|article title|story title|post title|video title|page title|headline|subject|title|titel
    betreff|uberschrift|titre|objet|titulo|asunto|titolo|oggetto|assunto|tytul|rubrik|baslik|teitl|заголовок|العنوان|عنوان
    标题|標題|題名|タイトル|제목`),
  likes: words(`
    like count|likes|likes count|number of likes|up|upvotes|up votes|ups|thumbs up|thumbs up count|score|points|agrees
    favorite count|favourite count|favorites|favourites|favourites count|votes|digg count|reactions|recommends|hearts
    gefallt mir|gefallt mir angaben|daumen hoch|j aime|mentions j aime|me gusta|mi piace|curtidas|gostos|vind ik leuk
    polubienia|begeni|hoffi|лайки|нравится|إعجاب|إعجابات|الإعجابات|点赞|点赞数|赞|いいね|좋아요`),
  state: words(`
    moderation status|comment status|comment approved|status|state|moderated|moderation|approved|is approved|visibility
    visible|is visible|published state|hidden|is hidden|deleted|is deleted|removed|is removed|spam|is spam|zustand|freigegeben
    statut|etat|modere|estado|aprobado|stato|approvato|aprovado|toestand|goedgekeurd|stan|durum|statws|статус|الحالة|حالة|状态|ステータス`),
  kind: words(`comment type|kind|type|entry type|item type|art|tipo`),
  url: words(`
    comment url|comment link|permalink|permalink url|url|link|href|web address|address|webadresse|adresse|lien|enlace
    collegamento|ligacao|koppeling|odnosnik|lank|baglanti|dolen|ссылка|الرابط|رابط|链接|リンク`),
}

/**
 * A column's name made comparable: "commentBody", "Comment-Body" and "comment_body" are all "comment body".
 * Accents go, other scripts stay.
 */
export function plainName(name: string): string {
  return plain(name.slice(0, 200))
}

/**
 * How well a name fits a field.
 *
 * @returns in (0, 1], higher for the names that are surer; 0 when the name does not say so
 */
export function nameFit(name: string, field: Field): number {
  const whole = placeIn(field, plainName(name))
  if (whole > 0) return whole
  // In JSON Lines "author.name" is a name in an author, in consultations "2. Who are you? - Name": the last part may say it.
  const last = name.split(/[./]|\s[-–]\s/).at(-1) ?? ''
  return last === name ? 0 : placeIn(field, plainName(last)) / 2
}

/** Whether any field is called so. */
export function isKnownName(name: string): boolean {
  const plainOne = plainName(name)
  return Object.values(namesOf).some((names) => names.includes(plainOne))
}

function placeIn(field: Field, name: string): number {
  const place = namesOf[field].indexOf(name)
  return place === -1 ? 0 : 1 - place / (2 * namesOf[field].length)
}

function words(list: string): readonly string[] {
  return list.split(/[|\n]/).map(plain).filter(Boolean)
}

function plain(name: string): string {
  return name
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .replace(/ł/gi, 'l')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
}

/** Which formats there are, and which of them a file is. Adding one is adding one file and one line here. */
import type { Reading } from '../records.ts'
import { csv } from './csv.ts'
import type { ExportFormat } from './export-format.ts'
import type { TableFormat } from './format.ts'
import { fourCat } from './formats/4cat.ts'
import { activityStreams } from './formats/activitystreams.ts'
import { argilla } from './formats/argilla.ts'
import { bluesky } from './formats/bluesky.ts'
import { commento } from './formats/commento.ts'
import { convokit } from './formats/convokit.ts'
import { coralDocuments } from './formats/coral-documents.ts'
import { coralImporter } from './formats/coral-importer.ts'
import { coralMyComments } from './formats/coral-my-comments.ts'
import { decidim } from './formats/decidim.ts'
import { discourseTopic } from './formats/discourse-topic.ts'
import { discourseUserArchive } from './formats/discourse-user-archive.ts'
import { disqus } from './formats/disqus.ts'
import { disqusApi } from './formats/disqus-api.ts'
import { doccano } from './formats/doccano.ts'
import { exportComments } from './formats/export-comments.ts'
import { facebookDownload } from './formats/facebook-download.ts'
import { facebookGraph } from './formats/facebook-graph.ts'
import { facepager } from './formats/facepager.ts'
import { googlePlay } from './formats/google-play.ts'
import { hackerNews } from './formats/hacker-news.ts'
import { instagramDownload } from './formats/instagram-download.ts'
import { instagramGraph } from './formats/instagram-graph.ts'
import { isso } from './formats/isso.ts'
import { labelStudio } from './formats/label-studio.ts'
import { linkedin } from './formats/linkedin.ts'
import { mastodonApi } from './formats/mastodon-api.ts'
import { mastodonArchive } from './formats/mastodon-archive.ts'
import { email, mbox } from './formats/mbox.ts'
import { nodexl } from './formats/nodexl.ts'
import { pastedText } from './formats/pasted-text.ts'
import { polis } from './formats/polis.ts'
import { prodigy } from './formats/prodigy.ts'
import { redditDump } from './formats/reddit-dump.ts'
import { redditListing } from './formats/reddit-listing.ts'
import { redditRequest } from './formats/reddit-request.ts'
import { redditTable } from './formats/reddit-table.ts'
import { remark42 } from './formats/remark42.ts'
import { telegram } from './formats/telegram.ts'
import { tiktokScraper } from './formats/tiktok-scraper.ts'
import { webPage } from './formats/web-page.ts'
import { whatsapp } from './formats/whatsapp.ts'
import { wordpressApi } from './formats/wordpress-api.ts'
import { wordpressWxr } from './formats/wordpress-wxr.ts'
import { xApiV1 } from './formats/x-api-v1.ts'
import { xApiV2 } from './formats/x-api-v2.ts'
import { xArchive } from './formats/x-archive.ts'
import { xTable } from './formats/x-table.ts'
import { youtubeApi } from './formats/youtube-api.ts'
import { youtubeDataTools } from './formats/youtube-data-tools.ts'
import { youtubeTakeout } from './formats/youtube-takeout.ts'
import { youtubeTakeoutPage } from './formats/youtube-takeout-page.ts'
import { zeeschuimerFormats } from './formats/zeeschuimer.ts'
import type { Head } from './head.ts'
import { json } from './json.ts'
import { jsonl } from './jsonl.ts'

/** The first of those that are equally sure is taken. */
const tables: readonly TableFormat[] = [json, jsonl, csv]

/** In alphabetical order; which is tried first does not matter. */
export const exportFormats: readonly ExportFormat[] = [
  activityStreams,
  argilla,
  bluesky,
  commento,
  convokit,
  coralDocuments,
  coralImporter,
  coralMyComments,
  decidim,
  discourseTopic,
  discourseUserArchive,
  disqus,
  disqusApi,
  doccano,
  email,
  exportComments,
  facebookDownload,
  facebookGraph,
  facepager,
  fourCat,
  googlePlay,
  hackerNews,
  instagramDownload,
  instagramGraph,
  isso,
  labelStudio,
  linkedin,
  mastodonApi,
  mastodonArchive,
  mbox,
  nodexl,
  pastedText,
  polis,
  prodigy,
  redditDump,
  redditListing,
  redditRequest,
  redditTable,
  remark42,
  telegram,
  tiktokScraper,
  webPage,
  whatsapp,
  wordpressApi,
  wordpressWxr,
  xApiV1,
  xApiV2,
  xArchive,
  xTable,
  youtubeApi,
  youtubeDataTools,
  youtubeTakeout,
  youtubeTakeoutPage,
  ...zeeschuimerFormats,
]

/** Less sure than this is not enough to take a file for an export without asking. */
const sureEnough = 0.6

/** The format whose own a file beginning like this most surely is. What the file is called hardly counts. */
export function detectFormat(head: Head): ExportFormat | TableFormat {
  const rated = exportFormats.map((format) => ({ format, sureness: safely(() => format.detect(head)) }))
  const best = rated.reduce((one, other) => (other.sureness > one.sureness ? other : one))
  if (best.sureness >= sureEnough) return best.format
  return tables.reduce((one, other) => (other.detect(head.text) > one.detect(head.text) ? other : one))
}

/** What the beginning of a file tells of how to read it. */
export function guessLayout(head: Head): Omit<Reading, 'encoding' | 'dateOrder' | 'columns'> {
  const format = detectFormat(head)
  if ('open' in format) return { format: format.id, ...format.guessLayout(head.text) }
  return { format: format.id, delimiter: head.delimiter, headerRow: 1 }
}

/** The export that a reading names; null where it names a table. */
export function exportFormatOf({ format }: Pick<Reading, 'format'>): ExportFormat | null {
  return exportFormats.find(({ id }) => id === format) ?? null
}

/** The table that a reading names. A reading of an export that this version does not know is read as CSV. */
export function tableFormatOf({ format }: Pick<Reading, 'format'>): TableFormat {
  return tables.find(({ id }) => id === format) ?? csv
}

/** What a person calls the format: "Disqus export", "Table (CSV)". */
export function titleOfFormat(format: string): string {
  return (exportFormatOf({ format }) ?? tableFormatOf({ format })).title
}

/** A head that a reader trips over is not its own. */
function safely(rate: () => number): number {
  try {
    return rate()
  } catch {
    return 0
  }
}

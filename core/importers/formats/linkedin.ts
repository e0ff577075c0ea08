/** LinkedIn: Comments.csv of the account download, what one person wrote. @source linkedin.com/help, "Download your account data" */
import type { ExportFormat, Found } from '../export-format.ts'
import { plainName } from '../names.ts'
import { decoded, pathOf, queryValue } from '../parts/link.ts'
import { tableExport } from '../parts/table-export.ts'

const table = tableExport({
  id: 'linkedin',
  title: 'LinkedIn comments',
  platform: 'linkedin',
  idsWithin: 'platform',
  // Whom one knows, what one liked, letters: they lie beside each other, in no folder.
  companions: [
    /(^|\/)(Ad_Targeting|Ads Clicked|Certifications|Company Follows|Connections|Contacts|Education|Email Addresses|Endorsement_(Given|Received)_Info|Events|guide_messages|Hashtag_Follows|ImportedContacts|Inferences_about_you|InstantReposts|Invitations|Languages|LAN Ads Engagement|Learning|learning_\w+_messages|Logins|Member_Follows|messages|PhoneNumbers|Phone Numbers|Positions|Private_identity_asset|Profile|Profile Summary|Projects|Publications|Reactions|Receipts(_v2)?|Recommendations_(Given|Received)|Registration|Rich_Media|Rich Media|Saved_Items|Saved Items|SavedJobAlerts|SearchQueries|Security Challenges|Shares|Skills|Verifications?|Volunteering|Votes|Whatsapp Phone Numbers)\.csv$/i,
  ],
  names: [['date', 'link', 'message']],
  delimiters: [','],
  escapesByBackslash: true,
  open:
    () =>
    ({ get, row, raw }) => {
      const link = get('link')
      return {
        row,
        ...placeOf(link),
        // UTC, though it does not say so.
        time: get('date'),
        // The name of the person answered stands in front, and cannot be told from the words.
        text: get('message') ?? '',
        url: link,
        raw,
      }
    },
})

export const linkedin: ExportFormat = {
  ...table,
  detect: (head) => {
    if (table.detect(head) === 0) return 0
    // Anybody may call three columns so.
    if (/linkedin\.com/i.test(head.text)) return 0.97
    return head.rows[0]?.map(plainName).join() === 'date,link,message' ? 0.7 : 0
  },
}

/** The post in the path; the comment, and the reply to it, in the query: urn:li:comment:(activity:POST,COMMENT). */
function placeOf(link: string | null): Pick<Found, 'id' | 'parentId' | 'threadId'> {
  const post = pathOf(link)
    .map((part) => /^urn:li:(\w+:[\w-]+)$/.exec(part)?.[1])
    .find((found) => found !== undefined)
  const urn = (name: string) => urnParts(queryValue(link, name))
  const comment = urn('commentUrn') ?? urn('dashCommentUrn')
  const reply = urn('replyUrn') ?? urn('dashReplyUrn')
  return {
    id: reply?.id ?? comment?.id ?? null,
    parentId: reply === null ? null : (comment?.id ?? null),
    threadId: post ?? comment?.post ?? null,
  }
}

/** "urn:li:comment:(activity:POST,COMMENT)", and "urn:li:fsd_comment:(COMMENT,urn:li:activity:POST)" of the newer pages. */
function urnParts(urn: string | null): { readonly post: string; readonly id: string } | null {
  // Some are encoded twice.
  const plain = decoded(urn ?? '')
  const [, post, id] = /^urn:li:comment:\((?:urn:li:)?(\w+:[\w-]+),(\d+)\)$/.exec(plain) ?? []
  if (post !== undefined && id !== undefined) return { post, id }
  const [, own, on] = /^urn:li:fsd_comment:\((\d+),(?:urn:li:)?(\w+:[\w-]+)\)$/.exec(plain) ?? []
  return own === undefined || on === undefined ? null : { post: on, id: own }
}

/** What YouTube's own exports and the tools around it have in common. @source developers.google.com/youtube/v3/docs/comments */
import { inAddress } from './address.ts'
import { textOfHtml } from './html-text.ts'

/** Where a comment can be seen. */
export function youtubeLink(videoId: string | null, commentId: string | null): string | null {
  if (videoId === null || commentId === null) return null
  return `https://www.youtube.com/watch?v=${inAddress(videoId)}&lc=${inAddress(commentId)}`
}

/** The comment that a reply answers: ids of replies are "parent.reply". */
export function parentInId(id: string | null): string | null {
  const dot = id?.indexOf('.') ?? -1
  return id === null || dot < 1 ? null : id.slice(0, dot)
}

/**
 * A shown text is HTML, or plain where plain text was asked for; nothing says which. What has neither a tag that YouTube
 * writes nor an entity is left alone, line ends and all.
 */
export function shownText(shown: string): string {
  return youtubeHtml.test(shown) ? textOfHtml(shown) : shown
}

const youtubeHtml = /<br ?\/?>|<a (?:class|href|rel)|<\/?[bi]>|&(?:amp|lt|gt|quot|#39|#\d{1,6});/i

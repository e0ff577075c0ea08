/** Prints a page of our own making to PDF, in a window that nobody sees and in which nothing can run. */
import { BrowserWindow, session } from 'electron'
import { closed } from './closed.ts'

/** Its own: nothing of it is ever written to the disk, and nothing of the app's window is in it. */
const partition = 'fair-hearing-letters'

/**
 * @param html a whole page, which asks for nothing
 * @returns the bytes of a PDF on A4, with the headings and lists marked for a screen reader
 */
export async function printToPdf(html: string): Promise<Uint8Array> {
  const page = `data:text/html;charset=utf-8;base64,${Buffer.from(html).toString('base64')}`
  closeToAllBut(page)
  const window = new BrowserWindow(hidden)
  try {
    await window.loadURL(page)
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
    })
  } finally {
    window.destroy()
  }
}

/** The page's own policy allows nothing either; this holds if that were ever forgotten. */
function closeToAllBut(page: string): void {
  const pages = session.fromPartition(partition)
  pages.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  pages.setPermissionCheckHandler(() => false)
  pages.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: url !== page }))
}

const hidden = {
  show: false,
  webPreferences: {
    partition,
    ...closed,
    javascript: false,
    images: false,
    devTools: false,
  },
} as const

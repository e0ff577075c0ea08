/** What names a member within what was picked: the steps to it, such as an archive, a file in it, a sheet in that. */

const between = ' › '
const mark = '›'

/** Marks within a step are doubled, so that every name there is can be told from the next. */
export function memberOf(steps: readonly string[]): string {
  return steps.map((step) => step.replaceAll(mark, mark + mark)).join(between)
}

/** For people: not to be taken apart again. */
export function displayOf(picked: string, steps: readonly string[]): string {
  return [picked, ...steps].join(between)
}

const mediaEndings = new Set(
  `jpg jpeg jpe png gif webp heic heif bmp tif tiff svg ico psd avif raw dng mp4 m4v mov avi mkv webm wmv mpg mpeg 3gp ts
  mp3 m4a wav ogg oga opus aac flac wma amr ttf otf woff woff2 eot css exe dll so dylib msi dmg pkg apk jar class wasm iso
  sqlite db-wal db-shm`.split(/\s+/),
)

/** Known by its ending to hold no text: not even opened. */
export function isMedia(path: string): boolean {
  return mediaEndings.has(endingOf(path))
}

/** Archives and spreadsheets inside others are told by their endings: opening every file would take too long. */
export function mayBeArchive(path: string): boolean {
  return /^(zip|xlsx|xlsm|xltx|xltm|ods|ots)$/.test(endingOf(path))
}

export function isHidden(path: string): boolean {
  return path
    .split('/')
    .some(
      (step) =>
        (step.startsWith('.') && step !== '.') ||
        step === '__MACOSX' ||
        /^(thumbs\.db|desktop\.ini)$/i.test(step),
    )
}

const endingOf = (path: string): string => /\.([a-z0-9-]{1,8})$/i.exec(path)?.[1]?.toLowerCase() ?? ''

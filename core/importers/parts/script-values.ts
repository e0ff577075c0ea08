/** Finds the JSON values that a script assigns, as X's archives have them. The script is text here and is never run. */

export interface ScriptText {
  /** The values alone, one after another, an empty line between. */
  readonly values: AsyncIterable<string>
  /** Whether anything but assignments stood in the script; known at its end. */
  readonly hasCode: () => boolean
}

/** Longest assignment looked for: `window.YTD.tweets.part0 = `. */
const longestName = 200
/** `window.YTD.tweets.part0 = [`, and before 2019 `Grailbird.data.tweets_2014_03 = [`. */
const assignment =
  /(?:(?:window|self|this)\.)?(?:YTD\.\w{1,60}\.part\d{1,6}|Grailbird\.data\.\w{1,60})\s{0,20}=\s{0,20}(?=[[{])/

interface State {
  /** What was passed over outside of values, as far as it may still matter. */
  outside: string
  isInside: boolean
  isFirst: boolean
  depth: number
  isInString: boolean
  isEscaped: boolean
  hasCode: boolean
}

/** A text that begins with a bracket is a value already. */
export function scriptValues(text: AsyncIterable<string>): ScriptText {
  const state: State = {
    outside: '',
    isInside: false,
    isFirst: true,
    depth: 0,
    isInString: false,
    isEscaped: false,
    hasCode: false,
  }
  return { values: valuesIn(text, state), hasCode: () => state.hasCode }
}

async function* valuesIn(text: AsyncIterable<string>, state: State): AsyncGenerator<string> {
  for await (const chunk of text) {
    let rest = chunk
    let out = ''
    while (rest !== '') {
      if (state.isInside) {
        const end = valueEnd(state, rest)
        out += rest.slice(0, end)
        rest = rest.slice(end)
        if (!state.isInside) out += '\n\n'
      } else {
        rest = passOver(state, rest)
      }
    }
    // Also where nothing was found: so that what came of it is passed on.
    yield out === '' ? ' ' : out
  }
  if (isCode(state.outside)) state.hasCode = true
}

/** Looks for the next value. @returns what is left from its bracket on; '' where none begins */
function passOver(state: State, chunk: string): string {
  const text = state.outside + chunk
  const [bracket = ''] = state.isFirst ? (/^\s*[[{]/.exec(text) ?? []) : []
  if (text.trim() !== '') state.isFirst = false
  const found = bracket === '' ? assignment.exec(text) : null
  const start = bracket !== '' ? bracket.length - 1 : found === null ? -1 : found.index + found[0].length
  if (start === -1) {
    // The beginning of an assignment may be in it.
    if (text.length > 2 * longestName && isCode(text.slice(0, -longestName))) state.hasCode = true
    state.outside = text.length > 2 * longestName ? text.slice(-longestName) : text
    return ''
  }
  if (found !== null && isCode(text.slice(0, found.index))) state.hasCode = true
  state.outside = ''
  state.isInside = true
  state.depth = 0
  return text.slice(start)
}

const isCode = (text: string): boolean => /[^\s;]/.test(text)

/** Where the value ends in a text that goes on with it; its length where it goes further. */
function valueEnd(state: State, text: string): number {
  for (let place = 0; place < text.length; place++) {
    const unit = text.charCodeAt(place)
    if (state.isInString) {
      if (state.isEscaped) state.isEscaped = false
      else if (unit === 92) state.isEscaped = true
      else if (unit === 34) state.isInString = false
    } else if (unit === 34) state.isInString = true
    else if (unit === 91 || unit === 123) state.depth += 1
    else if (unit === 93 || unit === 125) {
      state.depth -= 1
      if (state.depth > 0) continue
      state.isInside = false
      return place + 1
    }
  }
  return text.length
}

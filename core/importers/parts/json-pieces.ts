/**
 * Cuts the values at named places out of a JSON text of any size, as its pieces come in. Written here because the
 * streaming parsers there are build values and forget the text: the untouched record is what a project keeps.
 */

/** One value, where it stands and as it is written. */
export interface Piece {
  /** Keys and, for lists, indexes as texts: ["chats", "list", "0", "name"]. */
  readonly path: readonly string[]
  readonly text: string
}

export interface JsonPieces {
  read(chunk: string): readonly Piece[]
  /** No more is coming. */
  end(): { readonly pieces: readonly Piece[]; readonly ended: 'whole' | 'cut-off' | 'damaged' }
}

export interface PieceOptions {
  /**
   * Places such as "messages.*" or "chats.list.*.name"; "*" is any key or index, "" the document itself. A place
   * inside another is found only where the other is not.
   */
  readonly places: readonly string[]
  /** What stands before the first bracket is passed over: `window.YTD.tweets.part0 = [`. It is never run. */
  readonly skipsPrefix?: boolean
  /** Longer values, in UTF-16 units, are given with an empty text. */
  readonly longest?: number
}

const defaultLongest = 64 * 1024 * 1024

interface Frame {
  readonly isList: boolean
  key: string
  index: number
}

/** A value, or a key, that is being read and may go over many chunks. */
interface Token {
  readonly is: 'key' | 'piece' | 'passed'
  readonly path: readonly string[]
  readonly kind: 'string' | 'plain' | 'nested'
  depth: number
  isInString: boolean
  isEscaped: boolean
  readonly parts: string[]
  length: number
}

interface State {
  readonly wanted: readonly (readonly string[])[]
  readonly longest: number
  readonly frames: Frame[]
  expects: 'prefix' | 'value' | 'key' | 'colon' | 'comma'
  token: Token | null
  isDamaged: boolean
  pieces: Piece[]
}

export function createJsonPieces({
  places,
  skipsPrefix = false,
  longest = defaultLongest,
}: PieceOptions): JsonPieces {
  const state: State = {
    wanted: places.map((place) => (place === '' ? [] : place.split('.'))),
    longest,
    frames: [],
    expects: skipsPrefix ? 'prefix' : 'value',
    token: null,
    isDamaged: false,
    pieces: [],
  }
  return {
    read(chunk) {
      state.pieces = []
      for (let from = 0; from < chunk.length && !state.isDamaged; ) {
        from =
          state.token === null ? structure(state, chunk, from) : takeToken(state, state.token, chunk, from)
      }
      return state.pieces
    },
    end() {
      state.pieces = []
      // A number alone ends with the text; one in a list may have gone on.
      if (state.token?.kind === 'plain' && state.frames.length === 0) endToken(state, state.token)
      const isWhole = state.token === null && state.frames.length === 0
      return { pieces: state.pieces, ended: state.isDamaged ? 'damaged' : isWhole ? 'whole' : 'cut-off' }
    },
  }
}

/** Reads brackets, commas and colons from `from` on, until a key or a value begins. @returns where to go on */
function structure(state: State, chunk: string, from: number): number {
  for (let place = from; place < chunk.length; place++) {
    const unit = chunk.charCodeAt(place)
    if (isBlank(unit)) continue
    if (state.expects === 'prefix') {
      if (unit !== openList && unit !== openObject) continue
      state.expects = 'value'
    }
    if (unit === closeList || unit === closeObject) {
      if (!close(state, unit === closeList)) return chunk.length
    } else if (unit === comma && state.expects === 'comma') {
      const frame = state.frames.at(-1)
      if (frame === undefined) return damaged(state, chunk)
      frame.index += 1
      state.expects = frame.isList ? 'value' : 'key'
    } else if (unit === colon && state.expects === 'colon') {
      state.expects = 'value'
    } else if (state.expects === 'key' && unit === quote) {
      state.token = tokenOf('key', [], 'string')
      return place
    } else if (state.expects === 'value' || (state.expects === 'comma' && state.frames.length === 0)) {
      if (beginValue(state, unit)) return place
    } else {
      return damaged(state, chunk)
    }
  }
  return chunk.length
}

/** @returns whether a token begins here; false where a list or an object was entered */
function beginValue(state: State, unit: number): boolean {
  const path = state.frames.map((frame) => (frame.isList ? String(frame.index) : frame.key))
  const isNested = unit === openList || unit === openObject
  const isWanted = state.wanted.some((place) => place.length === path.length && fits(place, path))
  if (
    !isWanted &&
    isNested &&
    state.wanted.some((place) => place.length > path.length && fits(place, path))
  ) {
    state.frames.push({ isList: unit === openList, key: '', index: 0 })
    state.expects = unit === openList ? 'value' : 'key'
    return false
  }
  const kind = isNested ? 'nested' : unit === quote ? 'string' : 'plain'
  state.token = tokenOf(isWanted ? 'piece' : 'passed', path, kind)
  return true
}

/** Whether a place, as far as the path goes, is this path. */
function fits(place: readonly string[], path: readonly string[]): boolean {
  return path.every((step, depth) => place[depth] === '*' || place[depth] === step)
}

function tokenOf(is: Token['is'], path: readonly string[], kind: Token['kind']): Token {
  return { is, path, kind, depth: 0, isInString: false, isEscaped: false, parts: [], length: 0 }
}

/** Goes on with a token. @returns where it ends; the chunk's length when it goes further */
function takeToken(state: State, token: Token, chunk: string, from: number): number {
  const end = token.kind === 'plain' ? plainEnd(chunk, from) : nestedEnd(token, chunk, from)
  const part = chunk.slice(from, end === -1 ? chunk.length : end)
  token.length += part.length
  if (token.length > state.longest) token.parts.length = 0
  else if (token.is !== 'passed') token.parts.push(part)
  if (end === -1) return chunk.length
  endToken(state, token)
  return end
}

function endToken(state: State, token: Token): void {
  state.token = null
  const text = token.length <= state.longest ? token.parts.join('') : ''
  if (token.is === 'piece') state.pieces.push({ path: token.path, text })
  if (token.is !== 'key') {
    state.expects = 'comma'
    return
  }
  const frame = state.frames.at(-1)
  if (frame !== undefined) frame.key = keyOf(text)
  state.expects = 'colon'
}

function keyOf(text: string): string {
  try {
    return String(JSON.parse(text))
  } catch {
    return text
  }
}

/** Where a number or a word ends. */
function plainEnd(chunk: string, from: number): number {
  for (let place = from; place < chunk.length; place++) {
    const unit = chunk.charCodeAt(place)
    if (unit === comma || unit === closeList || unit === closeObject || isBlank(unit)) return place
  }
  return -1
}

/** Where a string, a list or an object ends, counting brackets outside of strings. */
function nestedEnd(token: Token, chunk: string, from: number): number {
  for (let place = from; place < chunk.length; place++) {
    const unit = chunk.charCodeAt(place)
    if (token.isInString) {
      if (token.isEscaped) token.isEscaped = false
      else if (unit === backslash) token.isEscaped = true
      else if (unit === quote) token.isInString = false
      else continue
    } else if (unit === quote) token.isInString = true
    else if (unit === openList || unit === openObject) token.depth += 1
    else if (unit === closeList || unit === closeObject) token.depth -= 1
    else continue
    if (!token.isInString && token.depth === 0) return place + 1
  }
  return -1
}

/** Leaves a list or an object. @returns whether there was one of that kind to leave */
function close(state: State, isList: boolean): boolean {
  const frame = state.frames.pop()
  if (frame === undefined || frame.isList !== isList) {
    state.isDamaged = true
    return false
  }
  state.expects = 'comma'
  return true
}

function damaged(state: State, chunk: string): number {
  state.isDamaged = true
  return chunk.length
}

const quote = 34
const comma = 44
const colon = 58
const openList = 91
const backslash = 92
const closeList = 93
const openObject = 123
const closeObject = 125
const isBlank = (unit: number): boolean => unit === 32 || unit === 10 || unit === 13 || unit === 9

/** Goes through an XML file of any size, element by element, in little memory. No entity but XML's own is made. */
import { type Handler, Parser } from 'htmlparser2'
import type { ByteSource } from './byte-source.ts'

/** Small, so that what a piece of text stands for (a number in place of a long text) stays small too. */
const chunkBytes = 16 * 1024

/** Names come without their prefix. */
export interface XmlHandler {
  readonly onOpen?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly onText?: (text: string) => void
  readonly onClose?: (name: string) => void
}

export interface XmlWalk {
  /** One round for each piece of the file, after what is in it was told to the handler. */
  readonly rounds: AsyncIterable<void>
  /** Packed bytes read so far. */
  readonly position: () => number
}

export async function walkXml(source: ByteSource, handler: XmlHandler): Promise<XmlWalk> {
  const { stream, position } = await source.open({ chunkBytes })
  const parser = new Parser(callbacksOf(handler), { xmlMode: true, decodeEntities: true })
  async function* rounds(): AsyncGenerator<void> {
    const decoder = new TextDecoder()
    for await (const chunk of stream) {
      parser.write(decoder.decode(chunk, { stream: true }))
      yield
    }
    parser.end(decoder.decode())
    yield
  }
  return { rounds: rounds(), position }
}

/** Reads all of it at once. */
export async function readXmlWhole(source: ByteSource, handler: XmlHandler): Promise<void> {
  const { rounds } = await walkXml(source, handler)
  for await (const _ of rounds);
}

function callbacksOf({ onOpen, onText, onClose }: XmlHandler): Partial<Handler> {
  return {
    ...(onOpen && { onopentag: (name: string, attributes) => onOpen(local(name), attributes) }),
    ...(onText && { ontext: onText }),
    ...(onClose && { onclosetag: (name: string) => onClose(local(name)) }),
  }
}

function local(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

/** An attribute by its name without prefix. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | null {
  if (Object.hasOwn(attributes, name)) return attributes[name] ?? null
  const key = Object.keys(attributes).find((one) => one.endsWith(`:${name}`))
  return key === undefined ? null : (attributes[key] ?? null)
}

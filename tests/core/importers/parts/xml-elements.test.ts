import { describe, expect, test } from 'vitest'
import {
  childOf,
  childText,
  readXml,
  type XmlElement,
} from '../../../../core/importers/parts/xml-elements.ts'
import { inPieces } from '../reading.ts'

interface Read {
  readonly found: readonly { readonly element: XmlElement; readonly raw: string; readonly parent: string }[]
  readonly opened: readonly string[]
  readonly isWhole: boolean
}

async function read(text: string, size?: number): Promise<Read> {
  const found: { readonly element: XmlElement; readonly raw: string; readonly parent: string }[] = []
  const opened: string[] = []
  const isWhole = await readXml(inPieces(text, size), {
    wanted: new Set(['post', 'wp:comment']),
    onElement: (element, at) => found.push({ element, ...at }),
    onOpen: (name) => opened.push(name),
  })
  return { found, opened, isWhole }
}

describe('elements of XML', () => {
  const one = `<post id="1" note='a > b'><t>A &amp; B &#128079;</t><t/><!-- x --><post>inner</post></post>`
  const two = `<post><t><![CDATA[<p>Eleven </post> "]]]]><![CDATA[>" 👏</p>]]></t></post>`
  const three = `<wp:comment><wp:id> 7 </wp:id></wp:comment>`
  const text = `<?xml version="1.0"?>\n<all xmlns="x"><list>${one}\n${two}</list>${three}</all>\n`

  test('come with their raw text, wherever chunks end', async () => {
    const expected = await read(text)
    expect(expected.found.map(({ raw, parent }) => [raw, parent])).toEqual([
      [one, 'list'],
      [two, 'list'],
      [three, 'all'],
    ])
    expect([expected.opened, expected.isWhole]).toEqual([['all', 'list'], true])
    for (let size = 1; size <= 80; size += 1)
      expect(await read(text, size), `pieces of ${size}`).toEqual(expected)
  })

  test('have their own text, attributes and children', async () => {
    const [first, second, third] = (await read(text)).found.map(({ element }) => element)
    if (first === undefined || second === undefined || third === undefined)
      throw new Error('Not all were found.')
    expect(first.attributes).toEqual({ id: '1', note: 'a > b' })
    expect(first.children.map(({ name }) => name)).toEqual(['t', 't', 'post'])
    expect([childText(first, 't'), childText(first, 'post'), childOf(first, 'x')]).toEqual([
      'A & B 👏',
      'inner',
      null,
    ])
    expect(childText(second, 't')).toBe('<p>Eleven </post> "]]>" 👏</p>')
    expect(childText(third, 'wp:id')).toBe('7')
  })

  test('that are cut off are not given', async () => {
    for (let length = 0; length < text.indexOf('</all>'); length += 1) {
      const { found, isWhole } = await read(text.slice(0, length))
      for (const { raw } of found) expect([one, two, three]).toContain(raw)
      if (length > 40) expect(isWhole).toBe(false)
    }
  })

  test('know no entity but XML’s own five, and load none', async () => {
    const bomb = `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(1000)}"><!ENTITY x SYSTEM "file:///etc/passwd">]>`
    const { found } = await read(`${bomb}<all><post>&b;&x;&lt;&#x41;</post></all>`)
    expect(found[0]?.element.text).toBe('&b;&x;<A')
  })

  test('nested without end are given up, and take no time', async () => {
    const began = performance.now()
    for (const name of ['post', 'x']) {
      const deep = `<all>${`<${name}>`.repeat(100_000)}${`</${name}>`.repeat(100_000)}</all>`
      expect((await read(deep, 65_536)).isWhole).toBe(false)
    }
    const some = `<all><post>${'<x>'.repeat(500)}y${'</x>'.repeat(500)}</post></all>`
    expect((await read(some)).found.length).toBe(1)
    expect(performance.now() - began).toBeLessThan(15_000)
  })

  test('called like what all objects have do no harm', async () => {
    const { found } = await read(
      '<all><post __proto__="x" constructor="y"><__proto__>z</__proto__></post></all>',
    )
    expect(found[0]?.element.children[0]?.name).toBe('__proto__')
    expect('z' in {}).toBe(false)
  })

  test('of twenty million characters are read in some seconds, held one at a time', async () => {
    const post = `<post id="1"><t><![CDATA[${'Eleven months late. '.repeat(20)}]]></t></post>\n`
    const times = Math.ceil(20_000_000 / post.length)
    async function* chunks(): AsyncGenerator<string> {
      yield '<all>'
      const some = post.repeat(150)
      for (let done = 0; done < times; done += 150) yield some
      yield '</all>'
    }
    let count = 0
    const began = performance.now()
    const isWhole = await readXml(chunks(), {
      wanted: new Set(['post']),
      onElement: (_, { raw }) => {
        if (raw.length === post.length - 1) count += 1
      },
    })
    expect([isWhole, count]).toEqual([true, Math.ceil(times / 150) * 150])
    expect(performance.now() - began).toBeLessThan(20_000)
  })
})

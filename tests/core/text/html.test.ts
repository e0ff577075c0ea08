import fc from 'fast-check'
import { parseDocument } from 'htmlparser2'
import { expect, test } from 'vitest'
import { escapeHtml, html } from '../../../core/text/html.ts'

const signs = [
  ...'<>&"\'`=/!-;#ax \n\t\0\u001b\u0085\u202e\ufffe😀',
  '\ud83d',
  '\ude00',
  '&lt;',
  '<!--',
  '</b>',
]

test('whatever the text, a reader of HTML sees one element, one attribute and the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...signs), maxLength: 40 }), (text) => {
      const { markup } = html`<b title="${text}">${text}</b>`
      const [element, ...others] = parseDocument(markup).children
      const seen = text.toWellFormed().replace(/(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}/gu, '\ufffd')
      expect(others).toEqual([])
      expect(element).toMatchObject({ name: 'b', attribs: { title: seen } })
      const inside = element !== undefined && 'children' in element ? element.children : []
      expect(inside.map((node) => (node.type === 'text' ? node.data : node.type)).join('')).toBe(seen)
    }),
  )
})

test('markup that was made here is put in as it is, and lists of it one after another', () => {
  const items = ['<', 2].map((said) => html`<li>${said}</li>`)
  expect(html`<ul>${items}</ul>`.markup).toBe('<ul><li>&#60;</li><li>2</li></ul>')
})

test('half of a sign and what cannot be written become the sign for what is not known', () => {
  expect(escapeHtml('\ud83d a\0b')).toBe('\ufffd a\ufffdb')
})

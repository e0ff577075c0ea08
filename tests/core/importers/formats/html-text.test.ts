import { describe, expect, test } from 'vitest'
import { textOfHtml } from '../../../../core/importers/parts/html-text.ts'

describe('HTML as text', () => {
  test('sets a list item’s own paragraph beside its bullet, and what follows under it', () => {
    expect(
      textOfHtml('<ul><li><p>one</p><p>more</p></li><li>two</li><li><p></p></li></ul><p>after</p>'),
    ).toBe('- one\n\nmore\n\n- two\n-\n\nafter')
    expect(textOfHtml('<ul>\n<li>\n<p>page 4</p>\n</li>\n</ul>')).toBe('- page 4')
  })

  test('drops blanks at the ends of lines, also where they come in parts', () => {
    expect(textOfHtml('a <i> </i> <br>b\t<p>c')).toBe('a\nb\n\nc')
    expect(textOfHtml('<pre>  a  \n  b</pre>')).toBe('a\n  b')
  })

  test('takes twice the time for twice as much, whatever it is made of', () => {
    const many = 30_000
    const spaces = ' '.repeat(many)
    for (const html of [
      'ab c<br>'.repeat(many),
      '<i>ab</i> c'.repeat(many),
      '<a href="https://lowgate.example/x">y</a>'.repeat(many),
      `<pre>${`a${spaces}b`}</pre><br>`,
      '<b>x</b> '.repeat(many),
    ]) {
      expect(textOfHtml(html).length).toBeGreaterThan(0)
    }
  })
})

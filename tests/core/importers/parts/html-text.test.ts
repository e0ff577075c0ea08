import { describe, expect, test } from 'vitest'
import { textOfHtml } from '../../../../core/importers/parts/html-text.ts'

describe('HTML as text', () => {
  test.each([
    // Paragraphs and lines.
    ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['<p>One<p>Two', 'One\n\nTwo'],
    ['One<br>Two<br/><br />Three', 'One\nTwo\n\nThree'],
    ['<div>One</div><div>Two</div>', 'One\nTwo'],
    ['<p>One<br></p>\n<p> Two </p>', 'One\n\nTwo'],
    ['  two   blanks\n and <b>bold</b> <i>words</i> ', 'two blanks and bold words'],
    ['<b>one</b>\n<i>two</i>', 'one two'],
    // Lists.
    ['<ul><li>one</li><li>two</li></ul>after', '- one\n- two\n\nafter'],
    ['<ul>\n<li><p>one</p></li>\n<li>two<ul><li>three</li></ul></li></ul>', '- one\n\n- two\n\n- three'],
    // Quotations.
    [
      '<p>No:</p><blockquote><p>late</p><p>again</p></blockquote><p>Yes.</p>',
      'No:\n\n> late\n>\n> again\n\nYes.',
    ],
    ['<blockquote>one<blockquote>two</blockquote>three</blockquote>', '> one\n>\n> > two\n>\n> three'],
    // Links and pictures.
    [
      'see <a href="https://lowgate.example/minutes">the minutes</a>!',
      'see the minutes (https://lowgate.example/minutes)!',
    ],
    ['<a href="https://www.lowgate.example/a/">lowgate.example/a</a>', 'lowgate.example/a'],
    [
      '<a href="https://lowgate.example/a/long/way">https://lowgate.example/a/lo…</a>',
      'https://lowgate.example/a/long/way',
    ],
    [
      '<p>See</p><p>\n<a href="https://www.lowgate.example/a/long">lowgate.example/a/...</a> and <a href="https://lowgate.example/b">more…</a></p>',
      'See\n\nhttps://www.lowgate.example/a/long and more… (https://lowgate.example/b)',
    ],
    [
      '<a href="https://lowgate.example/@maren">@maren</a> <a href="javascript:alert(1)">x</a> <a>y</a>',
      '@maren x y',
    ],
    ['<a href="https://lowgate.example/"></a>', 'https://lowgate.example/'],
    ['<img src="a.png" alt="a bed"> <img src="b.png">', 'a bed'],
    // As it stands.
    ['<pre>one\n  two</pre>', 'one\n  two'],
    ['<p>a</p><pre><code>one\n  two\n</code></pre><p>b</p>', 'a\n\none\n  two\n\nb'],
    ['<table><tr><th>bed</th><th>days</th></tr><tr><td>7</td><td> 40</td></tr></table>', 'bed days\n7 40'],
    // What nobody saw.
    ['a<script>alert("<p>x</p>")</script><style>b{}</style><!-- c --><iframe src="x">d</iframe>e', 'ae'],
    ['<title>no</title><noscript>no</noscript>yes', 'yes'],
    // Entities.
    [
      '1 &lt; 2 &amp;&amp; &quot;x&quot; &#39;y&#39; &#x1F44F; &eacute; &nbsp;.',
      '1 < 2 && "x" \'y\' 👏 é \u00a0.',
    ],
    ['&amp;lt;p&amp;gt;', '&lt;p&gt;'],
    ['&unknown; & &#0; &#xD800;', '&unknown; & \uFFFD \uFFFD'],
    // Broken.
    ['<p>open <b>bold', 'open bold'],
    ['</p></div>closed', 'closed'],
    ['a < b and c > d', 'a < b and c > d'],
    ['3 <5', '3 <5'],
    ['<p title="unclosed>lost', ''],
    ['<P CLASS=x>upper</P>', 'upper'],
    ['<p>كان أبي <b>في</b> الجناح</p>', 'كان أبي في الجناح'],
    // Nothing to do.
    [' plain\nlines stay ', 'plain\nlines stay'],
    ['', ''],
  ])('%j is %j', (html, text) => {
    expect(textOfHtml(html)).toBe(text)
  })

  test.each([
    ['breaks', 'word <br>'.repeat(40_000)],
    ['paragraphs', '<p>word</p>'.repeat(40_000)],
    ['bold words', '<b>word</b> '.repeat(40_000)],
    ['links', '<a href="https://lowgate.example/">word</a>'.repeat(20_000)],
    ['links that are not ended', '<a href="https://lowgate.example/">word'.repeat(20_000)],
    ['blanks', `<pre>${' '.repeat(100_000)}x</pre>`],
    ['blanks between', `<p>a</p>${' \t'.repeat(100_000)}<p>b</p>`],
    ['levels', `${'<div>'.repeat(50_000)}x${'</div>'.repeat(50_000)}`],
    ['quotations', `${'<blockquote>'.repeat(50_000)}x`],
    ['signs', '<'.repeat(100_000)],
    ['ampersands', '&'.repeat(100_000)],
    ['comments', '<!--'.repeat(50_000)],
    ['attributes', `<a ${'b '.repeat(50_000)}>`],
  ])('takes a second or two for very many %s', (_, html) => {
    const began = performance.now()
    expect(textOfHtml(html)).toBeTypeOf('string')
    // Only what grows with the square of the length takes so long, on any machine.
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})

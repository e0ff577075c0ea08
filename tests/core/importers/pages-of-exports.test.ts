/** Exports that somebody asked for as web pages: said what to ask for instead. */
import { describe, expect, test } from 'vitest'
import { isPageOfExport, refuseOtherText } from '../../../core/importers/refuse.ts'
import { formatOf } from './formats/reading-export.ts'

const telegram = `<!DOCTYPE html>
<html>
 <head>
  <meta charset="utf-8"/>
<title>Exported Data</title>
  <link href="css/style.css" rel="stylesheet"/>
 </head>
 <body onload="CheckLocation();">
  <div class="page_wrap">
   <div class="page_header"><div class="content"><div class="text bold">Lowgate</div></div></div>
   <div class="history"><div class="message default clearfix" id="message5"><div class="text">Late</div></div></div>
  </div>
 </body>
</html>`
const meta = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8" /><base href="../../" />
<style type="text/css">._li ._a6-g{margin:0}</style><title>Comments</title></head><body class="_5vb_">
<div class="_3-95 _a6-g"><div class="_2ph_ _a6-h">Maren commented on a post.</div><div class="_2ph_ _a6-p">Late</div></div>
</body></html>`

const oldMeta = `<html><head><title>Comments</title></head><body class="_5vb_"><div class="_4t5n" role="main">
<div class="pam _3-95 _2pi0 _2lej uiBoxWhite noborder"><div class="_3-96 _2pio _2lek _2lel">Maren commented on a post.</div><div class="_3-96 _2let"><div>Late</div></div><div class="_3-94 _2lem">2 Sep 2019, 11:00</div></div>
</div></body></html>`

describe.each([
  ['a Telegram chat', telegram, 'choose “Machine-readable JSON” as its format'],
  ['a download of Facebook or Instagram', meta, 'choose JSON as its format'],
  ['a download of Facebook or Instagram', oldMeta, 'choose JSON as its format'],
])('%s as a web page', (what, text, advice) => {
  test('is not read as a page with comments, and what to ask for is said', () => {
    for (const long of [text, text.replace('</head>', `<style>${'a{b:c}'.repeat(9000)}</style></head>`)]) {
      expect(isPageOfExport(long)).toBe(true)
      expect(formatOf({ name: 'messages.html', text: long })).toBe('csv')
      expect(() => refuseOtherText(long, 'messages.html')).toThrow(`“messages.html” seems to be ${what}`)
      expect(() => refuseOtherText(long, 'messages.html')).toThrow(advice)
    }
  })
})

test('a page that only speaks of such an export is a page', () => {
  expect(isPageOfExport('<!doctype html><title>Exported Data</title><p>How to read it')).toBe(false)
  expect(isPageOfExport('<!doctype html><p class="_a6-g">')).toBe(false)
})

test.each([
  [
    '-DOCSTART- -X- O O\n\nWhy WRB O O\n',
    /texts cut into words, as in CoNLL files\. Export them once more, as JSON/,
  ],
  ['__label__critic Where is the report?\n', /texts for fastText.*as JSON or CSV/],
])('files to train programs with are no tables: %j', (text, said) => {
  expect(() => refuseOtherText(text, 'train.txt')).toThrow(said)
})

test.each(['null', ' true\n', '"hello"'])('JSON of nothing but %j is said to hold no list', (text) => {
  expect(() => refuseOtherText(text, 'answer.json')).toThrow(/JSON, but holds no list of objects/)
})

import { parseDocument } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import { decisionLetter } from '../../../core/letters/decision-letter.ts'
import { outcomeLetter } from '../../../core/letters/outcome-letter.ts'
import { aDecision, anOutcome } from './facts.ts'

type Node = ReturnType<typeof parseDocument>['children'][number]

const hostile = [
  `</blockquote><script>alert(1)</script><img src=x onerror="alert(1)">`,
  `"' onload=alert(1) x="`,
  '`$1` &lt;b&gt; &#60;script&#62; <!-- --> ]]> </style><style>*{display:none}</style>',
  'evil \u202e txet \u2069\u2069 after',
  '\ud800 half \udc00 \u0000 nul \u001b[31m',
  '<'.repeat(100_000),
]

function nodesOf(page: string): readonly Node[] {
  const all = (nodes: readonly Node[]): readonly Node[] =>
    nodes.flatMap((node) => [node, ...('children' in node ? all(node.children) : [])])
  return all(parseDocument(page).children)
}

/** Names of elements, and of attributes with what they say where it is fixed. */
function structureOf(page: string): readonly string[] {
  return nodesOf(page).flatMap((node) =>
    'attribs' in node ? [`${node.name} ${Object.keys(node.attribs).join(' ')}`] : [],
  )
}

function textOf(page: string): string {
  return nodesOf(page)
    .flatMap((node) => (node.type === 'text' ? [node.data] : []))
    .join('')
}

const parts = ['author', 'thread', 'text'] as const

describe('hostile text', () => {
  test.each(hostile)('in any place of a letter it adds no element and no attribute: %#', (evil) => {
    const safe = new Set([...structureOf(decisionLetter(aDecision())), 'span class', 'p class'])
    const letters = [
      decisionLetter(aDecision({ passage: evil, sentence: evil, notGrounds: evil })),
      decisionLetter(
        aDecision({ rule: { name: evil, sentence: evil }, label: { name: evil, definition: evil } }),
      ),
      decisionLetter(aDecision({ sender: { name: evil, contact: evil, appealDays: 28, further: evil } })),
      ...parts.map((part) =>
        decisionLetter(aDecision({ comment: { ...aDecision().comment, [part]: evil } })),
      ),
      outcomeLetter(anOutcome({ appeal: evil, answer: evil, newLabel: evil })),
    ]
    for (const letter of letters) {
      expect(structureOf(letter).filter((one) => !safe.has(one))).toEqual([])
      expect(letter.isWellFormed()).toBe(true)
    }
  })

  test('the comment is in the letter letter by letter', () => {
    const text = hostile[2] ?? ''
    expect(textOf(decisionLetter(aDecision({ comment: { ...aDecision().comment, text } })))).toContain(text)
  })

  test('what turns words round is written out, and turns nothing round', () => {
    const text = 'evil \u202e txet \u2069\u2069 after'
    const letter = decisionLetter(aDecision({ comment: { ...aDecision().comment, text } }))
    expect(letter).toContain('<span class="unseen">RLO</span>')
    expect(letter).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
  })

  test('a comment of 100,000 characters is cut at a whole sign, and the letter says how long it is', () => {
    const letter = decisionLetter(
      aDecision({ comment: { ...aDecision().comment, text: 'x😀'.repeat(33_400) } }),
    )
    expect(letter).toContain('The whole of it has 100,200 characters.')
    expect(letter).not.toContain('\ufffd')
    expect(letter.length).toBeLessThan(40_000)
  })
})

describe('a letter', () => {
  test('stands alone: no script, no address, one style, and a policy that allows nothing else', () => {
    for (const letter of [decisionLetter(aDecision()), outcomeLetter(anOutcome())]) {
      const nodes = nodesOf(letter)
      expect(letter).toMatch(/^<!doctype html>\n<html lang="en">/)
      expect(letter).toContain(
        `content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`,
      )
      const named = nodes.flatMap((node) => ('name' in node ? [node.name] : []))
      expect(named.filter((name) => ['script', 'link', 'img', 'a', 'iframe'].includes(name))).toEqual([])
      expect(named.filter((name) => name === 'style')).toHaveLength(1)
      expect(letter).not.toMatch(/https?:|url\(|@import/)
    }
  })

  test("has no author's name unless it was asked for", () => {
    expect(decisionLetter(aDecision())).toContain('To the author of the comment')
    const named = aDecision({ comment: { ...aDecision().comment, author: 'Ada Fernsby' } })
    expect(decisionLetter(named)).toContain('To <bdi>Ada Fernsby</bdi>')
  })

  test('says what was decided, by which rule, on which words, and that it is about one comment', () => {
    const text = textOf(decisionLetter(aDecision()))
    for (const said of [
      'Lowgate Hospital Trust',
      'FH-7K3M-92QD',
      '26 November 2026',
      '3 September 2026 at 18:12 (UTC)',
      'The delayed report',
      'think before you post again',
      'Says or hints that somebody will come to harm.',
      'It names the way home of one of the nurses.',
      'A second person, who was not told what the first had decided',
      'This is about one comment, not about you.',
      'It ends on 26 November 2027, unless it is decided anew.',
      'Write to us by 24 December 2026',
      'Somebody who has not decided on your comment before',
    ]) {
      expect(text).toContain(said)
    }
  })

  test('says nothing of a time, a thread, a rule or an end that is not known', () => {
    const bare = aDecision({
      comment: { author: null, thread: null, postedAt: null, text: 'You know which bus.' },
      rule: null,
      passage: null,
      sentence: null,
      expiresAt: null,
      notGrounds: '',
    })
    const text = textOf(decisionLetter(bare))
    expect(text).toContain('You posted a comment. We gave it')
    expect(text).not.toMatch(
      /The rule|The words that|Why it applies|It ends on|never a reason|null|undefined/,
    )
  })

  test('tells how many people decided, as it was', () => {
    expect(textOf(decisionLetter(aDecision({ decidedBy: 'one' })))).not.toContain('second person')
    expect(textOf(decisionLetter(aDecision({ decidedBy: 'adjudication' })))).toContain('did not agree')
  })

  test.each(['proposed', 'disputed'] as const)('is refused for a label that is %s', (status) => {
    expect(() => decisionLetter(aDecision({ status }))).toThrow('No letter can be written about this label')
  })

  test('is refused while nobody could tell who writes or where to appeal', () => {
    const { sender } = aDecision()
    for (const blank of [
      { ...sender, name: ' ' },
      { ...sender, contact: '\n' },
    ]) {
      expect(() => decisionLetter(aDecision({ sender: blank }))).toThrow('A letter needs the name')
      expect(() => outcomeLetter(anOutcome({ sender: blank }))).toThrow('A letter needs the name')
    }
  })
})

describe('the letter about an appeal', () => {
  test('says that a label was taken away, what stands instead, and why', () => {
    const text = textOf(outcomeLetter(anOutcome()))
    for (const said of [
      'Your appeal: we were wrong',
      'has been taken away from your comment. It now has the label “Critic”.',
      'we are sorry',
      'The bus is the one that the report itself names.',
      'I meant the bus in the report.',
    ]) {
      expect(text).toContain(said)
    }
    expect(text).not.toContain('ombudsman')
  })

  test('says that a label stands, and whom to turn to then', () => {
    const text = textOf(outcomeLetter(anOutcome({ outcome: 'upheld', newLabel: null })))
    expect(text).toContain('The label “Troll” stands.')
    expect(text).toContain('The ombudsman for public services')
    expect(text).not.toContain('sorry')
  })
})

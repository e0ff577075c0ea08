/** Tables that public bodies have: forms, surveys, consultations and reviews, each with the header its tool writes. */
import { expect, test } from 'vitest'
import { stateOf } from '../../../core/importers/states.ts'
import { look } from './reading.ts'

const table = (header: string, row: (n: number) => string): string =>
  [header, ...Array.from({ length: 20 }, (_, n) => row(n))].join('\n')
const two = (n: number): string => String((n % 28) + 1).padStart(2, '0')
const reply = (n: number): string => `"The report on Fern ward, number ${n}, is late, and nobody says why."`

const question =
  'Please tell us in your own words what you would like us to consider before a decision is made'
const longQuestion = `${question}, with regard to the ward, the bus stop at Lowgate and the report that is due`

test.each([
  [
    'Google Forms',
    table(
      `Timestamp,What is your name?,Which of these describes you best?,"${longQuestion}"`,
      (n) => `2026/09/${two(n)} 6:42:07 PM GMT+1,Maren ${n},Resident,${reply(n)}`,
    ),
    { text: longQuestion, time: 'Timestamp', author: 'What is your name?' },
  ],
  [
    'Google Forms in Spanish',
    table('Marca temporal,Nombre,¿Qué opina?', (n) => `${two(n)}/09/2026 10:10:00,Ana ${n},${reply(n)}`),
    { text: '¿Qué opina?', time: 'Marca temporal', author: 'Nombre' },
  ],
  [
    'SurveyMonkey',
    table(
      `Respondent ID,Collector ID,Start Date,End Date,IP Address,"${longQuestion}"`,
      (n) => `1180000${two(n)},400,09/${two(n)}/2026 10:15:00 AM,09/${two(n)}/2026 10:25:00 AM,,${reply(n)}`,
    ),
    { text: longQuestion, id: 'Respondent ID', time: 'Start Date' },
  ],
  [
    'Citizen Space',
    table(
      'Response ID,Date Submitted,1. What is your name? - Name,2. Do you agree? - Agree,3. Why? - Reasons',
      (n) => `ANON-${two(n)}-X,2026-09-${two(n)} 10:15:00,Maren ${n},Disagree,${reply(n)}`,
    ),
    {
      text: '3. Why? - Reasons',
      id: 'Response ID',
      time: 'Date Submitted',
      author: '1. What is your name? - Name',
    },
  ],
  [
    'Trustpilot',
    table(
      'Review ID,Review Created (UTC),Review Title,Review Content,Review Stars,Review Username',
      (n) => `64a${two(n)},2026-09-${two(n)} 10:15:00,Title ${n},${reply(n)},1,Maren ${n}`,
    ),
    { text: 'Review Content', id: 'Review ID', time: 'Review Created (UTC)', author: 'Review Username' },
  ],
  [
    'a German council',
    table(
      'Nr.;Eingang;Name;Stellungnahme;Abwägung;Status',
      (n) => `${n};${two(n)}.09.2026;Anna ${n};${reply(n)};Kenntnisnahme;Freigegeben`,
    ),
    { text: 'Stellungnahme', id: 'Nr.', time: 'Eingang', author: 'Name', state: 'Status' },
  ],
  [
    'a French council, whose “avis” is for or against',
    table(
      'Numéro;Date de dépôt;Nom;Observations du public;Avis',
      (n) => `${n};${two(n)}/09/2026;Anne ${n};${reply(n)};${n % 2 ? 'Favorable' : 'Défavorable'}`,
    ),
    { text: 'Observations du public', id: 'Numéro', time: 'Date de dépôt', author: 'Nom' },
  ],
  [
    'an Arabic table',
    table(
      'المعرف,الكاتب,تاريخ النشر,التعليق,ردا على',
      (n) => `${1000 + n},سلمى ${n},2026-09-${two(n)},${reply(n)},${n % 3 ? 1000 : ''}`,
    ),
    { text: 'التعليق', id: 'المعرف', time: 'تاريخ النشر', author: 'الكاتب', parent: 'ردا على' },
  ],
])('the columns of %s are told', async (_, text, columns) => {
  const report = await look(text)
  expect(report.reading).toMatchObject({ headerRow: 1, columns })
  expect(report.ledger).toMatchObject({ added: 20, skipped: [], repaired: [] })
})

test('a record that was cut off and left nothing else asks for another copy', async () => {
  const report = await look('{"text":')
  expect(report.obstacle).toMatch(/No record in it is whole.*Get it again/)
})

test.each([
  ['Withheld', 'held'],
  ['Not published', 'held'],
  ['Awaiting moderation', 'held'],
  ['Veröffentlicht', 'visible'],
  ['Zurückgehalten', 'held'],
  ['En attente', 'held'],
  ['Rejeté', 'removed-by-moderator'],
])('“%s” in a column of states is read as %s', (word, state) => {
  expect(stateOf(word, 'Status')).toBe(state)
})

import { composePacks, getRegister, pack, register } from '@anzhi/engine/pack'

/** An invented lending library: a business that is not ours, small enough to be held in the head. */
const book = register({
  title: '{name}',
  open: true,
  fields: { name: { type: 'text', required: true, search: true } },
  create: { by: { role: 'librarian' } },
  correct: { by: { role: 'librarian' } },
  withdraw: { by: { role: 'librarian' } },
  list: { columns: ['name'] },
})

const loan = register({
  title: '{number}',
  axes: { desk: 'desk' },
  fields: {
    number: { type: 'serial', format: 'L-{n}', search: true },
    book: { type: 'ref', to: 'book', required: true },
    desk: { type: 'organ', required: true },
    kind: { type: 'choice', options: 'loan-kind', required: true },
    askedOn: { type: 'date', required: true, backdate: 10 },
    due: { type: 'deadline', tracked: true },
    fee: { type: 'money' },
    pages: { type: 'integer', min: 1 },
    large: { type: 'yesNo' },
    note: { type: 'longText' },
    returnedOn: { type: 'date' },
    photos: { type: 'files', accept: 'image' },
    audit: { type: 'text' },
  },
  create: {
    by: { role: 'librarian', in: 'desk' },
    dates: 'askedOn',
    takes: ['book', 'desk', 'kind', 'fee', 'pages', 'large', 'note'],
  },
  correct: { by: { role: 'librarian' }, freeIn: ['asked'] },
  withdraw: { by: { role: 'librarian' } },
  life: {
    states: ['asked', 'lent', 'returned', 'closed'],
    acts: {
      lend: {
        from: 'asked',
        to: 'lent',
        by: { role: 'librarian', in: 'desk' },
        needs: ['due'],
        takes: ['fee'],
      },
      extend: { from: 'lent', to: 'lent', by: { role: 'librarian' }, asks: ['due', 'reason'] },
      bringBack: {
        from: 'lent',
        to: 'returned',
        by: { role: 'porter' },
        asks: ['photos'],
        dates: 'returnedOn',
      },
      close: { from: 'returned', to: 'closed', by: { role: 'librarian' } },
      reopen: { from: ['returned', 'closed'], to: 'lent', by: { role: 'librarian' }, asks: ['reason'] },
    },
  },
  list: {
    columns: ['number', 'book', 'kind', 'state', 'due'],
    filters: ['state', 'kind', 'desk', 'askedOn', 'fee', 'large', 'note'],
    order: ['-askedOn'],
  },
})

const named = (prefix: string, names: string[], language: string) =>
  Object.fromEntries(names.map((name) => [`${prefix}.${name}`, `${name} (${language})`]))

function wordsIn(language: string): Record<string, string> {
  return {
    ...named('role', ['librarian', 'porter'], language),
    ...named('option.loan-kind', ['home', 'room'], language),
    ...named('register', ['book', 'loan'], language),
    ...named('field.book', Object.keys(book.fields), language),
    ...named('field.loan', Object.keys(loan.fields), language),
    ...named('state.loan', loan.life!.states, language),
    ...named('act.loan', Object.keys(loan.life!.acts), language),
    ...named('indicator', ['loans', 'returned', 'returnRate', 'lateLoans', 'books'], language),
    ...named('report', ['year'], language),
    'year.title': `{=organ} (${language})`,
    'year.line': `{loans}, {returnRate}`,
  }
}

const composed = composePacks([
  pack({
    id: 'library',
    version: '1',
    buildsOn: [],
    roles: { librarian: { sees: 'district' }, porter: { sees: 'organ' } },
    options: { 'loan-kind': ['home', 'room'] },
    registers: { book, loan },
    indicators: {
      loans: { count: 'loan', on: 'askedOn', unit: '次' },
      returned: { count: 'loan', on: 'askedOn', unit: '次', where: { state: ['returned', 'closed'] } },
      returnRate: { ratio: ['returned', 'loans'], unit: '%', decimals: 1 },
      lateLoans: { count: 'loan', unit: '次', where: { state: 'lent', due: { before: 'asOf' } } },
      books: { count: 'book', unit: '册' },
    },
    reports: {
      year: {
        blocks: [
          { kind: 'title', text: 'year.title' },
          { kind: 'paragraph', text: 'year.line' },
        ],
      },
    },
    words: { zh: wordsIn('zh'), en: wordsIn('en') },
  }),
])
if (!composed.ok) throw new Error(JSON.stringify(composed.problems))

export const library = composed.value
export const loans = getRegister(library, 'loan')

import { composePacks, pack, register } from '@anzhi/engine/pack'
import { problem } from '@anzhi/engine/problem'
import { describe, expect, it } from 'vitest'
import { namedSentence, placeProblems, sentenceOf } from './index.ts'

const composed = composePacks([
  pack({
    id: 'shelf',
    version: '1',
    buildsOn: [],
    roles: { keeper: { sees: 'district' } },
    registers: {
      book: register({
        title: '{name}',
        fields: {
          name: { type: 'text', required: true },
          lentOn: { type: 'date' },
          backOn: { type: 'date', notBefore: 'lentOn' },
          pages: { type: 'rows', fields: { torn: { type: 'integer' } } },
        },
        create: { by: { role: 'keeper' } },
        correct: { by: { role: 'keeper' } },
        withdraw: { by: { role: 'keeper' } },
        list: { columns: ['name'] },
      }),
    },
    words: {
      zh: words('书名', '借出', '归还', '书', '管书人'),
      en: words('Name', 'Lent', 'Back', 'Books', 'Keeper'),
    },
  }),
])
if (!composed.ok) throw new Error(JSON.stringify(composed.problems))
const about = { pack: composed.value, register: composed.value.registers.book! }

function words(name: string, lent: string, back: string, book: string, keeper: string) {
  return {
    'register.book': book,
    'role.keeper': keeper,
    'field.book.name': name,
    'field.book.pages': `${name} 2`,
    'field.book.pages.torn': `${name} 3`,
    'field.book.lentOn': lent,
    'field.book.backOn': back,
  }
}

describe('a problem as a sentence', () => {
  it('says how large a file may be, as people say it', () => {
    const large = (max: number) => problem('tooLarge', 'body', { max })
    expect(sentenceOf(large(20 * 2 ** 20), 'zh')).toBe('文件太大，最大 20 MB')
    expect(sentenceOf(large(512 * 2 ** 10), 'en')).toBe('The file is too large; at most 512 KB')
  })

  it('says fields, acts and states by their words', () => {
    const early = problem('tooEarly', 'backOn', { other: 'lentOn', day: '2022-10-02' })
    expect(sentenceOf(early, 'zh', about)).toBe('不能早于借出（2022-10-02）')
    expect(sentenceOf(early, 'en', about)).toBe('Not before “Lent” (2022-10-02)')
    const state = problem('wrongState', undefined, { act: 'correct', state: 'withdrawn' })
    expect(sentenceOf(state, 'zh', about)).toBe('现在的状态是「已撤销」，不能更正')
    const same = problem('notByWhoDid', undefined, { act: 'correct', other: 'create' })
    expect(sentenceOf(same, 'zh', about)).toBe('「更正」不能由办理「登记」的同一人来做')
  })

  it('says until when a door is shut by the clock of the office', () => {
    const shut = problem('locked', undefined, { until: '2022-10-31T01:05:59.000Z' })
    expect(sentenceOf(shut, 'zh')).toBe('连续输错次数太多，请在 2022-10-31 09:05 以后再试')
  })

  it('says a range by what it has', () => {
    expect(sentenceOf(problem('outOfRange', 'x', { min: 1, max: 500 }), 'zh')).toBe('超出范围 1–500')
    expect(sentenceOf(problem('outOfRange', 'x', { min: '0' }), 'zh')).toBe('超出范围 ≥ 0')
  })

  it('is named where its field is not to be seen', () => {
    expect(namedSentence(problem('required', 'name'), 'zh', about)).toBe('书名：必须填写')
    expect(namedSentence(problem('required', 'name'), 'en', about)).toBe('Name: Must be filled in')
    expect(namedSentence(problem('stale', 'version'), 'zh', about)).toBe('这条记录刚刚被别人改过')
  })
})

describe('the place of a problem', () => {
  it('is its field when the form shows it, the first one of several; the others are kept', () => {
    const first = problem('required', 'name')
    const second = problem('tooLong', 'name')
    const elsewhere = problem('required', 'lentOn')
    const nowhere = problem('busy')
    const placed = placeProblems([first, second, elsewhere, nowhere], ['name', 'backOn'])
    expect(placed).toEqual({ at: { name: first }, rest: [elsewhere, nowhere] })
  })
})

describe('a problem inside a field', () => {
  it('is placed there, and says row and column where its field is not to be seen', () => {
    const inside = problem('notInteger', 'pages.1.torn')
    expect(placeProblems([inside], ['name', 'pages'])).toEqual({ at: { 'pages.1.torn': inside }, rest: [] })
    expect(placeProblems([inside], ['name'])).toEqual({ at: {}, rest: [inside] })
    expect(namedSentence(inside, 'zh', about)).toMatch(/^书名 2 第2行 书名 3：/)
    expect(namedSentence(problem('required', 'pages.0'), 'en', about)).toMatch(/^Name 2 row 1: /)
  })

  it('is told of another record that an act would change, with its register and its field', () => {
    const found = problem('tooEarly', 'answers.lentOn', {
      register: 'book',
      other: 'backOn',
      day: '2022-10-01',
    })
    const elsewhere = { pack: composed.value }
    expect(namedSentence(found, 'zh', elsewhere)).toBe('书的借出：不能早于归还（2022-10-01）')
    expect(placeProblems([found], ['answers'])).toEqual({ at: {}, rest: [found] })
  })
})

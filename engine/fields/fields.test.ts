import { describe, expect, it } from 'vitest'
import { composePacks, envOf } from '../pack/index.ts'
import { compareText, type FieldSpec, fieldTypeOf, parseDay, serialText, showDay } from './index.ts'

const composed = composePacks([])
if (!composed.ok) throw new Error('the core registers are sound')
const env = envOf(composed.value, '2022-10-31')

function parse(spec: FieldSpec, text: string): unknown {
  const parsed = fieldTypeOf(spec).parse(text, spec, env)
  return parsed.ok ? parsed.value : parsed.problems.map(({ code }) => code).join()
}

function check(spec: FieldSpec, input: unknown): unknown {
  const checked = fieldTypeOf(spec).check(input, spec, env)
  return checked.ok ? checked.value : checked.problems.map(({ code }) => code).join()
}

describe('the cell of a ledger', () => {
  it.each([
    ['2022年10月31日', '2022-10-31'],
    ['２０２２．１．５', '2022-01-05'],
    ['2022/2/29', undefined],
    ['10月31日', undefined],
    ['2022-10', undefined],
  ])('as a day: %s', (text, day) => {
    expect(parseDay(text)).toBe(day)
  })

  it.each([
    ['1,234', 1234],
    ['１２', 12],
    ['+7', 7],
    ['−7', -7],
    ['1,234,567', 1234567],
    ['12,5', 'notInteger'],
    ['0,125', 'notInteger'],
    ['5²', 'notInteger'],
    ['①', 'notInteger'],
    ['12.0', 'notInteger'],
    ['9999999999', 'outOfRange'],
  ])('as a whole number: %s', (text, value) => {
    expect(parse({ type: 'integer' }, text)).toBe(value)
  })

  it.each([
    ['1.2万元', '12000.00'],
    ['￥1,200.5', '1200.50'],
    ['3 万', '30000.00'],
    ['0.5亿元', '50000000.00'],
    ['12000', '12000.00'],
    ['12,5', 'notMoney'],
    ['1 200', 'notMoney'],
    ['0.001', 'notMoney'],
    ['0.0000001万元', 'notMoney'],
    ['-3元', 'outOfRange'],
    ['约3万', 'notMoney'],
  ])('as money: %s', (text, value) => {
    expect(parse({ type: 'money' }, text)).toBe(value)
  })

  it.each([
    ['立即整改', { kind: 'atOnce', date: null, text: null }],
    ['长期坚持', { kind: 'standing', date: null, text: null }],
    ['2022年10月31日', { kind: 'day', date: '2022-10-31', text: null }],
    ['国庆前', { kind: 'text', date: null, text: '国庆前' }],
    ['国庆前 (2022-09-30)', { kind: 'text', date: '2022-09-30', text: '国庆前' }],
    ['国庆前 (2022-09-31)', { kind: 'text', date: null, text: '国庆前 (2022-09-31)' }],
  ])('as a deadline: %s', (text, value) => {
    expect(parse({ type: 'deadline' }, text)).toEqual(value)
  })

  it('as a deadline, with the longest words there may be', () => {
    const due = { kind: 'text', date: '2022-09-30', text: '节'.repeat(200) }
    const shown = fieldTypeOf({ type: 'deadline' }).show(due, { type: 'deadline' }, env)
    expect(parse({ type: 'deadline' }, shown)).toEqual(due)
  })

  it.each([
    ['√', true],
    ['无', false],
    ['Yes', true],
    ['', 'notYesNo'],
    ['不清楚', 'notYesNo'],
  ])('as yes or no: %s', (text, value) => {
    expect(parse({ type: 'yesNo' }, text)).toBe(value)
  })
})

describe('text', () => {
  it('loses the blanks around it, and keeps its lines where it has lines', () => {
    expect(check({ type: 'text' }, '  水\t管\r\n漏 ')).toBe('水 管 漏')
    expect(check({ type: 'longText' }, '  水管\r\n漏\r水 ')).toBe('水管\n漏\n水')
  })

  it('is one and the same however its accents were typed', () => {
    expect(check({ type: 'text' }, 'e\u0301')).toBe('\u00E9')
  })

  it('is nothing when it shows nothing', () => {
    for (const blank of ['', ' \u3000', '\u200B', '\uFEFF \u2060']) {
      expect(check({ type: 'text' }, blank)).toBe('required')
    }
  })

  it('is measured in characters, not in halves of them', () => {
    expect(check({ type: 'text', max: 3 }, '😀😀😀')).toBe('😀😀😀')
    expect(check({ type: 'text', max: 3 }, '一二三四')).toBe('tooLong')
  })

  it('can be printed: no character that a document cannot hold', () => {
    for (const sign of ['\0', '\u0007', '\uFFFE', '\uFFFF', '\u{1FFFE}', '\uD83D']) {
      expect(check({ type: 'text' }, `水${sign}`)).toBe('notText')
    }
  })

  it('sorts by code point, beyond U+FFFF too', () => {
    expect(['😀', '\uE000', '水', 'a', ''].sort(compareText)).toEqual(['', 'a', '水', '\uE000', '😀'])
  })
})

it('an official day has no leading zeros', () => {
  expect(showDay('2022-01-05')).toBe('2022年1月5日')
})

it('a running number is filled in as it stands', () => {
  expect(serialText('YD-{year}-{n}', '2022', 7)).toBe('YD-2022-7')
})

it('money is kept with two decimals and never below nothing unless the pack says so', () => {
  expect(check({ type: 'money' }, '007.5')).toBe('7.50')
  expect(check({ type: 'money' }, '-0')).toBe('0.00')
  expect(check({ type: 'money' }, '-0.01')).toBe('outOfRange')
  expect(check({ type: 'money', negative: true }, '-0.01')).toBe('-0.01')
  expect(check({ type: 'money' }, 7.5)).toBe('notMoney')
})

it('files are named once each, and not too many of them', () => {
  const ids = ['1', '2', '3'].map((n) => `0190a6f0-0000-7000-8000-00000000000${n}`)
  expect(check({ type: 'files' }, [ids[1], ids[0], ids[1]])).toEqual([ids[1], ids[0]])
  expect(check({ type: 'files', max: 2 }, ids)).toBe('tooMany')
  expect(check({ type: 'files' }, [])).toBe('required')
})

it('a deadline of a day keeps no words, and one without a day no date', () => {
  expect(check({ type: 'deadline' }, { kind: 'day', date: '2022-10-01', text: 'x' })).toEqual({
    kind: 'day',
    date: '2022-10-01',
    text: null,
  })
  expect(check({ type: 'deadline' }, { kind: 'standing', date: '2022-10-01' })).toEqual({
    kind: 'standing',
    date: null,
    text: null,
  })
  expect(check({ type: 'deadline' }, { kind: 'day' })).toBe('required')
  expect(check({ type: 'deadline' }, { kind: 'text', text: '' })).toBe('required')
})

it('a link says what was found, what was written, or both, and never neither', () => {
  const id = '0190a6f0-0000-7000-8000-000000000001'
  expect(check({ type: 'organ' }, { id, text: ' 东园 ' })).toEqual({ id, text: '东园' })
  expect(check({ type: 'organ' }, { text: '东园' })).toEqual({ id: null, text: '东园' })
  expect(check({ type: 'organ' }, { id: null, text: null })).toBe('notLink')
  expect(check({ type: 'organ' }, id)).toBe('notLink')
})

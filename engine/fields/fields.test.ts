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

function parsed(
  type: 'money' | 'phone' | 'creditCode' | 'identityNumber' | 'dateTime' | 'month' | 'quarter',
) {
  return (text: string) => parse({ type }, text)
}

describe('the cell of a ledger', () => {
  it.each([
    ['壹拾万元整', '100000.00'],
    ['人民币叁仟贰佰元整', '3200.00'],
    ['壹万零伍拾元', '10050.00'],
    ['拾伍元整', '15.00'],
    ['贰亿零叁万肆仟元整', '200034000.00'],
    ['玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分', '9999999.99'],
    ['伍元零叁分', '5.03'],
    ['柒角', '0.70'],
    ['零元整', '0.00'],
    ['10万元整', '100000.00'],
    ['壹贰元', 'notMoney'],
    ['壹拾万', 'notMoney'],
    ['整', 'notMoney'],
    ['万元', 'notMoney'],
    ['拾佰元', 'notMoney'],
  ])('as money in capitals: %s', (text, value) => {
    expect(parsed('money')(text)).toBe(value)
  })

  it.each([
    ['12.50', 2, '12.50'],
    ['1,234.5', 2, '1234.50'],
    ['-0', 1, '0.0'],
    ['+3', 0, '3'],
    ['3.0', 0, '3'],
    ['3.5', 0, 'notDecimal'],
    ['0.1250', 3, '0.125'],
    ['0.1251', 3, 'notDecimal'],
    ['1e3', 2, 'notDecimal'],
    ['.5', 2, 'notDecimal'],
  ])('as a number with decimals: %s with %i', (text, decimals, value) => {
    expect(parse({ type: 'decimal', decimals }, text)).toBe(value)
  })

  it.each([
    ['12.5千克', { amount: '12.5', unit: '千克' }],
    ['１２ 千克', { amount: '12', unit: '千克' }],
    ['3 20kg袋', { amount: '3', unit: '20kg袋' }],
    ['1,200kg', { amount: '1200', unit: 'kg' }],
    ['12', 'notOption'],
    ['12斤', 'notDecimal'],
    ['千克', 'notDecimal'],
    ['1.2345千克', 'notDecimal'],
    ['-1千克', 'outOfRange'],
  ])('as a quantity: %s', (text, value) => {
    expect(parse({ type: 'quantity', units: ['千克', 'kg', '20kg袋'] }, text)).toEqual(value)
  })

  it('as a quantity with one unit, which may be left out', () => {
    expect(parse({ type: 'quantity', units: ['只'] }, '7')).toEqual({ amount: '7', unit: '只' })
  })

  it.each([
    ['2022-10-31 09:05', '2022-10-31T01:05:00Z'],
    ['2022年10月31日9时5分', '2022-10-31T01:05:00Z'],
    ['2022年10月31日 9时', '2022-10-31T01:00:00Z'],
    ['2022.1.5 23:59:59', '2022-01-05T15:59:59Z'],
    ['2022-10-31T00:30', '2022-10-30T16:30:00Z'],
    ['2022-10-31T00:30:00.25-01:00', '2022-10-31T01:30:00Z'],
    ['2022-10-31', 'wrongForm'],
    ['2022-10-31 24:00', 'wrongForm'],
    ['2022-02-30 10:00', 'wrongForm'],
    ['10月31日 9:00', 'wrongForm'],
    ['1991-12-31 23:59', 'wrongForm'],
  ])('as a moment in Asia/Shanghai: %s', (text, value) => {
    expect(parsed('dateTime')(text)).toBe(value)
  })

  it.each([
    ['2022年10月', '2022-10'],
    ['2022.1', '2022-01'],
    ['2022-13', 'wrongForm'],
    ['10月', 'wrongForm'],
    ['2022', 'wrongForm'],
  ])('as a month: %s', (text, value) => {
    expect(parsed('month')(text)).toBe(value)
  })

  it.each([
    ['2022年第三季度', '2022-Q3'],
    ['2022年4季度', '2022-Q4'],
    ['2022q1', '2022-Q1'],
    ['2022-Q5', 'wrongForm'],
    ['三季度', 'wrongForm'],
  ])('as a quarter: %s', (text, value) => {
    expect(parsed('quarter')(text)).toBe(value)
  })

  it.each([
    ['154 0000 0000', '15400000000'],
    ['+86 154-0000-0000', '15400000000'],
    ['（０５１２）00000000', '051200000000'],
    ['0512-00000000-803', '051200000000-803'],
    ['0512 0000000 转 8', '05120000000-8'],
    ['010-00000000', '01000000000'],
    ['400-000-0000', '4000000000'],
    ['12350', '12350'],
    ['010-0000000', 'wrongForm'],
    ['1540000000', 'wrongForm'],
    ['154 0000 0000 转 8', 'wrongForm'],
    ['无', 'wrongForm'],
  ])('as a telephone number: %s', (text, value) => {
    expect(parsed('phone')(text)).toBe(value)
  })

  it('shows a telephone number with its area code apart', () => {
    const show = (value: string) => fieldTypeOf({ type: 'phone' }).show(value, { type: 'phone' }, env)
    const shown = ['051200000000-803', '01000000000', '15400000000', '12350'].map(show)
    expect(shown).toEqual(['0512-00000000-803', '010-00000000', '15400000000', '12350'])
  })

  it.each([
    ['99010120200229002 9', '990101202002290029'],
    ['990101190001010018', '990101190001010018'],
    ['990101190001010019', 'checkDigit'],
    ['990101202102290020', 'wrongForm'],
    ['990101204001010020', 'wrongForm'],
    ['99010119000101', 'wrongForm'],
  ])('as an identity number: %s', (text, value) => {
    expect(parsed('identityNumber')(text)).toBe(value)
  })

  it.each([
    ['91990101ma9000011p', '91990101MA9000011P'],
    ['91990101MA900002XF', '91990101MA900002XF'],
    ['91990101MA9000011Q', 'checkDigit'],
    ['91990101MA9000101P', 'checkDigit'],
    ['91990101MA90O0011P', 'wrongForm'],
    ['320500000012345', 'wrongForm'],
  ])('as a credit code: %s', (text, value) => {
    expect(parsed('creditCode')(text)).toBe(value)
  })
})

describe('the number of a document', () => {
  const { key } = fieldTypeOf({ type: 'documentNumber' })
  const printed = '（汀）应急现决〔2022〕15号'

  it('stays as it was printed', () => {
    expect(parse({ type: 'documentNumber' }, '（汀）应急现决﹝2022﹞第015号')).toBe(
      '（汀）应急现决﹝2022﹞第015号',
    )
    expect(parse({ type: 'documentNumber' }, '〔〕')).toBe('wrongForm')
  })

  it.each([
    '(汀)应急现决[2022]15号',
    '（汀）应急现决﹝2022﹞第015号',
    '汀应急现决 2022 15 号',
    '(汀）应急现决【２０２２】０１５号',
  ])('is found as %s', (written) => {
    expect(key.of(written)).toBe(key.of(printed))
  })

  it('is another one with another number, or year', () => {
    const others = ['汀应急现决〔2022〕150号', '汀应急现决〔2021〕15号', '汀应急责改〔2022〕15号']
    for (const other of others) expect(key.of(other)).not.toBe(key.of(printed))
  })
})

describe('several of a list', () => {
  const words: Record<string, string> = {
    'option.fruit.pear': '梨',
    'option.fruit.both': '梨、桃',
    'option.fruit.peach': '桃',
  }
  const orchard = {
    ...env,
    options: () => ['peach', 'pear', 'both'],
    word: (name: string) => words[name] ?? name,
  }
  const spec: FieldSpec = { type: 'choices', options: 'fruit' }
  const read = (text: string) => fieldTypeOf(spec).parse(text, spec, orchard)

  it('are kept in the order of the list, each once', () => {
    expect(fieldTypeOf(spec).check(['pear', 'peach', 'pear'], spec, orchard)).toEqual({
      ok: true,
      value: ['peach', 'pear'],
    })
    expect(fieldTypeOf(spec).check([], spec, orchard).ok).toBe(false)
  })

  it('are read by their words, however they are set apart', () => {
    for (const text of ['梨 桃', '桃；梨', 'pear,桃', '梨/桃/梨'])
      expect(read(text)).toEqual({ ok: true, value: ['peach', 'pear'] })
    expect(read('梨、桃')).toEqual({ ok: true, value: ['both'] })
    expect(read('梨桃').ok).toBe(false)
  })
})

describe('a place', () => {
  const spec: FieldSpec = { type: 'place', within: 'organ' }

  it('may lack any part, but not all', () => {
    expect(check(spec, { address: ' 井边 ' })).toEqual({ division: null, address: '井边', point: null })
    expect(check(spec, {})).toBe('required')
    expect(check(spec, { division: null, address: null, point: null })).toBe('required')
  })

  it('keeps its point as it was given, and refuses one that is turned round', () => {
    const point = { longitude: 119.5, latitude: '32.10', datum: 'GCJ02' }
    expect(check(spec, { point })).toMatchObject({
      point: { longitude: '119.5', latitude: '32.1', datum: 'GCJ02' },
    })
    expect(check(spec, { point: { longitude: 32.1, latitude: 119.5, datum: 'GCJ02' } })).toBe('wrongForm')
    expect(check(spec, { point: { longitude: 119.5, latitude: 32.1 } })).toBe('wrongForm')
  })

  it('is read with its point behind the address', () => {
    expect(parse(spec, '井边（119.5，32.1 GCJ-02）')).toEqual({
      division: null,
      address: '井边',
      point: { longitude: '119.5', latitude: '32.1', datum: 'GCJ02' },
    })
  })
})

describe('a link to one of several registers', () => {
  const spec: FieldSpec = { type: 'ref', to: ['organ', 'person'] }
  const id = '0190a6f0-0000-7000-8000-000000000001'

  it('says in which, as soon as something was found', () => {
    expect(check(spec, { register: 'person', id })).toEqual({ register: 'person', id, text: null })
    expect(check(spec, { text: '东园' })).toEqual({ register: null, id: null, text: '东园' })
    for (const register of [undefined, null, 'plot', 'toString', 1])
      expect(check(spec, { register, id })).toBe('notLink')
  })

  it('of a party, also of a name that is in neither', () => {
    expect(check({ type: 'party' }, { register: 'person', text: '张某' })).toEqual({
      register: 'person',
      id: null,
      text: '张某',
    })
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

import { describe, expect, it } from 'vitest'
import { composePacks, envOf } from '../pack/index.ts'
import { type FieldSpec, fieldTypeOf, parseDay } from './index.ts'

const composed = composePacks([])
if (!composed.ok) throw new Error('the core registers are sound')
const env = envOf(composed.value, '2022-10-31')

function parse(spec: FieldSpec, text: string): unknown {
  const parsed = fieldTypeOf(spec).parse(text, spec, env)
  return parsed.ok ? parsed.value : parsed.problems.map(({ code }) => code).join()
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

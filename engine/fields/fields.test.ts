import { describe, expect, it } from 'vitest'
import { composePacks, envOf } from '../pack/index.ts'
import { compareText, type FieldSpec, fieldTypeOf, serialText, showDay } from './index.ts'

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
  expect(serialText('YD-{year}-{n:4}', '2022', 7)).toBe('YD-2022-0007')
  expect(serialText('{n:4}', '2022', 12_345)).toBe('12345')
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

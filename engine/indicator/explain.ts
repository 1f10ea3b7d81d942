import type { FieldSpec } from '../fields/index.ts'
import { type Indicator, type Language, type LeafIndicator, type Pack, wordOf } from '../pack/index.ts'
import type { Filter, Test } from '../query/index.ts'

const phrases = {
  zh: {
    count: '「{register}」的记录数',
    sum: '「{register}」各条记录的「{of}」之和',
    distinct: '「{register}」中不同的「{of}」，重复的只计一次',
    on: '以「{on}」为准归入统计时段',
    stock: '按截止日当天的情况统计',
    where: '只计：{where}',
    ratio: '{part} ÷ {whole}，四舍五入保留{decimals}位小数；分母为零时不出数',
    and: '，',
    or: '或',
    not: '不属于（{part}）',
    oneOf: '{field}为{values}',
    known: '{field}已填',
    has: '{field}含“{text}”',
    before: '{field}早于{bound}',
    upTo: '{field}不晚于{bound}',
    from: '{field}不早于{bound}',
    after: '{field}晚于{bound}',
    asOf: '截止日',
    end: '。',
  },
  en: {
    count: 'the number of records in “{register}”',
    sum: 'the sum of “{of}” over the records in “{register}”',
    distinct: 'how many different “{of}” occur in “{register}”, each counted once',
    on: 'placed in the period by “{on}”',
    stock: 'as things stand on the as-of day',
    where: 'only: {where}',
    ratio:
      '{part} ÷ {whole}, rounded half up to {decimals} decimals; no figure when there is nothing to divide by',
    and: ', ',
    or: ' or ',
    not: 'not ({part})',
    oneOf: '{field} is {values}',
    known: '{field} is known',
    has: '{field} contains “{text}”',
    before: '{field} is before {bound}',
    upTo: '{field} is not after {bound}',
    from: '{field} is not before {bound}',
    after: '{field} is after {bound}',
    asOf: 'the as-of day',
    end: '.',
  },
} as const

type Phrase = keyof (typeof phrases)['zh']

interface Speaking {
  pack: Pack
  language: Language
  leaf?: LeafIndicator
}

/** The definition of an indicator in words, made from the definition itself: it cannot say anything else. */
export function explainIndicator(pack: Pack, indicator: Indicator, language: Language): string {
  const speaking = { pack, language }
  const name = (id: string) => wordOf(pack, language, `indicator.${id}`)
  if (indicator.kind === 'ratio') {
    const [part, whole] = indicator.parts
    const values = { part: name(part), whole: name(whole), decimals: String(indicator.decimals) }
    return say(speaking, 'ratio', values) + say(speaking, 'end')
  }
  return explainLeaf({ ...speaking, leaf: indicator }, indicator)
}

function explainLeaf(speaking: Speaking & { leaf: LeafIndicator }, leaf: LeafIndicator): string {
  const register = wordOf(speaking.pack, speaking.language, `register.${leaf.register}`)
  const where = explainFilter(speaking, leaf.where)
  const clauses = [
    say(speaking, leaf.kind, { register, of: leaf.of === null ? '' : fieldWord(speaking, leaf.of) }),
    leaf.on === null ? say(speaking, 'stock') : say(speaking, 'on', { on: fieldWord(speaking, leaf.on) }),
    ...(where === '' ? [] : [say(speaking, 'where', { where })]),
  ]
  return clauses.join(speaking.language === 'zh' ? '；' : '; ') + say(speaking, 'end')
}

function say({ language }: Speaking, phrase: Phrase, values: Record<string, string> = {}): string {
  return phrases[language][phrase].replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '')
}

function fieldWord({ pack, language, leaf }: Speaking, field: string): string {
  return wordOf(pack, language, field === 'state' ? 'field.state' : `field.${leaf!.register}.${field}`)
}

function explainFilter(speaking: Speaking, filter: Filter): string {
  const all = (parts: Filter[], joint: 'and' | 'or') =>
    parts
      .map((part) => explainFilter(speaking, part))
      .filter((part) => part !== '')
      .join(say(speaking, joint))
  if ('all' in filter) return all(filter.all, 'and')
  if ('any' in filter) return all(filter.any, 'or')
  if ('not' in filter) return say(speaking, 'not', { part: explainFilter(speaking, filter.not) })
  return explainTest(speaking, filter.field, filter.test)
}

function explainTest(speaking: Speaking, name: string, test: Test): string {
  const field = fieldWord(speaking, name)
  if (test.is === 'known') return say(speaking, 'known', { field })
  if (test.is === 'has') return say(speaking, 'has', { field, text: test.text })
  if (test.is === 'oneOf') {
    const values = test.values.map((value) => valueWord(speaking, name, value)).join(say(speaking, 'or'))
    return say(speaking, 'oneOf', { field, values })
  }
  const bound = typeof test.bound === 'object' ? say(speaking, 'asOf') : String(test.bound)
  return say(speaking, test.is, { field, bound })
}

function valueWord(
  { pack, language, leaf }: Speaking,
  field: string,
  value: string | number | boolean,
): string {
  if (field === 'state') return wordOf(pack, language, `state.${leaf!.register}.${value}`)
  const spec: FieldSpec = pack.registers[leaf!.register]!.fields[field]!.spec
  if (spec.type === 'choice') return wordOf(pack, language, `option.${spec.options}.${value}`)
  if (spec.type === 'yesNo') return wordOf(pack, language, value === true ? 'yes' : 'no')
  return String(value)
}

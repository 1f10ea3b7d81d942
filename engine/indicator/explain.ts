import { type FieldSpec, fieldTypeOf } from '../fields/index.ts'
import {
  type ComposedIndicator,
  type GivenIndicator,
  type Indicator,
  isLeaf,
  type Language,
  type LeafIndicator,
  type Pack,
  type PointingTest,
  type RankIndicator,
  wordOf,
} from '../pack/index.ts'
import { type Filter, type OrderTest, partsOf, type Test } from '../query/index.ts'
import { type Phrase, phrases } from './explain-words.ts'
import { pointingLeaf } from './pointing.ts'

interface Speaking {
  pack: Pack
  language: Language
  leaf?: LeafIndicator
  /** The field whose rows are spoken of. */
  rows?: string
}

/** The definition of an indicator in words, made from the definition itself: it cannot say anything else. */
export function explainIndicator(pack: Pack, indicator: Indicator, language: Language): string {
  const speaking = { pack, language }
  if (isLeaf(indicator)) return explainLeaf({ ...speaking, leaf: indicator }, indicator)
  if (indicator.kind === 'given') return explainGiven(speaking, indicator)
  return explainComposed(speaking, indicator) + say(speaking, 'end')
}

function explainGiven(speaking: Speaking, indicator: GivenIndicator): string {
  const { sources, stock, alone } = indicator
  const clauses = [
    say(speaking, 'given'),
    ...(sources.includes('stated') ? [say(speaking, 'onlyStated')] : []),
    ...(sources.includes('quoted')
      ? [say(speaking, sources.includes('stated') ? 'elseGiven' : 'onlyQuoted')]
      : []),
    say(speaking, stock ? 'latest' : 'inPeriod'),
    ...(alone ? [say(speaking, 'alone')] : []),
  ]
  return joinedClauses(speaking, clauses)
}

/** A test on records that name the one counted: which, when, and what they must be like. */
function explainPointing(speaking: Speaking, test: PointingTest): string {
  const there = { ...speaking, leaf: pointingLeaf(test) }
  const register = wordOf(speaking.pack, speaking.language, `register.${test.register}`)
  const on = test.on === null ? '' : fieldWord(there, test.on)
  const phrase = test.within !== null ? 'recently' : test.on !== null ? 'byThen' : 'ever'
  const when = say(speaking, phrase, { on, days: String(test.within) })
  const text = explainFilter(there, test.where).text
  const where = text === '' ? '' : say(speaking, 'pointingWhere', { where: text })
  return say(speaking, test.is === 'has' ? 'pointed' : 'notPointed', { register, when, where })
}

/** What counts where there are no records, and what does not. */
function explainSources(speaking: Speaking, { sources, kind }: LeafIndicator): string[] {
  return [
    ...(sources.includes('stated')
      ? [say(speaking, kind === 'distinct' ? 'elseStatedAlone' : 'elseStated')]
      : []),
    ...(sources.includes('quoted') ? [say(speaking, 'elseQuoted')] : []),
  ]
}

function joinedClauses(speaking: Speaking, clauses: readonly string[]): string {
  return clauses.join(speaking.language === 'zh' ? '；' : '; ') + say(speaking, 'end')
}

function explainComposed(speaking: Speaking, indicator: ComposedIndicator): string {
  const name = (id: string) => wordOf(speaking.pack, speaking.language, `indicator.${id}`)
  if (indicator.kind === 'rank') return explainRank(speaking, indicator, name(indicator.of))
  const decimals = String(indicator.decimals)
  const rounded = say(speaking, 'rounded', { decimals })
  if (indicator.kind === 'ratio') {
    const [part, whole] = indicator.parts
    return say(speaking, 'ratio', { part: name(part), whole: name(whole), rounded })
  }
  const of = name(indicator.of)
  if (indicator.kind === 'target')
    return say(speaking, indicator.goal === null ? 'planned' : 'target', {
      ...{ of, rounded, goal: indicator.goal ?? '' },
    })
  const against = say(speaking, indicator.against)
  return say(speaking, changePhrase[indicator.as], { of, against, rounded })
}

function explainRank(speaking: Speaking, { order, sources }: RankIndicator, of: string): string {
  const said = say(speaking, 'rank', { of, order: say(speaking, order) })
  return sources.includes('quoted') ? said + say(speaking, 'and') + say(speaking, 'rankQuoted') : said
}

const changePhrase = { '%': 'changeShare', amount: 'changeAmount', points: 'changePoints' } as const

const rowPhrase = { count: 'countRows', sum: 'sumRows', mean: 'meanRows', distinct: 'distinctRows' } as const

function explainLeaf(speaking: Speaking & { leaf: LeafIndicator }, leaf: LeafIndicator): string {
  const register = wordOf(speaking.pack, speaking.language, `register.${leaf.register}`)
  const where = explainFilter(speaking, leaf.where).text
  const rows = leaf.each === null ? speaking : { ...speaking, rows: leaf.each }
  const each = leaf.each === null ? '' : fieldWord(speaking, leaf.each)
  const of = leaf.of === null ? '' : fieldWord(rows, leaf.of)
  const whereRow = leaf.each === null ? '' : explainFilter(rows, leaf.whereRow).text
  const clauses = [
    say(speaking, leaf.each === null ? leaf.kind : rowPhrase[leaf.kind], { register, of, each }),
    leaf.on === null ? say(speaking, 'stock') : say(speaking, 'on', { on: fieldWord(speaking, leaf.on) }),
    ...(where === '' ? [] : [say(speaking, 'where', { where })]),
    ...(whereRow === '' ? [] : [say(speaking, 'whereRow', { each, where: whereRow })]),
    ...leaf.pointing.map((test) => explainPointing(speaking, test)),
    ...explainSources(speaking, leaf),
    ...(leaf.decimals === null ? [] : [say(speaking, 'rounded', { decimals: String(leaf.decimals) })]),
  ]
  return joinedClauses(speaking, clauses)
}

function say({ language }: Speaking, phrase: Phrase, values: Record<string, string> = {}): string {
  return phrases[language][phrase].replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '')
}

function specOf({ pack, leaf, rows }: Speaking, field: string): FieldSpec | undefined {
  const { fields } = pack.registers[leaf!.register]!
  return rows === undefined ? fields[field]?.spec : partsOf(fields[rows]!.spec)?.fields[field]?.spec
}

function fieldWord({ pack, language, leaf, rows }: Speaking, field: string): string {
  const name = rows === undefined ? field : `${rows}.${field}`
  return wordOf(pack, language, field === 'state' ? 'field.state' : `field.${leaf!.register}.${name}`)
}

/** A part of a sentence, and how its own parts are joined; without a text it lets everything pass. */
interface Part {
  text: string
  joint?: 'and' | 'or'
  /** It lets nothing pass. */
  never?: true
}

function explainFilter(speaking: Speaking, filter: Filter): Part {
  if ('all' in filter) return joined(speaking, 'and', filter.all)
  if ('any' in filter) return joined(speaking, 'or', filter.any)
  if ('not' in filter) return explainNot(speaking, filter.not)
  return explainTest(speaking, filter.field, filter.test)
}

/** Parts that are joined otherwise among themselves stand in brackets: 甲，（乙或丙） is not 甲，乙或丙. */
function joined(speaking: Speaking, joint: 'and' | 'or', filters: Filter[]): Part {
  const all = filters.map((filter) => explainFilter(speaking, filter))
  const isDecided = (part: Part) => (joint === 'and' ? part.never === true : part.text === '')
  const decided = all.find(isDecided)
  if (decided !== undefined) return decided
  const parts = all.filter(({ text, never }) => (joint === 'and' ? text !== '' : never !== true))
  if (parts.length === 0) return joint === 'and' ? { text: '' } : nothing(speaking)
  if (parts.length === 1) return parts[0]!
  const texts = parts.map((part) => {
    const mixed = part.joint !== undefined && part.joint !== joint
    return mixed ? say(speaking, 'group', { part: part.text }) : part.text
  })
  return { text: texts.join(say(speaking, joint)), joint }
}

function nothing(speaking: Speaking): Part {
  return { text: say(speaking, 'none'), never: true }
}

function explainNot(speaking: Speaking, filter: Filter): Part {
  const isKnown = 'test' in filter && filter.test.is === 'known'
  if (isKnown) return { text: known(speaking, filter.field, false) }
  const { text, never } = explainFilter(speaking, filter)
  if (never === true) return { text: '' }
  return text === '' ? nothing(speaking) : { text: say(speaking, 'not', { part: text }) }
}

/** A deadline may be written and yet name no day; to a filter that is unknown. */
function known(speaking: Speaking, name: string, isKnown: boolean): string {
  const isDeadline = specOf(speaking, name)?.type === 'deadline'
  const phrase = isDeadline ? (isKnown ? 'dated' : 'undated') : isKnown ? 'known' : 'unknown'
  return say(speaking, phrase, { field: fieldWord(speaking, name) })
}

function explainTest(speaking: Speaking, name: string, test: Test): Part {
  const field = fieldWord(speaking, name)
  if (test.is === 'known') return { text: known(speaking, name, true) }
  if (test.is === 'has') return { text: say(speaking, 'has', { field, text: test.text }) }
  if (test.is === 'oneOf') {
    const values = test.values.map((value) => valueWord(speaking, name, value)).join(say(speaking, 'or'))
    return values === '' ? nothing(speaking) : { text: say(speaking, 'oneOf', { field, values }) }
  }
  if (test.is === 'under') {
    const option = valueWord(speaking, name, 'record' in test ? test.record : test.option)
    return { text: say(speaking, 'under', { field, option }) }
  }
  if (test.is === 'size')
    return { text: say(speaking, sizes[test.test], { field, count: String(test.count) }) }
  if (test.is === 'some') return explainSome(speaking, name, test.where)
  const bound = typeof test.bound === 'object' ? say(speaking, 'asOf') : valueWord(speaking, name, test.bound)
  return { text: say(speaking, orderPhrase(specOf(speaking, name), test.is), { field, bound }) }
}

function explainSome(speaking: Speaking, name: string, filter: Filter): Part {
  const { text: where, never } = explainFilter({ ...speaking, rows: name }, filter)
  if (never === true) return nothing(speaking)
  const field = fieldWord(speaking, name)
  return { text: where === '' ? known(speaking, name, true) : say(speaking, 'some', { field, where }) }
}

const sizes = {
  before: 'fewerParts',
  upTo: 'atMostParts',
  from: 'atLeastParts',
  after: 'moreParts',
} as const

const amounts = { before: 'less', upTo: 'atMost', from: 'atLeast', after: 'more' } as const

function orderPhrase(spec: FieldSpec | undefined, test: OrderTest): Phrase {
  const kind = spec === undefined ? 'text' : fieldTypeOf(spec).key.kind
  return kind === 'integer' || kind === 'decimal' ? amounts[test] : test
}

function valueWord(speaking: Speaking, field: string, value: string | number | boolean): string {
  const { pack, language, leaf } = speaking
  if (field === 'state') return wordOf(pack, language, `state.${leaf!.register}.${value}`)
  const spec = specOf(speaking, field)!
  const { key } = fieldTypeOf(spec)
  const list = key.options?.(spec)
  if (list !== undefined) return wordOf(pack, language, `option.${list}.${value}`)
  if (typeof value === 'boolean') return wordOf(pack, language, value ? 'yes' : 'no')
  return key.show?.(value, spec, { word: (word) => wordOf(pack, language, word) }) ?? String(value)
}

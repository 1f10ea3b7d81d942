import type { Pack, Register } from '@anzhi/engine/pack'
import { type Language, wordOf } from '@anzhi/engine/pack'
import type { Problem } from '@anzhi/engine/problem'
import { instantInWords, sayIn } from '../words/index.ts'

/** Where a problem arose, so that its sentence can name things as the reader knows them. */
export interface Concerning {
  pack?: Pack
  register?: Register
}

/** A problem as a sentence: ids of fields, acts and states are said as their words. */
export function sentenceOf(problem: Problem, language: Language, where: Concerning = {}): string {
  const about = concerningIn(problem, where)
  return sayIn(language)(`problem.${problem.code}`, valuesInWords(problem, language, about))
}

/** The sentence with the name of its field before it, for a place where the field is not to be seen. */
export function namedSentence(problem: Problem, language: Language, about: Concerning = {}): string {
  const sentence = sentenceOf(problem, language, about)
  const name = nameOf(problem, language, about)
  if (name === undefined) return sentence
  return language === 'zh' ? `${name}：${sentence}` : `${name}: ${sentence}`
}

/** What follows from an act is wrong in the register of the record that it would change. */
function concerningIn({ values }: Problem, about: Concerning): Concerning {
  const register = typeof values?.register === 'string' ? about.pack?.registers[values.register] : undefined
  return register === undefined ? about : { ...about, register }
}

/** `answers.answeredOn` is the field of a record that would be changed as well: its register is named with it. */
function nameOf(problem: Problem, language: Language, about: Concerning): string | undefined {
  const concerning = concerningIn(problem, about)
  if (/^\w+\.\d+/.test(problem.field ?? '')) return placeWords(problem.field!, language, concerning)
  const isOther = concerning.register !== about.register && concerning.register !== undefined
  const field = (isOther ? problem.field?.split('.').at(-1) : problem.field) ?? ''
  const own = concerning.register?.fields[field] === undefined ? [] : [fieldWord(field, language, concerning)]
  const names = isOther ? [registerWord(concerning.register!.id, language, concerning), ...own] : own
  return names.length === 0 ? undefined : names.join(language === 'zh' ? '的' : ', ')
}

/** A field, or a place inside one: 采收明细 第2行 筐数. */
function placeWords(field: string, language: Language, about: Concerning): string {
  const [whole, row, inner] = field.split('.')
  if (row === undefined) return fieldWord(field, language, about)
  const words = [fieldWord(whole!, language, about), sayIn(language)('rows.row', { n: Number(row) + 1 })]
  return [...words, ...(inner === undefined ? [] : [fieldWord(field, language, about)])].join(' ')
}

function valuesInWords(
  { code, field, values = {} }: Problem,
  language: Language,
  about: Concerning,
): Record<string, unknown> {
  const { act, other, state, min, max, pointing, register, title } = values
  return {
    ...values,
    field: fieldWord(String(field ?? ''), language, about),
    range: rangeText(min, max),
    title: title === undefined ? '' : language === 'zh' ? `：${title}` : `: ${title}`,
    size: sizeText(max),
    ...(code === 'locked' ? { until: instantInWords(String(values.until)) } : {}),
    ...(act === undefined ? {} : { act: ownWord('act', String(act), language, about) }),
    ...(state === undefined ? {} : { state: ownWord('state', String(state), language, about) }),
    ...(pointing === undefined ? {} : { pointing: registerWord(String(pointing), language, about) }),
    ...(register === undefined ? {} : { register: registerWord(String(register), language, about) }),
    ...(other === undefined ? {} : { other: otherWord(String(other), language, about) }),
  }
}

function rangeText(min: unknown, max: unknown): string {
  if (min === undefined) return max === undefined ? '' : `≤ ${max}`
  return max === undefined ? `≥ ${min}` : `${min}–${max}`
}

/** Bytes as people say them, for what is too large. */
function sizeText(bytes: unknown): string {
  if (typeof bytes !== 'number') return ''
  const [unit, name] = bytes >= 2 ** 20 ? [2 ** 20, 'MB'] : [2 ** 10, 'KB']
  return `${Math.floor(bytes / unit)} ${name}`
}

/** `other` is a field for a date that must come before or after it, and an act for one done by the same person. */
function otherWord(id: string, language: Language, about: Concerning): string {
  return about.register?.acts[id] === undefined
    ? fieldWord(id, language, about)
    : ownWord('act', id, language, about)
}

function fieldWord(id: string, language: Language, { pack, register }: Concerning): string {
  if (pack === undefined || register?.fields[id.split('.')[0]!] === undefined) return id
  // The word of a row's field is the same in every row.
  return wordOf(pack, language, `field.${register.id}.${id.replace(/\.\d+/, '')}`)
}

function registerWord(id: string, language: Language, { pack }: Concerning): string {
  return pack === undefined ? id : wordOf(pack, language, `register.${id}`)
}

function ownWord(
  kind: 'act' | 'state',
  id: string,
  language: Language,
  { pack, register }: Concerning,
): string {
  return pack === undefined || register === undefined
    ? id
    : wordOf(pack, language, `${kind}.${register.id}.${id}`)
}

import { isDay } from '@anzhi/engine/calendar'
import { type FieldSpec, isLinkSpec, isUuid } from '@anzhi/engine/fields'
import type { Register } from '@anzhi/engine/pack'

/** How a field is filtered: by choosing some of its values, by a stretch, yes or no, a record, or words. */
export type FilterKind = 'some' | 'days' | 'numbers' | 'yesNo' | 'link' | 'words'

export function filterKind(register: Register, field: string): FilterKind | undefined {
  if (field === 'state') return 'some'
  const spec = register.fields[field]?.spec
  return spec === undefined ? undefined : kindOf(spec)
}

function kindOf(spec: FieldSpec): FilterKind | undefined {
  if (isLinkSpec(spec)) return 'link'
  if (spec.type === 'choice') return 'some'
  if (spec.type === 'date' || spec.type === 'deadline') return 'days'
  if (spec.type === 'integer' || spec.type === 'money') return 'numbers'
  if (spec.type === 'yesNo') return 'yesNo'
  return spec.type === 'files' ? undefined : 'words'
}

/** A stretch as it stands in an address: `2022-01-01..2022-10-31`, open at either end. */
export function readStretch(text: string): [from: string, to: string] {
  const [from = '', to = ''] = text.split('..')
  return [from, to]
}

export function writeStretch(from: string, to: string): string {
  return from === '' && to === '' ? '' : `${from}..${to}`
}

/**
 * What the text of an address means as a condition of the API; undefined when it means none. Whatever
 * somebody writes into an address, the list still opens.
 */
export function conditionOf(register: Register, field: string, text: string): unknown {
  switch (filterKind(register, field)) {
    case 'some':
      return text.split(',')
    case 'days':
      return stretch(text, (end) => (isDay(end) ? end : undefined))
    case 'numbers':
      return stretch(text, numberReader(register, field))
    case 'yesNo':
      return text === 'yes' ? true : text === 'no' ? false : undefined
    case 'link':
      return isUuid(text) ? text : undefined
    case 'words':
      return { has: text }
    default:
      return undefined
  }
}

function stretch<Bound>(text: string, read: (end: string) => Bound | undefined): unknown {
  const [from, upTo] = readStretch(text).map(read)
  if (from === undefined && upTo === undefined) return undefined
  return { ...(from === undefined ? {} : { from }), ...(upTo === undefined ? {} : { upTo }) }
}

// Money is compared as exact text, whole numbers as numbers.
function numberReader(register: Register, field: string): (end: string) => string | number | undefined {
  const isMoney = register.fields[field]?.spec.type === 'money'
  const pattern = isMoney ? /^-?\d{1,15}(\.\d{1,2})?$/ : /^-?\d{1,9}$/
  return (end) => (pattern.test(end) ? (isMoney ? end : Number(end)) : undefined)
}

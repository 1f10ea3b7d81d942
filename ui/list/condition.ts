import { addDays, isDay } from '@anzhi/engine/calendar'
import { fieldTypeOf, isUuid, readKey } from '@anzhi/engine/fields'
import type { Register } from '@anzhi/engine/pack'
import { type FilterKind, filterKindOf } from '../fields/index.ts'

export function filterKind(register: Register, field: string): FilterKind | undefined {
  if (field === 'state') return 'some'
  const spec = register.fields[field]?.spec
  return spec === undefined ? undefined : filterKindOf(spec)
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
      return days(register, field, text)
    case 'stretch':
      return stretch(text, endReader(register, field))
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

/** Days of a date are compared as they are; for a moment they begin and end by the clock in Asia/Shanghai. */
function days(register: Register, field: string, text: string): unknown {
  const ends = stretch(text, (end) => (isDay(end) ? end : undefined)) as
    | { from?: string; upTo?: string }
    | undefined
  const spec = register.fields[field]?.spec
  if (ends === undefined || spec === undefined || fieldTypeOf(spec).key.isDay === true) return ends
  const midnight = (day: string) => `${day}T00:00:00+08:00`
  return {
    ...(ends.from === undefined ? {} : { from: midnight(ends.from) }),
    ...(ends.upTo === undefined ? {} : { before: midnight(addDays(ends.upTo, 1)) }),
  }
}

/** An end of a stretch as its field compares it: whole numbers as numbers, everything else as exact text. */
function endReader(register: Register, field: string): (end: string) => string | number | undefined {
  const spec = register.fields[field]?.spec
  return (end) => {
    if (spec === undefined || end === '') return undefined
    const isWhole = fieldTypeOf(spec).key.kind === 'integer'
    return readKey(spec, isWhole ? Number(end) : end) as string | number | undefined
  }
}

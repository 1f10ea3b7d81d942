import { type Day, isDay } from '../calendar/index.ts'
import { fieldTypeOf, type ShowEnv } from '../fields/index.ts'
import { type Asked, contributionsOf, counts } from '../indicator/index.ts'
import { getRegister, type Pack, type Register, type Slot } from '../pack/index.ts'
import { compareRecords } from '../query/index.ts'
import { keyOfRecord, type LivingRecord, type Values } from '../record/index.ts'
import type { Gap } from './document.ts'

/** The records of a slot: how many there are, and as many of them, in its order, as it prints. */
export interface Found {
  records: readonly { id: string; values: Values }[]
  total: number
}

/** What a slot prints: the text (null when there is a gap instead) and the records that it names. */
export interface Filled {
  text: string | null
  records: string[]
  gap: Pick<Gap, 'code' | 'count'> | null
}

/** What a slot is printed with: a day is written as in the rest of the document. */
export interface SlotEnv extends ShowEnv {
  day: (day: Day) => string
}

/** Puts the records of a slot into words. */
export function slotOf(pack: Pack, slot: Slot, { records, total }: Found, env: SlotEnv): Filled {
  const nothing = (code: Gap['code']): Filled => ({ text: null, records: [], gap: { code, count: total } })
  if (total === 0) return nothing('noRecord')
  if (slot.take === 'only' && total > 1) return nothing('severalRecords')
  const register = getRegister(pack, slot.of.register)
  const named = records.slice(0, slot.most)
  const texts = named.map(({ values }) => shown(register, slot.show, values, env))
  if (texts.includes('')) return nothing('emptyText')
  const more = slot.take === 'all' && total > named.length
  const text = texts.join(env.word('document.and')) + (more ? env.word('document.etc') : '')
  // 等 is what the pack asked for only when it said after how many.
  const gap = more && !slot.mayCut ? { code: 'tooManyRecords' as const, count: total } : null
  return { text, records: named.map(({ id }) => id), gap }
}

function shown(register: Register, show: string, values: Values, env: SlotEnv): string {
  const filled = show.replace(/\{([^}]*)\}/g, (_whole, name: string) => {
    const value = values[name] ?? null
    const { spec } = register.fields[name]!
    if (value === null) return ''
    return isDay(value) ? env.day(value) : fieldTypeOf(spec).show(value, spec, env)
  })
  return filled.trim()
}

/** Finds the records of a slot in memory, as the server does in SQL. */
export function findInMemory(pack: Pack, slot: Slot, livingOf: readonly LivingRecord[], asked: Asked): Found {
  const register = getRegister(pack, slot.of.register)
  const isNamed = (record: LivingRecord) =>
    contributionsOf(slot.of, register, record).some((part) => counts(part, asked.period, asked.asOf))
  const named = livingOf
    .filter(isNamed)
    .map((record) => ({ record, id: record.id, keyOf: keyOfRecord(register, record) }))
  const readable = { fields: register.fields, states: register.states }
  const inOrder = named.sort((a, b) => compareRecords(readable, slot.order, a, b))
  return { records: inOrder.slice(0, slot.most).map(({ record }) => record), total: named.length }
}

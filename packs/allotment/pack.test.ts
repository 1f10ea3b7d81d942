import { fieldTypes } from '@anzhi/engine/fields'
import { composePacks, languages, type PackSource } from '@anzhi/engine/pack'
import { describe, expect, it } from 'vitest'
import allotment from './pack.ts'

function compose(source: PackSource) {
  const composed = composePacks([source])
  if (!composed.ok) throw new Error(JSON.stringify(composed.problems))
  return composed.value
}

/** Every key that occurs anywhere in a piece of JSON. */
function keysIn(value: unknown): Set<string> {
  if (typeof value !== 'object' || value === null) return new Set()
  const own = Array.isArray(value) ? [] : Object.keys(value)
  return new Set([...own, ...Object.values(value).flatMap((part) => [...keysIn(part)])])
}

describe('the allotment pack', () => {
  it('is sound, and composes to plain JSON', () => {
    const pack = compose(allotment)
    expect(pack.sources).toEqual([
      { id: 'core', version: '0.1.0' },
      { id: 'allotment', version: '0.1.0' },
    ])
    expect(Object.keys(pack.registers)).toEqual([
      ...['organ', 'division', 'person', 'post', 'holding', 'scope', 'file'],
      ...['statement', 'quotation'],
      ...['section', 'plot', 'visit', 'fault', 'tool', 'letter', 'lease'],
    ])
    expect(JSON.parse(JSON.stringify(pack))).toEqual(pack)
  })

  it('gives every default of the notation a value', () => {
    const { fault, visit, plot } = compose(allotment).registers
    expect(fault!.states).toEqual(['found', 'notified', 'submitted', 'verified', 'struckOff', 'withdrawn'])
    expect(plot!.states).toEqual(['recorded', 'merged', 'withdrawn'])
    expect(Object.keys(fault!.acts)[0]).toBe('create')
    // What a later act asks for or dates is not offered when the record is made.
    expect(fault!.acts.create!.takes).toEqual([
      ...[
        'what',
        'plot',
        'visit',
        'grade',
        'foundOn',
        'foundBy',
        'before',
        'owner',
        'person',
        'remedy',
        'cost',
        'fittings',
        'beside',
      ],
    ])
    expect(visit!.acts.create!.takes).not.toContain('weighedOn')
    expect(visit!.acts.correct!.takes).toContain('weighedOn')
    expect(fault!.acts.correct!.takes).not.toContain('number')
    expect(fault!.acts.withdraw!.asks).toEqual(['reason'])
  })

  it('uses every field type and every word of the notation', () => {
    const types = Object.values(allotment.registers!).flatMap(({ fields }) =>
      Object.values(fields).map(({ type }) => type),
    )
    expect(new Set(types)).toEqual(new Set(Object.keys(fieldTypes)))
    const words = [
      ...['required', 'tracked', 'search', 'max', 'min', 'negative', 'options', 'to', 'accept', 'format'],
      ...['was', 'renamed', 'default'],
      ...[
        'decimals',
        'units',
        'within',
        'open',
        'tree',
        'assigned',
        'extends',
        'tagged',
        'tagRules',
        'carries',
      ],
      ...[
        'notAfter',
        'notBefore',
        'backdate',
        'axes',
        'in',
        'takes',
        'dates',
        'enforcement',
        'freeIn',
        'fields',
      ],
      ...['linked', 'without', 'copy', 'also', 'on', 'act', 'values', 'makes', 'record', 'value'],
      ...['approval', 'issues', 'ours', 'word', 'organ', 'unique', 'within', 'merge'],
      ...['when', 'asks', 'needs', 'notBy', 'columns', 'filters', 'order', 'sees', 'coordinating'],
      ...[
        'count',
        'sum',
        'distinct',
        'mean',
        'ratio',
        'change',
        'against',
        'as',
        'target',
        'goal',
        ...[
          'sources',
          'axis',
          'given',
          'stock',
          'alone',
          'each',
          'whereRow',
          'rank',
          'ties',
          'lacks',
          'within',
          'days',
          'by',
        ],
        'of',
        'on',
        'unit',
        'decimals',
        'where',
      ],
      ...['clocks', 'count', 'before', 'rollsToWorkingDay', 'standing'],
      ...['calendar', 'knownFrom', 'knownUntil', 'days', 'holiday'],
      ...['slots', 'take', 'etc', 'show', 'claims', 'says', 'otherwise', 'clauses', 'numbered', 'join'],
      ...['forms', 'rows', 'axis', 'months', 'options', 'fixed', 'cells', 'depth', 'levels', 'cell'],
      ...['total', 'totals', 'over', 'units'],
      ...['all', 'any', 'not', 'before', 'upTo', 'from', 'after', 'has', 'known', 'state'],
      ...['under', 'size', 'some', 'as', 'sum', 'daysBetween', 'threshold', 'highest'],
      ...[
        'title',
        'create',
        'correct',
        'withdraw',
        'life',
        'states',
        'acts',
        'list',
        'blocks',
        'kind',
        'text',
      ],
    ]
    expect([...keysIn(allotment)]).toEqual(expect.arrayContaining(words))
    const kinds = allotment.reports!.season!.blocks.map(({ kind }) => kind)
    expect(new Set(kinds)).toEqual(new Set(['title', 'heading1', 'heading2', 'paragraph']))
  })

  it('prints the same figures and slots in both languages', () => {
    const texts = Object.keys(allotment.words.zh).filter((key) => key.startsWith('report.season'))
    const slots = languages.map((language) =>
      texts.map((text) => [...allotment.words[language][text]!.matchAll(/\{[^}]*\}/g)].map(String).sort()),
    )
    expect(slots[0]).toEqual(slots[1])
    expect(slots[0]!.flat()).toEqual(
      expect.arrayContaining(['{=from}', '{=to}', '{=asOf}', '{=organ}', '{=overdue}', '{?onTime}']),
    )
  })
})

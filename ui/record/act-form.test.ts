import { envOf } from '@anzhi/engine/pack'
import { describe, expect, it } from 'vitest'
import { library, loans } from '../testing/index.ts'
import {
  type Draft,
  filledAct,
  firstDraft,
  formOf,
  formProblems,
  isReasonAsked,
  isTouched,
  typedFor,
} from './act-form.ts'

const today = '2031-05-20'
const desk = '019a0000-0000-7000-8000-000000000001'
const book = { id: '019a0000-0000-7000-8000-000000000002', text: null }
const env = envOf(library, today)
const me = { today, organ: desk }

const lent = {
  version: 2,
  state: 'lent',
  values: {
    number: 'L-1',
    book,
    desk: { id: desk, text: null },
    kind: 'home',
    askedOn: '2031-05-01',
    due: { kind: 'day', date: '2031-05-15', text: null },
    photos: null,
  },
}

function opened(act: string, record: typeof lent | null) {
  const form = formOf(loans, loans.acts[act]!, record, me)
  return { form, draft: firstDraft(form, today) }
}

function filled(draft: Draft, values: Draft['values'], reason = ''): Draft {
  return { ...draft, values: { ...draft.values, ...values }, reason }
}

describe('the form that makes a record', () => {
  const { form, draft } = opened('create', null)

  it('has what the act needs and takes, in the order of the register, and never a running number', () => {
    expect(form.fields.map(({ field }) => field.id)).toEqual([
      'book',
      'desk',
      'kind',
      'askedOn',
      'fee',
      'pages',
      'large',
      'note',
    ])
    expect(form.fields.filter(({ required }) => required).map(({ field }) => field.id)).toEqual([
      'book',
      'desk',
      'kind',
      'askedOn',
    ])
  })

  it('begins with today and with my own organ where I act in it', () => {
    expect(draft.values).toMatchObject({ askedOn: today, desk: { id: desk, text: null }, book: null })
    expect(isTouched(form, draft)).toBe(false)
  })

  it('tells everything that is missing or wrong at once', () => {
    const problems = formProblems(form, null, filled(draft, { kind: 'none', pages: 'many' }), env)
    expect(problems.map(({ code, field }) => `${field} ${code}`)).toEqual([
      'book required',
      'kind notOption',
      'pages notInteger',
    ])
  })

  it('sends what was filled in and leaves out what was not', () => {
    const done = filled(draft, { book, kind: 'room', fee: '3.00' })
    expect(formProblems(form, null, done, env)).toEqual([])
    expect(filledAct(form, null, done, today)).toEqual({
      values: { book, desk: { id: desk, text: null }, kind: 'room', askedOn: today, fee: '3.00' },
    })
  })

  it('asks a reason for an entry that comes later than the register allows', () => {
    expect(isReasonAsked(form, null, filled(draft, { askedOn: '2031-05-10' }), today)).toBe(false)
    const late = filled(draft, { askedOn: '2031-05-09' })
    expect(isReasonAsked(form, null, late, today)).toBe(true)
    expect(formProblems(form, null, late, env)).toContainEqual({ code: 'required', field: 'reason' })
  })
})

describe('the form of a step', () => {
  it('asks anew what the act asks, even if it is known', () => {
    const { form, draft } = opened('extend', lent)
    expect(form.takesDay).toBe(true)
    expect(draft.values).toEqual({ due: null })
    expect(isReasonAsked(form, lent, draft, today)).toBe(true)
    const due = { kind: 'day', date: '2031-06-01', text: null }
    expect(filledAct(form, lent, { ...filled(draft, { due }, ' ill '), day: '2031-05-19' }, today)).toEqual({
      values: { due },
      reason: 'ill',
      day: '2031-05-19',
    })
  })

  it('begins what it needs with what is known, and sends it only when it was changed', () => {
    const asked = { ...lent, state: 'asked' }
    const { form, draft } = opened('lend', asked)
    expect(draft.values).toEqual({ due: lent.values.due, fee: null })
    expect(filledAct(form, asked, draft, today)).toEqual({ values: {} })
  })

  it('has no day of its own when a field is its day', () => {
    const { form, draft } = opened('bringBack', lent)
    expect(form.takesDay).toBe(false)
    expect(draft.values).toEqual({ returnedOn: today, photos: null })
    expect(filledAct(form, lent, filled(draft, { photos: [desk] }), today)).toEqual({
      values: { returnedOn: today, photos: [desk] },
    })
  })
})

describe('the form of a correction', () => {
  const { form, draft } = opened('correct', lent)

  it('offers what is known or could have been known, not what a later step will give', () => {
    const offered = form.fields.map(({ field }) => field.id)
    expect(offered).toContain('due')
    expect(offered).toContain('audit')
    expect(offered).not.toContain('returnedOn')
    expect(offered).not.toContain('photos')
  })

  it('sends only what was changed, an emptied field as null, and a reason late in the life', () => {
    expect(isReasonAsked(form, lent, draft, today)).toBe(true)
    expect(isReasonAsked(form, { ...lent, state: 'asked' }, draft, today)).toBe(false)
    const early = { ...lent, state: 'asked' }
    expect(isReasonAsked(form, early, filled(draft, { askedOn: '2031-04-01' }), today)).toBe(true)
    expect(filledAct(form, lent, filled(draft, { due: null, kind: 'room' }, 'typed wrong'), today)).toEqual({
      values: { due: null, kind: 'room' },
      reason: 'typed wrong',
    })
    expect(isTouched(form, filled(draft, { kind: 'room' }))).toBe(true)
  })
})

describe('a form that is filled in for another organ', () => {
  const { form, draft } = opened('create', null)
  const branch = { id: '019a0000-0000-7000-8000-000000000009', text: null }
  const paper = ['019a0000-0000-7000-8000-00000000000a']

  it('asks for the organ and its paper, and names the organ where one’s own stood', () => {
    const begun = typedFor(form, draft, { organ: null, paper: null }, desk)
    expect(begun.values.desk).toEqual({ id: desk, text: null })
    const problems = formProblems(form, null, begun, env).filter(({ field }) =>
      field?.startsWith('onBehalfOf'),
    )
    expect(problems.map(({ field }) => field)).toEqual(['onBehalfOf.organ', 'onBehalfOf.paper'])
    const told = typedFor(form, begun, { organ: branch, paper }, desk)
    expect(told.values.desk).toEqual(branch)
    expect(filledAct(form, null, told, today).onBehalfOf).toEqual({ organ: branch.id, paper: paper[0] })
    expect(filledAct(form, null, draft, today)).not.toHaveProperty('onBehalfOf')
    // What somebody chose otherwise stays.
    const other = { id: '019a0000-0000-7000-8000-00000000000b', text: null }
    const chosen = typedFor(form, filled(told, { desk: other }), { organ: null, paper }, desk)
    expect(chosen.values.desk).toEqual(other)
  })
})

describe('the form in which two records become one', () => {
  it('asks which one stays, and why', () => {
    const act = { ...loans.acts.withdraw!, id: 'merge', kind: 'merge' as const }
    const form = formOf(loans, act, lent, me)
    expect(form.fields.map(({ field }) => [field.id, field.spec])).toEqual([
      ['into', { type: 'ref', to: loans.id }],
    ])
    const draft = firstDraft(form, today)
    const missing = formProblems(form, lent, draft, env).map(({ field }) => field)
    expect(missing).toEqual(['into', 'reason'])
    expect(filledAct(form, lent, filled(draft, { into: book }, '重复'), today)).toEqual({
      values: { into: book },
      reason: '重复',
    })
  })
})

import { type FieldSpec, fieldTypeOf, fieldTypes, isGiven } from '@anzhi/engine/fields'
import { MantineProvider } from '@mantine/core'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { FieldEnv } from '../reader/index.ts'
import { sayIn } from '../words/index.ts'
import { fieldControlOf, fieldControls } from './index.ts'

const one = '019a0000-0000-7000-8000-000000000001'
const two = '019a0000-0000-7000-8000-000000000002'

const env: FieldEnv = {
  today: '2022-10-31',
  options: () => ['minor', 'serious', 'other'],
  word: (key) => `word of ${key}`,
  titleOf: (register, id) => (id === one ? `a ${register}` : undefined),
  language: 'zh',
  say: sayIn('zh'),
  findRecords: async () => [],
  handIn: async () => ({ ok: false, problems: [] }),
  fileUrl: (id) => `/files/${id}`,
  RecordLink: ({ register, id, children }) => <a href={`/${register}/${id}`}>{children}</a>,
}

const basket: FieldSpec = {
  type: 'rows',
  fields: {
    what: { type: 'text', required: true },
    worth: { type: 'money' },
    from: { type: 'organ' },
    grade: { type: 'choice', options: 'grade' },
  },
}

// Every type shows itself with examples; here is more, and what must be seen of it.
const own: { spec: FieldSpec; value: unknown; shows: string }[] = [
  { spec: { type: 'text' }, value: '<b>&', shows: '&lt;b&gt;&amp;' },
  { spec: { type: 'longText' }, value: 'one\ntwo', shows: 'one\ntwo' },
  { spec: { type: 'integer' }, value: -12, shows: '-12' },
  { spec: { type: 'money' }, value: '12000.00', shows: '12,000' },
  { spec: { type: 'date' }, value: '2022-10-31', shows: '2022-10-31' },
  {
    spec: { type: 'deadline' },
    value: { kind: 'text', date: '2022-09-30', text: '国庆前' },
    shows: '国庆前 (2022-09-30)',
  },
  { spec: { type: 'choice', options: 'grade' }, value: 'serious', shows: 'word of option.grade.serious' },
  { spec: { type: 'yesNo' }, value: false, shows: 'word of no' },
  { spec: { type: 'organ' }, value: { id: one, text: null }, shows: `href="/organ/${one}">a organ` },
  { spec: { type: 'person' }, value: { id: null, text: '张某' }, shows: '张某' },
  { spec: { type: 'ref', to: 'site' }, value: { id: one, text: null }, shows: `href="/site/${one}"` },
  { spec: { type: 'files', accept: 'image' }, value: [one, two], shows: `src="/files/${two}"` },
  { spec: { type: 'serial', format: '{n}' }, value: 'YH-2022-7', shows: 'YH-2022-7' },
  {
    spec: { type: 'ref', to: ['site', 'person'] },
    value: { register: 'person', id: one, text: null },
    shows: `href="/person/${one}">a person`,
  },
  {
    spec: { type: 'party' },
    value: { register: 'organ', id: one, text: null },
    shows: `href="/organ/${one}"`,
  },
  { spec: { type: 'dateTime' }, value: '2022-10-30T23:05:00Z', shows: '>2022-10-31 07:05<' },
  {
    spec: { type: 'choices', options: 'grade' },
    value: ['minor', 'other'],
    shows: 'word of option.grade.minor、word of option.grade.other',
  },
  { spec: { type: 'quantity', units: ['千克'] }, value: { amount: '1.5', unit: '千克' }, shows: '1.5' },
  { spec: { type: 'phone' }, value: '051200000000', shows: '0512-00000000' },
  {
    spec: { type: 'place', within: 'organ' },
    value: {
      division: { id: one, text: null },
      address: '井边',
      point: { longitude: '119.5', latitude: '32.1', datum: 'GCJ02' },
    },
    shows: `href="/organ/${one}">a organ</a><span>井边</span>`,
  },
  {
    spec: { type: 'organs' },
    value: [
      { id: one, text: null },
      { id: null, text: '韦某处' },
    ],
    shows: '韦某处',
  },
  {
    spec: { type: 'refs', to: ['site', 'person'] },
    value: [{ register: 'person', id: one, text: null }],
    shows: 'a person',
  },
  { spec: basket, value: [{ what: '苹果', worth: '1200.50' }, { what: '李子' }], shows: '1,200.50' },
  {
    spec: { type: 'derived', as: { type: 'money' }, from: { sum: 'a.b' } },
    value: '12000.00',
    shows: '12,000',
  },
  {
    spec: { type: 'derived', as: { type: 'choice', options: 'grade' }, from: { highest: ['a'] } },
    value: 'serious',
    shows: 'word of option.grade.serious',
  },
]

interface Example {
  spec: FieldSpec
  value: unknown
  shows?: string
}

const shown: Example[] = Object.values(fieldTypes).flatMap(({ examples }) =>
  examples.flatMap((example): Example[] => {
    const spec: FieldSpec = example.spec
    return example.values.map((value) => ({ spec, value: checked(spec, value) }))
  }),
)

const examples = [...shown, ...own].map((example): [string, Example] => [
  JSON.stringify(example.spec),
  example,
])

/** As the server gives it. */
function checked(spec: FieldSpec, value: unknown): unknown {
  const found = fieldTypeOf(spec).check(value, spec, env)
  if (!found.ok) throw new Error(JSON.stringify(found.problems))
  return found.value
}

function markup(element: React.ReactNode): string {
  return renderToStaticMarkup(<MantineProvider>{element}</MantineProvider>)
}

describe('every field type', () => {
  it('has a control here, and there is no control for a type that does not exist', () => {
    expect(Object.keys(fieldControls).sort()).toEqual(Object.keys(fieldTypes).sort())
  })

  it.each(examples)('shows its value, whatever is in it: %s', (_name, { spec, value, shows }) => {
    expect(fieldTypeOf(spec).check(value, spec, env).ok).toBe(true)
    const { Show } = fieldControlOf(spec)
    const html = markup(<Show value={value} spec={spec} env={env} />)
    expect(html.replace(/<[^>]*>/g, '') + (html.includes('<img') ? 'a picture' : '')).toMatch(/\S/)
    if (shows !== undefined) expect(html).toContain(shows)
  })

  it.each(examples)('is filled in under its label, or by nobody: %s', (_name, { spec, value }) => {
    const { Edit } = fieldControlOf(spec)
    if (Edit === null) return expect(isGiven(spec)).toBe(false)
    const common = { id: 'x', label: 'its name', spec, env, required: true, onChange: () => undefined }
    for (const draft of [null, value]) {
      const html = markup(<Edit {...common} draft={draft} problem="its problem" />)
      expect(html).toContain('its name')
      expect(html).toContain('its problem')
      expect(html).toContain('id="x"')
    }
  })
})

describe('rows', () => {
  const { Show, Edit: EditOrNone } = fieldControlOf(basket)
  const Edit = EditOrNone!

  it('are a table under the words of their fields; a column that no row fills is left out', () => {
    const value = [{ what: '苹果' }, { what: '李子', from: { id: one, text: null } }]
    const html = markup(<Show value={value} spec={basket} env={env} words="field.visit.picked" />)
    const heads = [...html.matchAll(/<th [^>]*>([^<]*)/g)].map(([, head]) => head)
    expect(heads).toEqual(['word of field.visit.picked.what', 'word of field.visit.picked.from'])
    expect(html.match(/<tr/g)).toHaveLength(3)
  })

  it('are filled in one by one, each problem at its own input', () => {
    const inside = { '1.what': 'must be there', '0': 'is empty' }
    const html = markup(
      <Edit
        {...{
          id: 'x',
          label: 'picked',
          spec: basket,
          env,
          required: false,
          inside,
          words: 'field.visit.picked',
        }}
        draft={[{}, { worth: 'dear' }]}
        onChange={() => undefined}
      />,
    )
    expect(html.match(/word of field.visit.picked.what/g)?.length).toBeGreaterThanOrEqual(2)
    for (const told of ['must be there', 'is empty', 'value="dear"', 'id="x-1-what"'])
      expect(html).toContain(told)
    // An option is picked from a list: laid out, they would fill the row.
    expect(html).not.toContain('type="radio"')
  })
})

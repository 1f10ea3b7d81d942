import { type FieldSpec, type FieldTypeName, fieldTypeOf, fieldTypes } from '@anzhi/engine/fields'
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
  options: () => ['general', 'major'],
  word: (key) => `word of ${key}`,
  titleOf: (register, id) => (id === one ? `a ${register}` : undefined),
  language: 'zh',
  say: sayIn('zh'),
  findRecords: async () => [],
  handIn: async () => ({ ok: false, problems: [] }),
  fileUrl: (id) => `/files/${id}`,
  RecordLink: ({ register, id, children }) => <a href={`/${register}/${id}`}>{children}</a>,
}

const examples: Record<FieldTypeName, { spec: FieldSpec; value: unknown; shows: string }> = {
  text: { spec: { type: 'text' }, value: '<b>&', shows: '&lt;b&gt;&amp;' },
  longText: { spec: { type: 'longText' }, value: 'one\ntwo', shows: 'one\ntwo' },
  integer: { spec: { type: 'integer' }, value: -12, shows: '-12' },
  money: { spec: { type: 'money' }, value: '12000.00', shows: '12,000' },
  date: { spec: { type: 'date' }, value: '2022-10-31', shows: '2022-10-31' },
  deadline: {
    spec: { type: 'deadline' },
    value: { kind: 'text', date: '2022-09-30', text: '国庆前' },
    shows: '国庆前 (2022-09-30)',
  },
  choice: { spec: { type: 'choice', options: 'grade' }, value: 'major', shows: 'word of option.grade.major' },
  yesNo: { spec: { type: 'yesNo' }, value: false, shows: 'word of no' },
  organ: { spec: { type: 'organ' }, value: { id: one, text: null }, shows: `href="/organ/${one}">a organ` },
  person: { spec: { type: 'person' }, value: { id: null, text: '张某' }, shows: '张某' },
  ref: { spec: { type: 'ref', to: 'site' }, value: { id: one, text: null }, shows: `href="/site/${one}"` },
  files: { spec: { type: 'files', accept: 'image' }, value: [one, two], shows: `src="/files/${two}"` },
  serial: { spec: { type: 'serial', format: '{n}' }, value: 'YH-2022-7', shows: 'YH-2022-7' },
}

function markup(element: React.ReactNode): string {
  return renderToStaticMarkup(<MantineProvider>{element}</MantineProvider>)
}

describe('every field type', () => {
  it('has a control here, and there is no control for a type that does not exist', () => {
    expect(Object.keys(fieldControls).sort()).toEqual(Object.keys(fieldTypes).sort())
  })

  it.each(Object.entries(examples))(
    '%s shows its value, whatever is in it',
    (_name, { spec, value, shows }) => {
      expect(fieldTypeOf(spec).check(value, spec, env).ok).toBe(true)
      const { Show } = fieldControlOf(spec)
      expect(markup(<Show value={value} spec={spec} env={env} />)).toContain(shows)
    },
  )

  it.each(Object.entries(examples))(
    '%s is filled in under its label, or by nobody',
    (name, { spec, value }) => {
      const { Edit } = fieldControlOf(spec)
      if (Edit === null) return expect(name).toBe('serial')
      const common = { id: 'x', label: 'its name', spec, env, required: true, onChange: () => undefined }
      for (const draft of [null, value]) {
        const html = markup(<Edit {...common} draft={draft} problem="its problem" />)
        expect(html).toContain('its name')
        expect(html).toContain('its problem')
        expect(html).toContain('id="x"')
      }
    },
  )
})

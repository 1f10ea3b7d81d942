import type { FieldSpec, Part } from '@anzhi/engine/fields'
import { Button, CloseButton, Input } from '@mantine/core'
import { Icon } from '../icons/index.ts'
import type { FieldEnv } from '../reader/index.ts'
import type { EditProps, FieldControl, ShowProps, SpecOf } from './field-control.ts'
import classes from './fields.module.css'
import { innerControl } from './inner.ts'

type Spec = SpecOf<'rows'>

/** The word of a field of the row; its id where nobody said which words are its own. */
function wordIn(env: Pick<FieldEnv, 'word'>, words: string | undefined, name: string): string {
  return words === undefined ? name : env.word(`${words}.${name}`)
}

function Show({ value, spec, env, words }: ShowProps<Spec, Part[]>) {
  // A column that no row fills would only make the others narrow.
  const filled = Object.entries(spec.fields).filter(([name]) => value.some((row) => row[name] !== undefined))
  const align = (field: FieldSpec) => (innerControl(field).numeric === true ? classes.numeric : undefined)
  return (
    <table className={classes.rows}>
      <thead>
        <tr>
          {filled.map(([name, field]) => (
            <th key={name} scope="col" className={align(field)}>
              {wordIn(env, words, name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {value.map((row, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name than its place
          <tr key={n}>
            {filled.map(([name, field]) => (
              <td key={name} className={align(field)}>
                {row[name] === undefined ? (
                  env.say('notSaid')
                ) : (
                  <Cell value={row[name]} spec={field} env={env} />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ value, spec, env }: ShowProps<FieldSpec, unknown>) {
  const { Show: ShowInner } = innerControl(spec)
  return <ShowInner value={value} spec={spec} env={env} />
}

/** Row after row; what is wrong in one is told at its own input. */
function Edit(props: EditProps<Spec>) {
  const { id, label, required, problem, draft, spec, env, onChange } = props
  const rows = Array.isArray(draft) ? (draft as Part[]) : []
  const change = (next: readonly Part[]) => onChange(next.length === 0 ? null : next)
  return (
    <Input.Wrapper label={label} withAsterisk={required} error={problem} labelElement="div">
      <fieldset className={classes.stack} aria-label={label}>
        {rows.map((row, n) => (
          <RowInput
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name than its place
            key={n}
            {...props}
            n={n}
            row={row}
            onRow={(next) => change(rows.with(n, next))}
            onRemove={() => change(rows.toSpliced(n, 1))}
          />
        ))}
        <Button
          id={id}
          size="xs"
          variant="default"
          disabled={rows.length >= (spec.max ?? 200)}
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => change([...rows, {}])}
        >
          {env.say('rows.add')}
        </Button>
      </fieldset>
    </Input.Wrapper>
  )
}

interface RowInputProps extends EditProps<Spec> {
  n: number
  row: Part
  onRow: (row: Part) => void
  onRemove: () => void
}

function RowInput({ id, label, spec, env, words, inside = {}, n, row, onRow, onRemove }: RowInputProps) {
  const place = env.say('rows.row', { n: n + 1 })
  const set = (name: string, value: unknown) => {
    const { [name]: _, ...rest } = row
    onRow(value === null ? rest : { ...rest, [name]: value })
  }
  return (
    <fieldset className={classes.rowInput} aria-label={`${label} ${place}`}>
      <span className={classes.rowNumber}>{n + 1}</span>
      {Object.entries(spec.fields).map(([name, field]) => {
        const { Edit: EditInner } = innerControl(field)
        if (EditInner === null) return null
        return (
          <EditInner
            key={name}
            id={`${id}-${n}-${name}`}
            label={wordIn(env, words, name)}
            draft={row[name] ?? null}
            spec={field}
            env={env}
            required={field.required === true}
            narrow
            problem={inside[`${n}.${name}`]}
            onChange={(value) => set(name, value)}
          />
        )
      })}
      <CloseButton size="sm" aria-label={env.say('rows.remove', { n: n + 1 })} onClick={onRemove} />
      {inside[String(n)] !== undefined && (
        <span role="alert" className={classes.failed}>
          {inside[String(n)]}
        </span>
      )}
    </fieldset>
  )
}

/** Rows of a small table inside the record. */
export const rows: FieldControl<Spec, Part[]> = { Show, Edit, wide: true, unordered: true }

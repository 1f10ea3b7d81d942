import { datums, type Link, type Place, type Point } from '@anzhi/engine/fields'
import { Input, Select, TextInput } from '@mantine/core'
import type { EditProps, FieldControl, ShowProps, SpecOf } from './field-control.ts'
import classes from './fields.module.css'
import { ShowLink } from './link.tsx'
import { LinkInput } from './link-input.tsx'

type Spec = SpecOf<'place'>

const nowhere: Place = { division: null, address: null, point: null }

function Show({ value, spec, env }: ShowProps<Spec, Place>) {
  const { division, address, point } = value
  return (
    <span className={classes.place}>
      {division !== null && <ShowLink value={division} spec={{ type: 'ref', to: spec.within }} env={env} />}
      {address !== null && <span>{address}</span>}
      {point !== null && (
        <span className={classes.point}>
          {point.longitude}, {point.latitude} {point.datum}
        </span>
      )}
    </span>
  )
}

function Edit({ id, label, required, problem, draft, spec, env, onChange }: EditProps<Spec>) {
  const now = { ...nowhere, ...((draft ?? {}) as Partial<Place>) }
  const change = (part: Partial<Place>) => {
    const next = { ...now, ...part }
    const isEmpty = next.division === null && next.address === null && next.point === null
    onChange(isEmpty ? null : next)
  }
  return (
    <Input.Wrapper label={label} withAsterisk={required} error={problem} labelElement="div">
      <fieldset className={classes.stack} aria-label={label}>
        <LinkInput
          id={`${id}-division`}
          label={env.word(`register.${spec.within}`)}
          draft={now.division}
          spec={{ type: 'ref', to: spec.within }}
          env={env}
          required={false}
          onChange={(division) => change({ division: division as Link | null })}
        />
        <TextInput
          id={id}
          label={env.say('place.address')}
          value={now.address ?? ''}
          onChange={(event) => change({ address: event.currentTarget.value || null })}
        />
        <PointInput point={now.point} env={env} onChange={(point) => change({ point })} />
      </fieldset>
    </Input.Wrapper>
  )
}

interface PointInputProps {
  point: Point | null
  env: EditProps<Spec>['env']
  onChange: (point: Point | null) => void
}

/** Longitude before latitude, with the system they are given in: the two systems differ by some hundred metres. */
function PointInput({ point, env, onChange }: PointInputProps) {
  const now = point ?? { longitude: '', latitude: '', datum: datums[0] }
  const change = (part: Partial<Point>) => {
    const next = { ...now, ...part }
    onChange(next.longitude === '' && next.latitude === '' ? null : next)
  }
  const input = (side: 'longitude' | 'latitude') => (
    <TextInput
      label={env.say(`place.${side}`)}
      inputMode="decimal"
      value={now[side]}
      onChange={(event) => change({ [side]: event.currentTarget.value.trim() })}
    />
  )
  return (
    <div className={classes.pair}>
      {input('longitude')}
      {input('latitude')}
      <Select
        label={env.say('place.datum')}
        data={[...datums]}
        value={now.datum}
        allowDeselect={false}
        onChange={(datum) => datum !== null && change({ datum: datum as Point['datum'] })}
      />
    </div>
  )
}

/** A division, an address and a point, each as far as it is known. */
export const place: FieldControl<Spec, Place> = { Show, Edit, wide: true, unordered: true }

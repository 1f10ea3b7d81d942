import type { EditProps, FieldControl, ShowProps, SpecOf } from './field-control.ts'
import classes from './fields.module.css'
import { TypedText } from './typed-text.tsx'

type Spec = SpecOf<'money'>

/** 1234567.50 as 1,234,567.50; whole yuan without decimals. */
export function groupedYuan(value: string): string {
  const [whole = '', fen = ''] = value.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fen === '' || fen === '00' ? grouped : `${grouped}.${fen}`
}

function Show({ value, env }: ShowProps<Spec, string>) {
  return (
    <>
      {groupedYuan(value)}
      <span className={classes.unit}>{env.say('money.unit')}</span>
    </>
  )
}

function Edit(props: EditProps<Spec>) {
  const suffix = <span className={classes.suffix}>{props.env.say('money.unit')}</span>
  return <TypedText {...props} write={(value) => groupedYuan(String(value))} suffix={suffix} />
}

export const money: FieldControl<Spec, string> = { Show, Edit, numeric: true, filter: 'stretch' }

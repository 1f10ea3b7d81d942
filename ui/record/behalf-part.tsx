import type { Problem } from '@anzhi/engine/problem'
import { Checkbox } from '@mantine/core'
import { fieldControlOf } from '../fields/index.ts'
import { sentenceOf } from '../problems/index.ts'
import { type FieldEnv, useReader } from '../reader/index.ts'
import type { DraftBehalf } from './act-form.ts'
import classes from './record.module.css'

interface BehalfPartProps {
  id: string
  behalf: DraftBehalf | null
  /** It can only be done for somebody else. */
  isNeeded: boolean
  at: Record<string, Problem>
  env: FieldEnv
  onChange: (behalf: DraftBehalf | null) => void
}

const organSpec = { type: 'organ' } as const
const paperSpec = { type: 'files', accept: 'any', max: 1 } as const

/** For whom an act is typed, and the paper on which they say so. */
export function BehalfPart({ id, behalf, isNeeded, at, env, onChange }: BehalfPartProps) {
  const { say, language } = useReader()
  const sentence = (field: string) => (at[field] === undefined ? undefined : sentenceOf(at[field], language))
  const [Organ, Paper] = [fieldControlOf(organSpec).Edit!, fieldControlOf(paperSpec).Edit!]
  const [organ, paper] = [sentence('onBehalfOf.organ'), sentence('onBehalfOf.paper')]
  return (
    <fieldset className={classes.behalf}>
      {isNeeded ? (
        <legend>{say('behalf.needed')}</legend>
      ) : (
        <Checkbox
          label={say('behalf.switch')}
          checked={behalf !== null}
          onChange={(event) => onChange(event.currentTarget.checked ? { organ: null, paper: null } : null)}
        />
      )}
      {behalf !== null && (
        <div className={classes.fields}>
          <div data-problem={organ !== undefined || undefined}>
            <Organ
              id={`${id}-behalf-organ`}
              label={say('behalf.organ')}
              draft={behalf.organ}
              spec={organSpec}
              env={env}
              required
              problem={organ}
              onChange={(chosen) => onChange({ ...behalf, organ: chosen as DraftBehalf['organ'] })}
            />
          </div>
          <div data-problem={paper !== undefined || undefined}>
            <Paper
              id={`${id}-behalf-paper`}
              label={say('behalf.paper')}
              draft={behalf.paper}
              spec={paperSpec}
              env={env}
              required
              problem={paper}
              onChange={(handed) => onChange({ ...behalf, paper: handed as DraftBehalf['paper'] })}
            />
          </div>
        </div>
      )}
    </fieldset>
  )
}

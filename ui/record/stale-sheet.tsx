import type { Act, Register } from '@anzhi/engine/pack'
import { Button, Radio } from '@mantine/core'
import { useState } from 'react'
import { type FieldEnv, useReader } from '../reader/index.ts'
import classes from './record.module.css'
import { type Changed, type Choice, isDecided } from './stale.ts'
import type { Stale } from './use-act.ts'
import { ValueOf } from './value-of.tsx'

interface StaleSheetProps extends Stale {
  register: Register
  act: Act
  env: FieldEnv
  onSettle: (choices: Record<string, Choice>) => Promise<void>
  onCancel: () => void
}

/** Somebody was faster: what differs, field by field, and what is to become of it. Nothing is overwritten unseen. */
export function StaleSheet({ changed, latest, register, act, env, onSettle, onCancel }: StaleSheetProps) {
  const { say, word } = useReader()
  const [choices, setChoices] = useState<Record<string, Choice>>({})
  const isOpen = latest.may.includes(act.id)
  const stateWord = word(`state.${register.id}.${latest.state}`)
  return (
    <div className={classes.sheet}>
      <div role="alert" className={classes.stale}>
        <strong>{say('stale.title')}</strong>
        <p>
          {isOpen
            ? say(changed.length === 0 ? 'stale.noChange' : 'stale.line')
            : say('stale.gone', { state: stateWord })}
        </p>
      </div>
      {changed.map((one) => (
        <ChangedPart
          key={one.field}
          one={one}
          register={register}
          env={env}
          choice={choices[one.field]}
          onChoose={isOpen ? (choice) => setChoices((now) => ({ ...now, [one.field]: choice })) : undefined}
        />
      ))}
      <div className={classes.foot}>
        {isOpen && (
          <Button disabled={!isDecided(changed, choices)} onClick={() => void onSettle(choices)}>
            {say('stale.go')}
          </Button>
        )}
        <Button variant="default" onClick={onCancel}>
          {say('cancel')}
        </Button>
        {isOpen && !isDecided(changed, choices) && (
          <span className={classes.count}>{say('stale.choose')}</span>
        )}
      </div>
    </div>
  )
}

interface ChangedPartProps {
  one: Changed
  register: Register
  env: FieldEnv
  choice: Choice | undefined
  onChoose: ((choice: Choice) => void) | undefined
}

function ChangedPart({ one, register, env, choice, onChoose }: ChangedPartProps) {
  const { say, word } = useReader()
  const name = word(one.field === 'state' ? 'field.state' : `field.${register.id}.${one.field}`)
  const value = (what: unknown) => <ValueOf register={register} field={one.field} value={what} env={env} />
  return (
    <section className={classes.changed} aria-label={name}>
      <h3>{name}</h3>
      <dl>
        <dt>{say('stale.seen')}</dt>
        <dd>{value(one.seen)}</dd>
        <dt>{say('stale.now')}</dt>
        <dd>{value(one.now)}</dd>
        {one.mine !== undefined && (
          <>
            <dt>{say('stale.mine')}</dt>
            <dd>{value(one.mine)}</dd>
          </>
        )}
      </dl>
      {one.clash && onChoose !== undefined && (
        <Radio.Group
          aria-label={name}
          value={choice ?? null}
          onChange={(chosen) => onChoose(chosen as Choice)}
        >
          <div className={classes.choose}>
            <Radio value="now" label={say('stale.keepNow')} />
            <Radio value="mine" label={say('stale.keepMine')} />
          </div>
        </Radio.Group>
      )}
    </section>
  )
}

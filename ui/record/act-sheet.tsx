import type { Act, Register } from '@anzhi/engine/pack'
import { Button } from '@mantine/core'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { ProblemList, placeProblems } from '../problems/index.ts'
import { type Titles, useFieldEnv, useReader } from '../reader/index.ts'
import { ActFields } from './act-fields.tsx'
import { isReasonAsked, isTouched, type SeenRecord } from './act-form.ts'
import { BehalfPart } from './behalf-part.tsx'
import classes from './record.module.css'
import { bothTitles } from './stale.ts'
import { StaleSheet } from './stale-sheet.tsx'
import { type ActHands, useAct } from './use-act.ts'

interface ActSheetProps extends ActHands {
  register: Register
  act: Act
  /** null when the act makes the record. */
  record: SeenRecord | null
  titles: Titles
  /** May it be typed for another organ, or only so: then with that organ, as far as it is known. */
  forOthers?: 'may' | { organ: string | null }
  onDone: () => void
  onCancel: () => void
  /** Told whether there is something that would be lost. */
  onTouched?: (touched: boolean) => void
}

/** Fill an act in and send it: its fields from the pack, problems at their fields, and a way on when it is stale. */
export function ActSheet({
  register,
  act,
  record,
  titles,
  forOthers,
  onDone,
  onCancel,
  onTouched,
  ...hands
}: ActSheetProps) {
  const { me, say, word } = useReader()
  const [known, setKnown] = useState(titles)
  const env = useFieldEnv(known)
  const id = useId()
  const top = useRef<HTMLFormElement>(null)
  // What others linked meanwhile has its name too, beside the names of what stood there before.
  const readLatest = async () => {
    const latest = await hands.readLatest()
    if (latest === null) return null
    setKnown((now) => bothTitles(now, latest.titles))
    // What is open to the other organ only the server knows.
    return typeof forOthers === 'object' ? { ...latest, may: [...latest.may, act.id] } : latest
  }
  const doing = useAct({
    register,
    act,
    record,
    me,
    env,
    behalf: typeof forOthers === 'object' ? { organ: linkTo(forOthers.organ), paper: null } : undefined,
    submit: hands.submit,
    readLatest,
  })
  const { form, draft, problems, stale } = doing
  const [wasSent, setWasSent] = useState(0)
  const reasonShown =
    isReasonAsked(form, doing.base, draft, me.today) || problems.some(({ field }) => field === 'reason')
  const places = [
    ...form.fields.map(({ field }) => field.id),
    'reason',
    ...(form.takesDay ? ['day'] : []),
    ...(draft.behalf === null ? [] : ['onBehalfOf']),
  ]
  const { at, rest } = placeProblems(problems, places)
  const touched = isTouched(form, draft)

  useEffect(() => onTouched?.(touched), [onTouched, touched])
  // After a refusal the cursor goes to the first problem, so that the keyboard can go on at once.
  useEffect(() => {
    if (wasSent === 0) return
    const first = top.current?.querySelector<HTMLElement>(
      '[aria-invalid="true"], [data-problem] input, [data-problem] button',
    )
    const target = first ?? top.current?.querySelector<HTMLElement>('[role="alert"]')
    target?.focus()
    target?.scrollIntoView({ block: 'nearest' })
  }, [wasSent])

  async function send(event: FormEvent) {
    event.preventDefault()
    if (doing.isSending) return
    if (await doing.send()) onDone()
    else setWasSent((times) => times + 1)
  }

  if (stale !== null) {
    const settle = async (choices: Parameters<typeof doing.settle>[0]) => {
      if (await doing.settle(choices)) onDone()
    }
    return (
      <StaleSheet {...stale} register={register} act={act} env={env} onSettle={settle} onCancel={onCancel} />
    )
  }
  return (
    <form ref={top} onSubmit={send} noValidate className={classes.sheet}>
      <ProblemList problems={rest} register={register} isSilent={doing.isSilent} />
      {(act.kind === 'merge' || act.kind === 'undo') && (
        <p className={classes.hint}>{say(`act.hint.${act.kind}`)}</p>
      )}
      {forOthers !== undefined && (
        <BehalfPart
          id={id}
          behalf={draft.behalf}
          isNeeded={forOthers !== 'may'}
          at={at}
          env={env}
          onChange={doing.setBehalf}
        />
      )}
      <ActFields
        id={id}
        register={register}
        form={form}
        draft={draft}
        at={at}
        env={env}
        reason={reasonShown}
        onField={doing.setField}
        onChange={doing.change}
      />
      <div className={classes.foot}>
        <Button type="submit" loading={doing.isSending}>
          {word(`act.${register.id}.${act.id}`)}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {say('cancel')}
        </Button>
        {problems.length > rest.length && (
          <span role="status" className={classes.count}>
            {say('act.problems', { n: problems.length - rest.length })}
          </span>
        )}
      </div>
    </form>
  )
}

function linkTo(organ: string | null) {
  return organ === null ? null : { id: organ, text: null }
}

import type { AnswerOf, endpoints } from '@anzhi/engine/api'
import type { Act, Register } from '@anzhi/engine/pack'
import { actsForOthers, entersForOthers, remarkAct, undoAct } from '@anzhi/engine/record'
import { useReader } from '@anzhi/ui/reader'
import { ActSheet, isForward } from '@anzhi/ui/record'
import { Button, type ButtonProps, Drawer, Menu } from '@mantine/core'
import { useState } from 'react'
import classes from './pages.module.css'
import { useActHands } from './use-act-hands.ts'
import { useUnsaved } from './use-unsaved.ts'

/** What every record takes, though no register declares it. */
const builtIn: Record<string, Act> = { remark: remarkAct, undo: undoAct }

interface ActBarProps {
  register: Register
  record: AnswerOf<typeof endpoints.readRecord>
}

/** The acts that are open to me on this record, the ones that lead on first; each opens its form at the side. */
export function ActBar({ register, record }: ActBarProps) {
  const { say, word, pack, me } = useReader()
  const [act, setAct] = useState<Act | null>(null)
  const unsaved = useUnsaved()
  const hands = useActHands(register, act, record.id)
  // What a record belongs to has no form here yet.
  const acts = record.may
    .flatMap((id) => builtIn[id] ?? register.acts[id] ?? [])
    .filter(({ kind }) => kind !== 'tag' && kind !== 'untag')
  const sorted = [...acts].sort((a, b) => weight(register, a) - weight(register, b))
  const forOthers = entersForOthers(pack, me.roles) ? actsForOthers(pack, register, record) : []
  const onlyOthers = forOthers.filter(({ act }) => !record.may.includes(act.id))
  const others = onlyOthers.find((one) => one.act.id === act?.id)
  const mayBeOthers = forOthers.some((one) => one.act.id === act?.id)
  const close = () => {
    if (unsaved.mayLeave()) leave()
  }
  const leave = () => {
    unsaved.tell(false)
    setAct(null)
  }
  const done = () => {
    leave()
    hands.tellDone()
  }
  return (
    <div className={classes.acts}>
      {sorted.length === 0 && <span className={classes.quiet}>{say('record.noActs')}</span>}
      {sorted.map((one) => (
        <Button key={one.id} {...looks(register, one)} onClick={() => setAct(one)}>
          {word(`act.${register.id}.${one.id}`)}
        </Button>
      ))}
      {onlyOthers.length > 0 && (
        <Menu position="bottom-start" transitionProps={{ duration: 0 }}>
          <Menu.Target>
            <Button variant="default">{say('act.forOthers')}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {onlyOthers.map((one) => (
              <Menu.Item key={one.act.id} onClick={() => setAct(one.act)}>
                {word(`act.${register.id}.${one.act.id}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <Drawer
        opened={act !== null}
        onClose={close}
        size={620}
        title={
          <strong>{act === null ? '' : `${word(`act.${register.id}.${act.id}`)} · ${record.title}`}</strong>
        }
        closeButtonProps={{ 'aria-label': say('close') }}
      >
        {act !== null && (
          <ActSheet
            key={act.id}
            register={register}
            act={act}
            record={record}
            titles={record.titles}
            forOthers={others ?? (mayBeOthers ? 'may' : undefined)}
            submit={hands.submit}
            readLatest={hands.readLatest}
            onDone={done}
            onCancel={close}
            onTouched={unsaved.tell}
          />
        )}
      </Drawer>
    </div>
  )
}

function weight(register: Register, act: Act): number {
  if (isForward(register, act)) return 0
  const order = ['step', 'correct', 'remark', 'undo', 'merge', 'withdraw']
  return 1 + order.indexOf(act.kind)
}

function looks(register: Register, act: Act): ButtonProps {
  if (isForward(register, act)) return { variant: 'filled' }
  if (act.kind === 'withdraw') return { variant: 'subtle', color: 'red' }
  return { variant: act.kind === 'step' || act.kind === 'correct' ? 'default' : 'subtle' }
}

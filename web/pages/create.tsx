import { findRegister, type Register } from '@anzhi/engine/pack'
import { actsForOthers, entersForOthers, rightsOf } from '@anzhi/engine/record'
import { type Titles, useReader } from '@anzhi/ui/reader'
import { ActSheet } from '@anzhi/ui/record'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { Page } from '../shell/index.ts'
import { BackToList } from './back-to-list.tsx'
import { NotFound } from './not-found.tsx'
import classes from './pages.module.css'
import { useActHands } from './use-act-hands.ts'
import { useUnsaved } from './use-unsaved.ts'

/** A new record of a register. */
export function Create() {
  const { pack } = useReader()
  const { register: id = '' } = useParams({ strict: false })
  const register = findRegister(pack, id)
  return register === undefined ? <NotFound /> : <NewRecord key={id} register={register} />
}

const noTitles: Titles = {}

function NewRecord({ register }: { register: Register }) {
  const { say, word, pack, me } = useReader()
  const navigate = useNavigate()
  // Made here and once: sending again makes no second record.
  const [id] = useState(() => uuidv7())
  const act = register.acts.create!
  const hands = useActHands(register, act, id)
  const unsaved = useUnsaved()
  const others = entersForOthers(pack, me.roles) && actsForOthers(pack, register, null).length > 0
  const isMine = rightsOf(pack, act, me.roles).length > 0
  const forOthers = others ? (isMine ? 'may' : { organ: null }) : undefined
  const open = () => {
    unsaved.tell(false)
    hands.tellDone()
    void navigate({
      to: '/registers/$register/$id',
      params: { register: register.id, id },
      search: {},
      replace: true,
    })
  }
  const names = { act: word(`act.${register.id}.create`), register: word(`register.${register.id}`) }
  return (
    <Page title={say('create.title', names)} above={<BackToList register={register} />}>
      <section className={`${classes.sheet} ${classes.form}`}>
        <ActSheet
          register={register}
          act={act}
          record={null}
          titles={noTitles}
          forOthers={forOthers}
          submit={hands.submit}
          readLatest={hands.readLatest}
          onDone={open}
          onCancel={() =>
            void navigate({ to: '/registers/$register', params: { register: register.id }, search: {} })
          }
          onTouched={unsaved.tell}
        />
      </section>
    </Page>
  )
}

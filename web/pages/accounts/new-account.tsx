import type { AnswerOf, endpoints } from '@anzhi/engine/api'
import type { Problem } from '@anzhi/engine/problem'
import { LinkInput } from '@anzhi/ui/fields'
import { ProblemList, placeProblems, sentenceOf } from '@anzhi/ui/problems'
import { type Titles, useFieldEnv, useReader } from '@anzhi/ui/reader'
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useId, useState } from 'react'
import { call, forgetAllButMe } from '../../client/index.ts'
import classes from './accounts.module.css'
import { OneTimePassword } from './one-time-password.tsx'
import { RoleChoice } from './role-choice.tsx'

type Made = AnswerOf<typeof endpoints.makeAccount>
type Found = { id: string | null; text: string | null } | null

const noTitles: Titles = {}
const places = ['person', 'userName', 'roles']

/** Makes an account for somebody in the register, and shows its one-time password. */
export function NewAccount({ roles }: { roles: readonly string[] }) {
  const { language, say } = useReader()
  const env = useFieldEnv(noTitles)
  const id = useId()
  const [person, setPerson] = useState<Found>(null)
  const [userName, setUserName] = useState('')
  const [chosen, setChosen] = useState<string[]>([])
  const [problems, setProblems] = useState<readonly Problem[] | null>(null)
  const [made, setMade] = useState<Made | null>(null)
  const [isSending, setSending] = useState(false)
  const isReady = person !== null && userName.trim() !== '' && chosen.length > 0

  async function send(event: FormEvent) {
    event.preventDefault()
    if (!isReady || isSending) return
    setSending(true)
    const body = { person: person.id!, userName: userName.trim(), roles: chosen }
    const reply = await call('makeAccount', { body })
    setSending(false)
    setProblems(reply.ok ? null : reply.problems)
    if (!reply.ok) return
    setMade(reply.value)
    void forgetAllButMe()
  }

  if (made !== null) {
    const { account, password } = made
    return <OneTimePassword name={account.person.name} userName={account.userName} password={password} />
  }
  const { at, rest } = placeProblems(problems ?? [], places)
  const sentence = (field: string) => {
    const problem = at[field]
    return problem === undefined ? {} : { problem: sentenceOf(problem, language) }
  }
  return (
    <form className={classes.stack} onSubmit={send} noValidate>
      <ProblemList problems={rest} isSilent={problems?.length === 0} />
      <div>
        <LinkInput
          id={`${id}-person`}
          label={say('accounts.person')}
          draft={person}
          spec={{ type: 'person' }}
          env={env}
          required
          asFilter
          {...sentence('person')}
          onChange={(draft) => setPerson(draft as Found)}
        />
        <p className={classes.quiet}>{say('accounts.person.hint')}</p>
      </div>
      <TextInput
        label={say('accounts.userName')}
        description={say('accounts.userName.hint')}
        withAsterisk
        maxLength={40}
        autoComplete="off"
        error={sentence('userName').problem}
        value={userName}
        onChange={(event) => setUserName(event.currentTarget.value)}
      />
      <RoleChoice roles={roles} chosen={chosen} problem={sentence('roles').problem} onChange={setChosen} />
      <Button type="submit" disabled={!isReady} loading={isSending}>
        {say('accounts.make')}
      </Button>
    </form>
  )
}

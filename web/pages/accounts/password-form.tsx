import { passwordProblems } from '@anzhi/engine/password'
import type { Problem } from '@anzhi/engine/problem'
import { sentenceOf } from '@anzhi/ui/problems'
import { useSay } from '@anzhi/ui/words'
import { Button, PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { call } from '../../client/index.ts'
import classes from './accounts.module.css'
import { PasswordRules } from './password-rules.tsx'

interface PasswordFormProps {
  userName: string
  /** The old password is a one-time password. */
  isFirst?: boolean
  onDone: () => void
}

const blank = { current: '', password: '', again: '' }

/** The old password, and a new one twice, with the rules as far as they are met. */
export function PasswordForm({ userName, isFirst = false, onDone }: PasswordFormProps) {
  const { language, say } = useSay()
  const [draft, setDraft] = useState(blank)
  const [problems, setProblems] = useState<readonly Problem[] | null>(null)
  const [isSending, setSending] = useState(false)
  const differs = draft.again !== '' && draft.again !== draft.password
  const isReady =
    draft.current !== '' &&
    draft.again === draft.password &&
    passwordProblems(draft.password, { userName }).length === 0

  async function send(event: FormEvent) {
    event.preventDefault()
    if (!isReady) return
    setSending(true)
    const { current, password } = draft
    const reply = await call('changePassword', { body: { current, password } })
    setSending(false)
    setProblems(reply.ok ? null : reply.problems)
    if (!reply.ok) return
    setDraft(blank)
    onDone()
  }

  const at = (field: string) => problems?.find((one) => one.field === field)
  const rest = problems?.filter(({ field }) => field !== 'current' && field !== 'password') ?? []
  const input = (field: keyof typeof draft) => ({
    required: true,
    maxLength: 200,
    value: draft[field],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setDraft((now) => ({ ...now, [field]: value }))
    },
  })
  const sentence = (problem: Problem | undefined) =>
    problem === undefined ? undefined : sentenceOf(problem, language)
  return (
    <form className={classes.passwordForm} onSubmit={send}>
      {/* For the browser's keeper of passwords: whose they are. */}
      <input type="text" autoComplete="username" value={userName} readOnly hidden />
      <PasswordInput
        label={say(isFirst ? 'password.oneTime' : 'password.current')}
        autoComplete="current-password"
        error={sentence(at('current'))}
        {...input('current')}
      />
      <PasswordInput
        label={say('password.new')}
        autoComplete="new-password"
        error={sentence(at('password'))}
        {...input('password')}
      />
      <PasswordRules password={draft.password} userName={userName} />
      <PasswordInput
        label={say('password.again')}
        autoComplete="new-password"
        error={differs ? say('password.notSame') : undefined}
        {...input('again')}
      />
      {problems !== null && (rest.length > 0 || problems.length === 0) && (
        <p role="alert" className={classes.refused}>
          {rest.map((problem) => sentenceOf(problem, language)).join(' ') || say('offline')}
        </p>
      )}
      <Button type="submit" disabled={!isReady} loading={isSending}>
        {say('password.go')}
      </Button>
    </form>
  )
}

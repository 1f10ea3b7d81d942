import type { Problem } from '@anzhi/engine/problem'
import { sentenceOf } from '@anzhi/ui/problems'
import { useSay } from '@anzhi/ui/words'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useRouter, useSearch } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import type { Search } from '../app/address.ts'
import { call, queries, queryClient, safeReturn } from '../client/index.ts'
import { LanguageSwitch, Seal } from '../shell/index.ts'
import classes from './sign-in.module.css'

/** The door: name and password, and back to where one was going. */
export function SignIn() {
  const { language, say } = useSay()
  const router = useRouter()
  const { back } = useSearch({ strict: false }) as Search
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')
  const [refused, setRefused] = useState<readonly Problem[] | null>(null)
  const [isSending, setSending] = useState(false)
  useEffect(() => {
    document.title = `${say('signIn.title')} · ${say('app.name')}`
  }, [say])

  async function send(event: FormEvent) {
    event.preventDefault()
    setSending(true)
    const reply = await call('signIn', { body: { userName: userName.trim(), password } })
    setSending(false)
    if (!reply.ok) return setRefused(reply.problems)
    queryClient.clear()
    queryClient.setQueryData(queries.me().queryKey, reply.value)
    router.history.push(safeReturn(back))
  }

  const sentence =
    refused === null
      ? undefined
      : refused.map((problem) => sentenceOf(problem, language)).join(' ') || say('offline')
  return (
    <main className={classes.page}>
      <div className={classes.language}>
        <LanguageSwitch language={language} />
      </div>
      <form className={classes.form} onSubmit={send}>
        <div className={classes.brand}>
          <Seal size={44} />
          <div>
            <h1>{say('app.name')}</h1>
            <p>{say('app.line')}</p>
          </div>
        </div>
        <p className={classes.intro}>{say(back === undefined ? 'signIn.intro' : 'problem.signedOut')}</p>
        <TextInput
          label={say('signIn.userName')}
          autoComplete="username"
          autoFocus
          required
          value={userName}
          onChange={(event) => setUserName(event.currentTarget.value)}
        />
        <PasswordInput
          label={say('signIn.password')}
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {sentence !== undefined && (
          <p role="alert" className={classes.refused}>
            {sentence}
          </p>
        )}
        <Button type="submit" fullWidth loading={isSending}>
          {say('signIn.go')}
        </Button>
      </form>
    </main>
  )
}

import { useSay } from '@anzhi/ui/words'
import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Search } from '../../app/address.ts'
import { queries, queryClient, safeReturn } from '../../client/index.ts'
import { LanguageSwitch, Seal, useSignOut } from '../../shell/index.ts'
import door from '../sign-in.module.css'
import { PasswordForm } from './password-form.tsx'

/** Behind the door, but no further: a one-time password is changed before anything else is seen. */
export function FirstPassword() {
  const { language, say } = useSay()
  const router = useRouter()
  const signOut = useSignOut()
  const { back } = useSearch({ strict: false }) as Search
  const { data: me } = useSuspenseQuery(queries.me())
  useEffect(() => {
    document.title = `${say('password.title')} · ${say('app.name')}`
  }, [say])

  function goOn() {
    queryClient.setQueryData(queries.me().queryKey, { ...me, passwordExpired: false })
    router.history.push(safeReturn(back))
  }

  return (
    <main className={door.page}>
      <div className={door.language}>
        <LanguageSwitch language={language} />
      </div>
      <div className={door.form}>
        <div className={door.brand}>
          <Seal size={44} />
          <div>
            <h1>{say('app.name')}</h1>
            <p>{say('signedInAs', { name: me.name, organ: me.organ.name })}</p>
          </div>
        </div>
        <div>
          <h2>{say('password.first')}</h2>
          <p className={door.intro}>{say('password.firstLine')}</p>
        </div>
        <PasswordForm userName={me.userName} isFirst onDone={goOn} />
        <Button variant="subtle" size="xs" onClick={() => void signOut()}>
          {say('signOut')}
        </Button>
      </div>
    </main>
  )
}

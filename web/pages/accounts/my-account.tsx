import { useReader } from '@anzhi/ui/reader'
import { notifications } from '@mantine/notifications'
import { useSuspenseQuery } from '@tanstack/react-query'
import { queries, queryClient } from '../../client/index.ts'
import { Page } from '../../shell/index.ts'
import classes from './accounts.module.css'
import { OwnSessions } from './own-sessions.tsx'
import { PasswordForm } from './password-form.tsx'
import { rolesInWords } from './roles-in-words.ts'

/** 我的账号: who I am here, my password, and where I am signed in. */
export function MyAccount() {
  const { language, say, word } = useReader()
  const { data: me } = useSuspenseQuery(queries.me())
  const done = () => {
    notifications.show({ message: say('password.done'), closeButtonProps: { 'aria-label': say('close') } })
    void queryClient.invalidateQueries({ queryKey: queries.ownSessions().queryKey })
  }
  return (
    <Page title={say('nav.myAccount')}>
      <div className={classes.mine}>
        <section className={classes.sheet}>
          <dl className={classes.facts}>
            <dt>{say('accounts.userName')}</dt>
            <dd>{me.userName}</dd>
            <dt>{say('accounts.person')}</dt>
            <dd>{me.name}</dd>
            <dt>{say('accounts.organ')}</dt>
            <dd>{me.organ.name}</dd>
            <dt>{say('accounts.roles')}</dt>
            <dd>{rolesInWords(me.roles, { language, word })}</dd>
          </dl>
          <h2>{say('password.title')}</h2>
          <PasswordForm userName={me.userName} onDone={done} />
        </section>
        <OwnSessions />
      </div>
    </Page>
  )
}

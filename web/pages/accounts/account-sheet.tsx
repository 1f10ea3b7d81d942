import type { AnswerOf, endpoints } from '@anzhi/engine/api'
import type { Problem, Result } from '@anzhi/engine/problem'
import { ProblemList } from '@anzhi/ui/problems'
import { useReader } from '@anzhi/ui/reader'
import { Waiting } from '@anzhi/ui/waiting'
import { instantInWords } from '@anzhi/ui/words'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { call, expected, forgetAllButMe, queries } from '../../client/index.ts'
import { AccountRoles } from './account-roles.tsx'
import { AccountState } from './account-state.tsx'
import classes from './accounts.module.css'
import { OneTimePassword } from './one-time-password.tsx'
import { OpenWork } from './open-work.tsx'
import { SureButton } from './sure-button.tsx'

type Account = AnswerOf<typeof endpoints.readAccount>['account']

/** One account at the side: what it is, its roles, its password, its end, and what waits for it. */
export function AccountSheet({ id, roles }: { id: string; roles: readonly string[] }) {
  const account = useQuery(queries.account(id))
  return (
    <Waiting for={expected(account)}>
      {(answer) => <Sheet account={answer.account} work={answer.work} roles={roles} />}
    </Waiting>
  )
}

interface SheetProps extends AnswerOf<typeof endpoints.readAccount> {
  roles: readonly string[]
}

function Sheet({ account, work, roles }: SheetProps) {
  const { say } = useReader()
  const [problems, setProblems] = useState<readonly Problem[] | null>(null)
  const [password, setPassword] = useState<string | null>(null)
  const top = useRef<HTMLDivElement>(null)
  // What was pressed may be far below what is said of it.
  useEffect(() => {
    if (problems !== null) top.current?.scrollIntoView({ block: 'nearest' })
  }, [problems])
  const params = { id: account.id }
  const body = { version: account.version }

  /** Whatever the answer was, what is shown is read again: somebody else may have been here. */
  async function settle<T>(asking: Promise<Result<T>>, onDone: (answer: T) => void) {
    const reply = await asking
    setProblems(reply.ok ? null : reply.problems)
    setPassword(null)
    if (reply.ok) onDone(reply.value)
    await forgetAllButMe()
  }
  const tell = (message: string) => () =>
    void notifications.show({ message, closeButtonProps: { 'aria-label': say('close') } })
  const show = ({ password: given }: { password: string }) => setPassword(given)
  const isOpen = account.endedAt === null
  return (
    <div className={classes.stack}>
      <div ref={top}>
        <ProblemList problems={problems ?? []} isSilent={problems?.length === 0} />
      </div>
      <Facts account={account} />
      {password !== null && (
        <OneTimePassword
          key={password}
          name={account.person.name}
          userName={account.userName}
          password={password}
        />
      )}
      {isOpen && (
        <>
          <AccountRoles
            key={account.version}
            roles={roles}
            given={account.roles}
            onSave={(chosen) =>
              settle(
                call('changeRoles', { params, body: { ...body, roles: chosen } }),
                tell(say('accounts.rolesSaved')),
              )
            }
          />
          <SureButton does="reset" onSure={() => settle(call('resetPassword', { params, body }), show)} />
        </>
      )}
      <OpenWork work={work} organ={account.organ?.name ?? ''} />
      {isOpen ? (
        <SureButton
          does="end"
          onSure={() => settle(call('endAccount', { params, body }), tell(say('accounts.ended')))}
        />
      ) : (
        <SureButton does="reopen" onSure={() => settle(call('reopenAccount', { params, body }), show)} />
      )}
    </div>
  )
}

function Facts({ account }: { account: Account }) {
  const { say } = useReader()
  return (
    <dl className={classes.facts}>
      <dt>{say('accounts.person')}</dt>
      <dd>{account.person.name}</dd>
      <dt>{say('accounts.organ')}</dt>
      <dd>{account.organ?.name ?? say('notSaid')}</dd>
      <dt>{say('accounts.state')}</dt>
      <dd>
        <AccountState account={account} />
      </dd>
      <dt>{say('accounts.made')}</dt>
      <dd>{instantInWords(account.madeAt)}</dd>
      <dt>{say('accounts.signedIn')}</dt>
      <dd>{account.signedInAt === null ? say('notSaid') : instantInWords(account.signedInAt)}</dd>
    </dl>
  )
}

import type { AnswerOf, endpoints } from '@anzhi/engine/api'
import { useReader } from '@anzhi/ui/reader'
import { instantInWords } from '@anzhi/ui/words'
import { AccountState } from './account-state.tsx'
import classes from './accounts.module.css'
import { rolesInWords } from './roles-in-words.ts'

type Accounts = AnswerOf<typeof endpoints.listAccounts>['accounts']

/** Accounts as a table; the user name opens one. */
export function AccountTable({ accounts, onOpen }: { accounts: Accounts; onOpen: (id: string) => void }) {
  const { language, say, word } = useReader()
  const heads = ['userName', 'person', 'organ', 'roles', 'state', 'signedIn'] as const
  return (
    <div className={classes.frame}>
      <table className={classes.table}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {say(`accounts.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.id} data-ended={account.endedAt !== null || undefined}>
              <td>
                <button type="button" className={classes.name} onClick={() => onOpen(account.id)}>
                  {account.userName}
                </button>
              </td>
              <td>{account.person.name}</td>
              <td className={classes.wraps}>{account.organ?.name ?? say('notSaid')}</td>
              <td className={classes.wraps}>{rolesInWords(account.roles, { language, word })}</td>
              <td>
                <AccountState account={account} />
              </td>
              <td>{account.signedInAt === null ? say('notSaid') : instantInWords(account.signedInAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

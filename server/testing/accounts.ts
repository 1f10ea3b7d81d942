import type { AnswerOf, endpoints } from '@anzhi/engine/api'
import type { Answer, Caller, Office } from './office.ts'

type Account = AnswerOf<typeof endpoints.readAccount>['account']

/** What the answers about accounts carry; what is not there is undefined. */
export type Told = AnswerOf<typeof endpoints.listAccounts> &
  AnswerOf<typeof endpoints.readAccount> &
  AnswerOf<typeof endpoints.makeAccount> &
  AnswerOf<typeof endpoints.listOwnSessions>

/** The body of an answer about accounts that must have been given. */
export function told({ status, body, bytes }: Answer): Told {
  if (status !== 200) throw new Error(`${status}: ${bytes}`)
  return body as unknown as Told
}

/** The account of a user name, as an administrator finds it. */
export async function accountOf(administrator: Caller, userName: string): Promise<Account> {
  const { accounts } = told(await administrator.get(`/api/accounts?search=${encodeURIComponent(userName)}`))
  const found = accounts.find((account) => account.userName === userName)
  if (found === undefined) throw new Error(`there is no account ${userName}`)
  return found
}

/** Does something to an account as it is now. */
export async function grant(
  administrator: Caller,
  userName: string,
  change: string,
  body: object = {},
): Promise<Answer> {
  const { id, version } = await accountOf(administrator, userName)
  return administrator.post(`/api/accounts/${id}/${change}`, { version, ...body })
}

/** Somebody new in the register of people, in the organ of that name. */
export async function newPerson(office: Office, name: string, organ: string): Promise<string> {
  const values = { name, organ: { id: await office.idOf('organ', organ) } }
  const answer = await (await office.as('qin')).act('person', 'create', { values })
  if (answer.status !== 200) throw new Error(String(answer.bytes))
  return answer.body.id
}

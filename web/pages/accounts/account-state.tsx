import type { AnswerOf, endpoints } from '@anzhi/engine/api'
import { useSay } from '@anzhi/ui/words'
import classes from './accounts.module.css'

type Account = AnswerOf<typeof endpoints.readAccount>['account']

/** Can somebody sign in with it, and if not, why? */
export function AccountState({ account }: { account: Account }) {
  const { say } = useSay()
  const state = stateOf(account)
  return (
    <span className={classes.state} data-is={state}>
      {state === 'noOrgan' ? say('accounts.noOrgan') : say(`accounts.state.${state}`)}
    </span>
  )
}

function stateOf({ endedAt, organ, lockedUntil, passwordExpired }: Account) {
  if (endedAt !== null) return 'ended'
  if (organ === null) return 'noOrgan'
  if (lockedUntil !== null) return 'locked'
  return passwordExpired ? 'oneTime' : 'open'
}

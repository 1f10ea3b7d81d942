import { passwordProblems, passwordRules } from '@anzhi/engine/password'
import { Icon } from '@anzhi/ui/icons'
import { useSay } from '@anzhi/ui/words'
import { VisuallyHidden } from '@mantine/core'
import classes from './accounts.module.css'

/** What a password is held to, each rule with whether it is met by what has been typed so far. */
export function PasswordRules({ password, userName }: { password: string; userName: string }) {
  const { say } = useSay()
  const broken = new Set<string>(passwordProblems(password, { userName }).map(({ code }) => code))
  return (
    <ul className={classes.rules} aria-label={say('password.rules')}>
      {passwordRules.map((rule) => {
        const isMet = password !== '' && !broken.has(rule.code)
        return (
          <li key={rule.code} data-met={isMet || undefined}>
            <span className={classes.tick}>{isMet && <Icon name="check" size={12} />}</span>
            {say(`password.rule.${rule.code}`, rule)}
            <VisuallyHidden>{say(isMet ? 'password.met' : 'password.unmet')}</VisuallyHidden>
          </li>
        )
      })}
    </ul>
  )
}

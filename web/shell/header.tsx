import type { AnswerOf, endpoints } from '@anzhi/engine/api'
import { useSay } from '@anzhi/ui/words'
import { Link } from '@tanstack/react-router'
import { LanguageSwitch } from './language-switch.tsx'
import { Seal } from './seal.tsx'
import classes from './shell.module.css'
import { useSignOut } from './use-sign-out.ts'

/** Whose office this is, who is here, and the way out. */
export function Header({ me }: { me: AnswerOf<typeof endpoints.whoAmI> }) {
  const { say, language } = useSay()
  const signOut = useSignOut()
  return (
    <header className={classes.header}>
      <Link to="/" search={{}} className={classes.brand}>
        <Seal />
        <strong>{say('app.name')}</strong>
        <span>{me.district.name}</span>
      </Link>
      <Link
        to="/account"
        search={{}}
        className={classes.me}
        title={`${say('signedInAs', { name: me.name, organ: me.organ.name })} · ${say('nav.myAccount')}`}
      >
        <strong>{me.name}</strong>
        <span>{me.organ.name}</span>
      </Link>
      <LanguageSwitch language={language} />
      <button type="button" className={classes.plain} onClick={signOut}>
        {say('signOut')}
      </button>
    </header>
  )
}

import { administratorRole } from '@anzhi/engine/pack'
import { useReader } from '@anzhi/ui/reader'
import { Link, type LinkProps, useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { navigationOf } from './navigation-of.ts'
import classes from './shell.module.css'

/** The ways through the application, as the pack has them. */
export function Navigation() {
  const { pack, me, say, word } = useReader()
  const { registers, basics, reports } = navigationOf(pack)
  const nav = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  // On a narrow screen the ways lie in one row that scrolls: the way to this page is brought into sight.
  useEffect(() => {
    const here = pathname === '' ? null : nav.current?.querySelector<HTMLElement>('[aria-current]')
    if (here != null)
      nav.current!.scrollLeft = here.offsetLeft - (nav.current!.clientWidth - here.offsetWidth) / 2
  }, [pathname])
  const toRegister = ({ id }: { id: string }) => (
    <Way key={id} to="/registers/$register" params={{ register: id }}>
      {word(`register.${id}`)}
    </Way>
  )
  return (
    <nav ref={nav} className={classes.nav} aria-label={say('nav.main')}>
      <ul>
        <Way to="/" exact>
          {say('nav.home')}
        </Way>
      </ul>
      <Part name={say('nav.registers')}>{registers.map(toRegister)}</Part>
      <Part name={say('nav.results')}>
        <Way to="/figures">{say('nav.figures')}</Way>
        {reports.map((report) => (
          <Way key={report} to="/reports/$report" params={{ report }}>
            {word(`report.${report}`)}
          </Way>
        ))}
      </Part>
      <Part name={say('nav.basics')}>{basics.map(toRegister)}</Part>
      <Part name={say('nav.keeping')}>
        {me.roles.includes(administratorRole) && <Way to="/accounts">{say('nav.accounts')}</Way>}
        <Way to="/account">{say('nav.myAccount')}</Way>
      </Part>
    </nav>
  )
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <h2>{name}</h2>
      <ul>{children}</ul>
    </>
  )
}

interface WayProps {
  to: LinkProps['to']
  params?: Record<string, string>
  exact?: boolean
  children: ReactNode
}

function Way({ to, params, exact = false, children }: WayProps) {
  return (
    <li>
      <Link
        to={to}
        params={params as never}
        search={{} as never}
        activeOptions={{ exact, includeSearch: false }}
        activeProps={{ 'aria-current': 'page' }}
      >
        {children}
      </Link>
    </li>
  )
}

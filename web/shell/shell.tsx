import { ReaderProvider } from '@anzhi/ui/reader'
import { useSay } from '@anzhi/ui/words'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useMemo, useRef } from 'react'
import { queries } from '../client/index.ts'
import { DayBanner } from './day-banner.tsx'
import { handsIn } from './hands.tsx'
import { Header } from './header.tsx'
import { Navigation } from './navigation.tsx'
import classes from './shell.module.css'

/** The frame of every page behind the sign-in. */
export function Shell() {
  const { data: me } = useSuspenseQuery(queries.me())
  const { data: pack } = useSuspenseQuery(queries.pack())
  const { language, say } = useSay()
  const hands = useMemo(() => handsIn(language), [language])
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const first = useRef(true)
  // A new page is announced by moving the focus to it; the first one is announced by the browser.
  useEffect(() => {
    if (!first.current && pathname !== '') main.current?.focus({ preventScroll: true })
    first.current = false
  }, [pathname])
  return (
    <ReaderProvider pack={pack} me={me} hands={hands}>
      <a className={classes.skip} href="#main">
        {say('skip')}
      </a>
      <div className={classes.frame}>
        {me.demonstration && <DayBanner today={me.today} />}
        <Header me={me} />
        <Navigation />
        <main id="main" ref={main} tabIndex={-1} className={classes.main}>
          <Outlet />
        </main>
      </div>
    </ReaderProvider>
  )
}

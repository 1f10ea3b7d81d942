import { useSay } from '@anzhi/ui/words'
import { type ReactNode, useEffect } from 'react'
import classes from './shell.module.css'

interface PageProps {
  title: string
  /** What stands above the title: the way back. */
  above?: ReactNode
  /** What stands beside the title. */
  beside?: ReactNode
  children: ReactNode
}

/** A page: its title, which is also the window's, and what it can do at once. */
export function Page({ title, above, beside, children }: PageProps) {
  const { say } = useSay()
  const app = say('app.name')
  useEffect(() => {
    document.title = title === '' ? app : `${title} · ${app}`
  }, [title, app])
  return (
    <>
      {above !== undefined && <div className={classes.above}>{above}</div>}
      <div className={classes.head}>
        <h1>{title}</h1>
        {beside}
      </div>
      {children}
    </>
  )
}

import { useSay } from '@anzhi/ui/words'
import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import classes from './accounts.module.css'
import { copyFrom } from './copy-from.ts'

interface OneTimePasswordProps {
  name: string
  userName: string
  password: string
}

/** A password that is seen once, to be copied and handed over. */
export function OneTimePassword({ name, userName, password }: OneTimePasswordProps) {
  const { say } = useSay()
  const input = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')
  // It is what everything before was for.
  useEffect(() => input.current?.focus(), [])
  const copy = async () =>
    setSaid((await copyFrom(input.current!)) ? say('accounts.copied') : say('accounts.copyFailed'))
  return (
    <div className={classes.secret}>
      <p>
        {say('accounts.userName')} <strong>{userName}</strong>
      </p>
      <div className={classes.row}>
        <input
          ref={input}
          readOnly
          value={password}
          aria-label={say('accounts.oneTime')}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button variant="default" onClick={() => void copy()}>
          {say('accounts.copy')}
        </Button>
        <span role="status">{said}</span>
      </div>
      <p>{say('accounts.oneTimeLine', { name })}</p>
    </div>
  )
}

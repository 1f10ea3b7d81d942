import { useReader } from '@anzhi/ui/reader'
import { Button } from '@mantine/core'
import { useState } from 'react'
import classes from './accounts.module.css'

interface SureButtonProps {
  does: 'reset' | 'end' | 'reopen'
  onSure: () => Promise<void>
}

/** Something that throws somebody out, or lets them in: it is said what it does, and asked again. */
export function SureButton({ does, onSure }: SureButtonProps) {
  const { say } = useReader()
  const [isAsking, setAsking] = useState(false)
  const [isSending, setSending] = useState(false)
  async function go() {
    setSending(true)
    await onSure()
    setSending(false)
    setAsking(false)
  }
  const color = does === 'end' ? { color: 'red' } : {}
  return (
    <section className={classes.part}>
      <p className={classes.quiet}>{say(`accounts.${does}Line`)}</p>
      {isAsking ? (
        <div className={classes.row}>
          <Button {...color} loading={isSending} autoFocus onClick={() => void go()}>
            {say(`accounts.${does}Sure`)}
          </Button>
          <Button variant="default" onClick={() => setAsking(false)}>
            {say('cancel')}
          </Button>
        </div>
      ) : (
        <Button variant="default" onClick={() => setAsking(true)}>
          {say(`accounts.${does}`)}
        </Button>
      )}
    </section>
  )
}

import { Waiting } from '@anzhi/ui/waiting'
import { useSay } from '@anzhi/ui/words'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { Refused } from '../client/index.ts'
import { Page } from '../shell/index.ts'

/** A page that could not be drawn: an answer that did not come can be asked for again, a fault is told. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const { say } = useSay()
  const router = useRouter()
  const retry = () => {
    reset()
    void router.invalidate()
  }
  if (error instanceof Refused) {
    return <Waiting for={{ is: 'failed', problems: error.problems, retry }}>{() => null}</Waiting>
  }
  return (
    <Page title={say('broken.title')}>
      <p>{say('broken.line')}</p>
      <p>
        <code>{error instanceof Error ? error.message : String(error)}</code>
      </p>
    </Page>
  )
}

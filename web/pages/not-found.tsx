import { useSay } from '@anzhi/ui/words'
import { Link } from '@tanstack/react-router'
import { Page } from '../shell/index.ts'

/** There is nothing at this address, or nothing that one may see: the two look the same. */
export function NotFound() {
  const { say } = useSay()
  return (
    <Page title={say('notFound.title')}>
      <p>{say('notFound.line')}</p>
      <p>
        <Link to="/" search={{}}>
          {say('notFound.home')}
        </Link>
      </p>
    </Page>
  )
}

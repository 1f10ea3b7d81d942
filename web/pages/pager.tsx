import { Icon } from '@anzhi/ui/icons'
import { useSay } from '@anzhi/ui/words'
import { Button } from '@mantine/core'
import classes from './pages.module.css'

interface PagerProps {
  /** Which page this is, when that is known. */
  page?: number
  /** The page that was asked for is still on its way: what is seen is the one before. */
  isTurning?: boolean
  onFirst?: () => void
  onPrevious?: () => void
  onNext?: () => void
}

/** The ways to the other pages of a list; there is none when everything is on this one. */
export function Pager({ page, isTurning = false, onFirst, onPrevious, onNext }: PagerProps) {
  const { say } = useSay()
  if (onFirst === undefined && onPrevious === undefined && onNext === undefined) return null
  const button = { size: 'xs', variant: 'default' } as const
  return (
    <div className={classes.pager}>
      {onFirst !== undefined && (
        <Button {...button} onClick={onFirst}>
          {say('list.first')}
        </Button>
      )}
      <Button
        {...button}
        disabled={onPrevious === undefined || isTurning}
        onClick={onPrevious}
        leftSection={<Icon name="left" size={12} />}
      >
        {say('list.previous')}
      </Button>
      {page !== undefined && <span>{say('list.page', { n: page })}</span>}
      <Button
        {...button}
        disabled={onNext === undefined || isTurning}
        onClick={onNext}
        rightSection={<Icon name="right" size={12} />}
      >
        {say('list.next')}
      </Button>
    </div>
  )
}

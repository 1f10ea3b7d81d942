import { useReader } from '@anzhi/ui/reader'
import { useBlocker } from '@tanstack/react-router'
import { useRef } from 'react'

/** Guards what has been filled in and not sent: whoever would leave it is asked first. */
export function useUnsaved() {
  const { say } = useReader()
  const touched = useRef(false)
  const mayLeave = () => !touched.current || window.confirm(say('act.discard'))
  useBlocker({ shouldBlockFn: () => !mayLeave(), enableBeforeUnload: () => touched.current })
  return {
    mayLeave,
    tell: (now: boolean) => {
      touched.current = now
    },
  }
}

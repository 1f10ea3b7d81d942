import { useNavigate } from '@tanstack/react-router'
import { call, queryClient } from '../client/index.ts'

/** Ends the session and forgets all that was read in it, before anybody else sits down here. */
export function useSignOut(): () => Promise<void> {
  const navigate = useNavigate()
  return async () => {
    await call('signOut', {})
    await navigate({ to: '/sign-in', search: {} })
    queryClient.clear()
  }
}

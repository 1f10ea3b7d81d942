import { useRouter } from '@tanstack/react-router'
import { call, queryClient } from '../client/index.ts'

/**
 * Ends the session and forgets all that was read in it, before anybody else sits down here. Leaving comes
 * first: whoever stays with a half-filled form is not signed out either.
 */
export function useSignOut(): () => Promise<void> {
  const router = useRouter()
  return async () => {
    await router.navigate({ to: '/sign-in', search: {} })
    if (router.state.location.pathname !== '/sign-in') return
    await call('signOut', {})
    queryClient.clear()
  }
}

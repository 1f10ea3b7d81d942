import { addressOf, type ListState } from '@anzhi/ui/list'
import { useLocation, useNavigate } from '@tanstack/react-router'

/** Moves between states of a list. The pages gone through are kept beside the address, for the way back. */
export function useListNavigation(state: ListState) {
  const navigate = useNavigate()
  const { state: kept } = useLocation()
  const trail = (kept as { trail?: string[] }).trail ?? []
  const to = (next: ListState, gone: string[] = []) =>
    void navigate({ to: '.', search: addressOf(next), state: { trail: gone } as object, resetScroll: false })
  const previous = trail.at(-1)
  return {
    to,
    pages: (next: string | null) => ({
      page: state.after === '' ? 1 : trail.length > 0 ? trail.length + 1 : undefined,
      onFirst: state.after === '' ? undefined : () => to({ ...state, after: '' }),
      onPrevious:
        previous === undefined ? undefined : () => to({ ...state, after: previous }, trail.slice(0, -1)),
      onNext: next === null ? undefined : () => to({ ...state, after: next }, [...trail, state.after]),
    }),
  }
}

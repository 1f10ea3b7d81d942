import type { Register } from '@anzhi/engine/pack'
import { useReader } from '@anzhi/ui/reader'
import { Link } from '@tanstack/react-router'
import { lastList } from './last-list.ts'

/** The way up, to the list of the register as it was last looked at. */
export function BackToList({ register }: { register: Register }) {
  const { word } = useReader()
  return (
    <Link to="/registers/$register" params={{ register: register.id }} search={lastList(register.id)}>
      ← {word(`register.${register.id}`)}
    </Link>
  )
}

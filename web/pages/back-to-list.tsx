import type { Register } from '@anzhi/engine/pack'
import { useReader } from '@anzhi/ui/reader'
import { Link } from '@tanstack/react-router'

/** The way up, to the list of the register. */
export function BackToList({ register }: { register: Register }) {
  const { word } = useReader()
  return (
    <Link to="/registers/$register" params={{ register: register.id }} search={{}}>
      ← {word(`register.${register.id}`)}
    </Link>
  )
}

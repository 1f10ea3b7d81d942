import type { Language } from '@anzhi/engine/pack'
import type { Hands } from '@anzhi/ui/reader'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call, fileUrl, handIn } from '../client/index.ts'

/** What the components of `ui` are given to reach the server with. */
export function handsIn(language: Language): Hands {
  return {
    fileUrl,
    handIn,
    RecordLink,
    findRecords: async (register, words) => {
      const query = { search: words.trim() || undefined, limit: 12, language }
      const reply = await call('listRecords', { params: { register }, query })
      return reply.ok ? reply.value.records.map(({ id, title }) => ({ id, title })) : []
    },
  }
}

function RecordLink({ register, id, children }: { register: string; id: string; children: ReactNode }) {
  if (register === 'file') {
    return (
      <a href={fileUrl(id)} target="_blank" rel="noreferrer">
        {children}
      </a>
    )
  }
  return (
    <Link to="/registers/$register/$id" params={{ register, id }} search={{}}>
      {children}
    </Link>
  )
}

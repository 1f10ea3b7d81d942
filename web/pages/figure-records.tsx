import type { endpoints, QueryInput } from '@anzhi/engine/api'
import { FootingTable } from '@anzhi/ui/figure'
import { useReader } from '@anzhi/ui/reader'
import { Waiting } from '@anzhi/ui/waiting'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { expected, isBusy, queries } from '../client/index.ts'
import { Pager } from './pager.tsx'
import classes from './pages.module.css'

const perPage = 20

interface FigureRecordsProps {
  indicator: string
  query: QueryInput<typeof endpoints.readFigure>
}

/** Exactly the records that make a figure, page by page. */
export function FigureRecords({ indicator, query }: FigureRecordsProps) {
  const { say } = useReader()
  const [trail, setTrail] = useState<string[]>([])
  const asked = { ...query, limit: perPage, after: trail.at(-1) }
  const records = useQuery({ ...queries.footings(indicator, asked), placeholderData: keepPreviousData })
  return (
    <section className={classes.footings} aria-busy={isBusy(records)}>
      <h3>
        {say('figure.records')}
        {records.data !== undefined && <small>{say('list.total', { n: records.data.total })}</small>}
      </h3>
      <Waiting for={expected(records)} isEmpty={({ total }) => total === 0} empty={say('figure.noRecords')}>
        {(answer) => (
          <>
            <FootingTable indicator={indicator} records={answer.records} titles={answer.titles} />
            <Pager
              page={trail.length + 1}
              isTurning={records.isPlaceholderData}
              onFirst={trail.length > 0 ? () => setTrail([]) : undefined}
              onPrevious={trail.length > 0 ? () => setTrail(trail.slice(0, -1)) : undefined}
              onNext={answer.next === null ? undefined : () => setTrail([...trail, answer.next!])}
            />
          </>
        )}
      </Waiting>
    </section>
  )
}

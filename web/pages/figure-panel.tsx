import type { Figure } from '@anzhi/engine/indicator'
import { findIndicator } from '@anzhi/engine/pack'
import { FigureSource } from '@anzhi/ui/figure'
import { useReader } from '@anzhi/ui/reader'
import { Waiting } from '@anzhi/ui/waiting'
import { Button, Drawer } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Search } from '../app/address.ts'
import { expected, queries } from '../client/index.ts'
import { FigureRecords } from './figure-records.tsx'
import classes from './pages.module.css'

export interface PanelState {
  /** The figure that is open; it stands in the address, so that it can be sent to somebody. */
  indicator: string | undefined
  /** The rate from which a part was opened. */
  from: string | undefined
  open: (figure: Figure) => void
  openPart: (figure: Figure) => void
  back: () => void
  close: () => void
}

/** Which figure is open on a page: `?figure=…`, and `&of=…` when it was opened as a part of that one. */
export function useFigurePanel(): PanelState {
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const show = (figure: string | undefined, of: string | undefined) => {
    const { figure: _figure, of: _of, ...rest } = search
    const opened = { ...rest, ...(figure && { figure }), ...(of && { of }) }
    void navigate({ to: '.', search: opened, resetScroll: false })
  }
  return {
    indicator: search.figure,
    from: search.of,
    open: ({ indicator }) => show(indicator, undefined),
    openPart: ({ indicator }) => show(indicator, search.figure),
    back: () => show(search.of, undefined),
    close: () => show(undefined, undefined),
  }
}

interface FigurePanelProps {
  panel: PanelState
  /** The days asked about; the server's own when nothing is said. */
  asked: { from?: string; to?: string; asOf?: string }
}

/** Where a figure comes from, at the side of the page on which it was pressed. */
export function FigurePanel({ panel, asked }: FigurePanelProps) {
  const { pack, say, word } = useReader()
  const id = panel.indicator
  const indicator = id === undefined ? undefined : findIndicator(pack, id)
  const name = indicator === undefined ? '' : word(`indicator.${indicator.id}`)
  return (
    <Drawer
      opened={indicator !== undefined}
      onClose={panel.close}
      size={640}
      title={<strong>{name}</strong>}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      {panel.from !== undefined && (
        <Button variant="subtle" size="compact-sm" className={classes.backTo} onClick={panel.back}>
          {say('figure.back', { name: word(`indicator.${panel.from}`) })}
        </Button>
      )}
      {indicator !== undefined && (
        <PanelBody
          key={indicator.id}
          indicator={indicator.id}
          isLeaf={indicator.kind !== 'ratio'}
          asked={asked}
          panel={panel}
        />
      )}
    </Drawer>
  )
}

interface PanelBodyProps extends FigurePanelProps {
  indicator: string
  isLeaf: boolean
}

function PanelBody({ indicator, isLeaf, asked, panel }: PanelBodyProps) {
  const { language } = useReader()
  const query = { ...asked, language }
  const figure = useQuery(queries.figure(indicator, query))
  return (
    <Waiting for={expected(figure)}>
      {(answer) => (
        <>
          <FigureSource {...answer} onPart={panel.openPart} />
          {isLeaf && <FigureRecords indicator={indicator} query={query} />}
        </>
      )}
    </Waiting>
  )
}

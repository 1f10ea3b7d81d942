import type { AnswerOf, endpoints } from '@anzhi/engine/api'
import type { Figure } from '@anzhi/engine/indicator'
import { findIndicator, isLeaf } from '@anzhi/engine/pack'
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
  /** The way down to the part of it that is open: `0`, or `1.0` for a part of a part. */
  parts: number[]
  open: (figure: Figure, part?: number) => void
  openPart: (index: number) => void
  back: () => void
  close: () => void
}

/** Which figure is open on a page: `?figure=…`, and `&part=…` for one of those that it is made of. */
export function useFigurePanel(): PanelState {
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const parts = (search.part ?? '')
    .split('.')
    .filter((index) => /^\d{1,3}$/.test(index))
    .map(Number)
  const show = (figure: string | undefined, way: readonly number[]) => {
    const { figure: _figure, part: _part, ...rest } = search
    const opened = { ...rest, ...(figure && { figure }), ...(way.length > 0 && { part: way.join('.') }) }
    void navigate({ to: '.', search: opened, resetScroll: false })
  }
  return {
    indicator: search.figure,
    parts,
    open: ({ indicator }, part) => show(indicator, part === undefined ? [] : [part]),
    openPart: (index) => show(search.figure, [...parts, index]),
    back: () => show(search.figure, parts.slice(0, -1)),
    close: () => show(undefined, []),
  }
}

/** Which days a figure is asked for; the server's own when nothing is said. */
interface AskedFor {
  from?: string
  to?: string
  asOf?: string
}

type Answer = AnswerOf<typeof endpoints.readFigure>

interface FigurePanelProps {
  panel: PanelState
  asked: AskedFor
}

/** Where a figure comes from, at the side of the page on which it was pressed. */
export function FigurePanel({ panel, asked }: FigurePanelProps) {
  const { pack, language, say, word } = useReader()
  const top = panel.indicator === undefined ? undefined : findIndicator(pack, panel.indicator)
  const figure = useQuery({
    ...queries.figure(panel.indicator ?? '', { ...asked, language }),
    enabled: top !== undefined,
  })
  const open = figure.data === undefined ? undefined : partOf(figure.data.figure, panel.parts)
  const above = figure.data === undefined ? undefined : partOf(figure.data.figure, panel.parts.slice(0, -1))
  const name = open?.indicator ?? top?.id
  return (
    <Drawer
      opened={top !== undefined}
      onClose={panel.close}
      size={640}
      title={<strong>{name === undefined ? '' : word(`indicator.${name}`)}</strong>}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      {panel.parts.length > 0 && above !== undefined && (
        <Button variant="subtle" size="compact-sm" className={classes.backTo} onClick={panel.back}>
          {say('figure.back', { name: word(`indicator.${above.indicator}`) })}
        </Button>
      )}
      {top !== undefined && (
        <Waiting for={expected(figure)}>
          {(answer) =>
            panel.parts.length === 0 ? (
              <PanelBody answer={answer} panel={panel} />
            ) : (
              <PartBody key={panel.parts.join('.')} figure={open!} panel={panel} />
            )
          }
        </Waiting>
      )}
    </Drawer>
  )
}

/** The part of a figure that a way leads to, as far as there is one. */
function partOf(figure: Figure, way: readonly number[]): Figure {
  const [first, ...rest] = way
  const part = first === undefined ? undefined : figure.parts?.[first]
  return part === undefined ? figure : partOf(part, rest)
}

/** A part with what it stands on, over its own days and of its own organ. */
function PartBody({ figure, panel }: { figure: Figure; panel: PanelState }) {
  const { language } = useReader()
  const part = useQuery(queries.figure(figure.indicator, { ...askedOf(figure), language }))
  return <Waiting for={expected(part)}>{(answer) => <PanelBody answer={answer} panel={panel} />}</Waiting>
}

/** What a figure was asked for, to ask for it again. */
function askedOf({ period, asOf, node, scope }: Figure) {
  const which = node === undefined ? {} : { node: node.id, axis: node.axis }
  return { ...period, asOf, ...which, ...(scope === undefined ? {} : { scope }) }
}

function PanelBody({ answer, panel }: { answer: Answer; panel: PanelState }) {
  const { pack, language } = useReader()
  const { figure } = answer
  const found = findIndicator(pack, figure.indicator)
  const hasRecords = found !== undefined && isLeaf(found)
  return (
    <>
      <FigureSource {...answer} onPart={panel.openPart} />
      {hasRecords && <FigureRecords indicator={figure.indicator} query={{ ...askedOf(figure), language }} />}
    </>
  )
}

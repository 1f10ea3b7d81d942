import type { Figure } from '@anzhi/engine/indicator'
import type { Titles } from '../reader/index.ts'
import { useReader } from '../reader/index.ts'
import classes from './figure.module.css'
import { FigureButton } from './figure-button.tsx'

interface RankTableProps {
  figure: Figure
  titles: Titles
  onPart: (index: number) => void
}

/** The whole table behind a place: who stands where, by which number; who has none comes last. */
export function RankTable({ figure: { parts = [], places = [], node }, titles, onPart }: RankTableProps) {
  const { say, word } = useReader()
  const rows = parts.map((part, index) => ({ part, index, place: places[index] ?? null }))
  const inOrder = rows.toSorted((a, b) => Number(a.place ?? Infinity) - Number(b.place ?? Infinity))
  if (parts.length === 0) return <p className={classes.none}>{say('rank.none')}</p>
  return (
    <section aria-label={say('rank.table')}>
      <h3>{say('rank.table')}</h3>
      <table className={classes.footing}>
        <thead>
          <tr>
            <th scope="col">{say('rank.place')}</th>
            <th scope="col">{say('paper.of')}</th>
            <th scope="col" className={classes.value}>
              {word(`indicator.${parts[0]!.indicator}`)}
            </th>
          </tr>
        </thead>
        <tbody>
          {inOrder.map(({ part, index, place }) => (
            <tr key={part.node!.id} data-own={part.node!.id === node?.id || undefined}>
              <td>{place ?? '—'}</td>
              <td>{titles[part.node!.tree]?.[part.node!.id] ?? '…'}</td>
              <td className={classes.value}>
                <FigureButton figure={part} onPress={() => onPart(index)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

import { type Figure, unitWord } from '@anzhi/engine/indicator'
import { useReader } from '../reader/index.ts'
import classes from './figure.module.css'
import { FigureButton } from './figure-button.tsx'
import { groupFigures } from './groups.ts'

interface FigureTableProps {
  figures: readonly Figure[]
  onPress: (figure: Figure) => void
}

/** All figures over a period, by the register they speak of. */
export function FigureTable({ figures, onPress }: FigureTableProps) {
  const { pack, word } = useReader()
  return (
    <div className={classes.groups}>
      {groupFigures(pack, figures).map((group) => (
        <section key={group.register} className={classes.group}>
          <h2>{word(`register.${group.register}`)}</h2>
          <table>
            <Heads />
            <tbody>
              {group.figures.map((figure) => (
                <Row key={figure.indicator} figure={figure} onPress={onPress} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  )
}

function Heads() {
  const { say } = useReader()
  return (
    <thead>
      <tr>
        <th scope="col">{say('figures.name')}</th>
        <th scope="col" className={classes.parts}>
          {say('figures.parts')}
        </th>
        <th scope="col" className={classes.value}>
          {say('figures.value')}
        </th>
        <th scope="col">{say('figures.unit')}</th>
      </tr>
    </thead>
  )
}

function Row({ figure, onPress }: { figure: Figure; onPress: (figure: Figure) => void }) {
  const { pack, language, word } = useReader()
  return (
    <tr data-rate={figure.parts !== undefined || undefined}>
      <th scope="row">{word(`indicator.${figure.indicator}`)}</th>
      <td className={classes.parts}>
        {figure.parts !== undefined && (
          <>
            <FigureButton figure={figure.parts[0]} onPress={onPress} withoutUnit />
            <span aria-hidden="true">/</span>
            <FigureButton figure={figure.parts[1]} onPress={onPress} withoutUnit />
          </>
        )}
      </td>
      <td className={classes.value}>
        <FigureButton figure={figure} onPress={onPress} withoutUnit />
      </td>
      <td>{unitWord(pack, language, figure.unit)}</td>
    </tr>
  )
}

import { type Figure, unitWord } from '@anzhi/engine/indicator'
import { Fragment } from 'react'
import { useReader } from '../reader/index.ts'
import classes from './figure.module.css'
import { FigureButton } from './figure-button.tsx'
import { groupFigures } from './groups.ts'

interface FigureTableProps {
  figures: readonly Figure[]
  onPress: OnPress
}

/** A figure is pressed, or one of those that it is made of. */
type OnPress = (figure: Figure, part?: number) => void

/** All figures over a period, by the register they speak of. */
export function FigureTable({ figures, onPress }: FigureTableProps) {
  const { pack, say, word } = useReader()
  return (
    <div className={classes.groups}>
      {groupFigures(pack, figures).map((group) => (
        <section key={group.register} className={classes.group}>
          <h2>{group.register === null ? say('figures.given') : word(`register.${group.register}`)}</h2>
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

/** What a figure is made of: part / whole, now / then, reached / goal. */
function Parts({ figure: { parts = [], goal }, figure, onPress }: RowProps) {
  return (
    <>
      {parts.map((part, index) => (
        <Fragment key={`${part.indicator} ${part.period.from}`}>
          {index > 0 && <span aria-hidden="true">/</span>}
          <FigureButton figure={part} onPress={() => onPress(figure, index)} withoutUnit />
        </Fragment>
      ))}
      {goal !== undefined && <span>/ {goal}</span>}
    </>
  )
}

interface RowProps {
  figure: Figure
  onPress: OnPress
}

function Row({ figure, onPress }: RowProps) {
  const { pack, language, word } = useReader()
  return (
    <tr data-rate={figure.parts !== undefined || undefined}>
      <th scope="row">{word(`indicator.${figure.indicator}`)}</th>
      <td className={classes.parts}>
        {figure.parts !== undefined && figure.places === undefined && (
          <Parts figure={figure} onPress={onPress} />
        )}
      </td>
      <td className={classes.value}>
        <FigureButton figure={figure} onPress={onPress} withoutUnit />
      </td>
      <td>{unitWord(pack, language, figure.unit)}</td>
    </tr>
  )
}

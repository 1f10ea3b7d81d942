import type { Figure } from '@anzhi/engine/indicator'
import { useReader } from '../reader/index.ts'
import classes from './figure.module.css'
import { FigureButton } from './figure-button.tsx'

/** A few figures side by side, large enough to be read in passing. */
export function FigureTiles({
  figures,
  onPress,
}: {
  figures: readonly Figure[]
  onPress: (figure: Figure) => void
}) {
  const { word } = useReader()
  return (
    <ul className={classes.tiles}>
      {figures.map((figure) => (
        <li key={figure.indicator}>
          <span>{word(`indicator.${figure.indicator}`)}</span>
          <FigureButton figure={figure} onPress={onPress} />
        </li>
      ))}
    </ul>
  )
}

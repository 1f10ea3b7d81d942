import { type Figure, unitWord } from '@anzhi/engine/indicator'
import { UnstyledButton } from '@mantine/core'
import { useReader } from '../reader/index.ts'
import classes from './figure.module.css'

interface FigureButtonProps {
  figure: Figure
  onPress: (figure: Figure) => void
  /** Its unit stands in a place of its own. */
  withoutUnit?: boolean
}

/** A figure that can be pressed to see where it comes from. */
export function FigureButton({ figure, onPress, withoutUnit = false }: FigureButtonProps) {
  const { pack, language, say, word } = useReader()
  const unit = unitWord(pack, language, figure.unit)
  const name = word(`indicator.${figure.indicator}`)
  const showsUnit = !withoutUnit && figure.value !== null
  return (
    <UnstyledButton
      className={classes.figure}
      aria-haspopup="dialog"
      aria-label={say('figures.open', {
        name,
        value: figure.value === null ? figure.shown : `${figure.shown} ${unit}`,
      })}
      onClick={() => onPress(figure)}
    >
      {figure.shown}
      {showsUnit && <small> {unit}</small>}
    </UnstyledButton>
  )
}

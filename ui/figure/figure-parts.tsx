import { type Figure, unitWord } from '@anzhi/engine/indicator'
import { findIndicator } from '@anzhi/engine/pack'
import { useReader } from '../reader/index.ts'
import { dayInWords, type WordKey } from '../words/index.ts'
import classes from './figure.module.css'
import { FigureButton } from './figure-button.tsx'

interface FigurePartsProps {
  figure: Figure
  parts: readonly Figure[]
  onPart: (index: number) => void
}

/** What a figure is made of: a rate's part and whole, a change's now and then, what of a goal is reached. */
export function FigureParts({ figure, parts, onPart }: FigurePartsProps) {
  const { pack, language, say, word } = useReader()
  const kind = findIndicator(pack, figure.indicator)?.kind
  const names = kind === 'change' || kind === 'target' ? partNames[kind] : partNames.ratio
  return (
    <section aria-label={say(names.title)}>
      <h3>{say(names.title)}</h3>
      <ul className={classes.pair}>
        {parts.map((part, index) => (
          <li key={`${part.indicator} ${part.period.from} ${part.asOf}`}>
            <span>
              {say(names.parts[index]!)} · {word(`indicator.${part.indicator}`)}
            </span>
            <PartDays figure={figure} part={part} />
            <FigureButton figure={part} onPress={() => onPart(index)} />
          </li>
        ))}
        {figure.goal !== undefined && (
          <li>
            <span>{say('figure.goal')}</span>
            <b className={classes.goal}>
              {figure.goal}{' '}
              <small className={classes.goalUnit}>{unitWord(pack, language, parts[0]!.unit)}</small>
            </b>
          </li>
        )}
      </ul>
    </section>
  )
}

/** The days of a part that speaks of others than the whole; of what stands on a day, that day. */
function PartDays({ figure, part }: { figure: Figure; part: Figure }) {
  const { pack, language, say } = useReader()
  if (part.period.from === figure.period.from && part.asOf === figure.asOf) return null
  const day = (written: string) => dayInWords(language, written)
  const found = findIndicator(pack, part.indicator)
  const isStock = found !== undefined && 'on' in found && found.on === null
  const { from, to } = part.period
  return (
    <small className={classes.days}>
      {isStock ? day(part.asOf) : say('period.words', { from: day(from), to: day(to) })}
    </small>
  )
}

const partNames = {
  ratio: { title: 'figure.parts', parts: ['figure.part', 'figure.whole'] },
  change: { title: 'figure.compared', parts: ['figure.now', 'figure.then'] },
  target: { title: 'figure.share', parts: ['figure.reached'] },
} as const satisfies Record<string, { title: WordKey; parts: readonly WordKey[] }>

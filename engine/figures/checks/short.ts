import type { Figure, Reading, Sentence } from '../read/figure.ts'
import { stepsIn } from '../read/meaning.ts'
import { isClose } from '../relate/arithmetic.ts'
import { indexAt } from '../relate/at.ts'
import { isCount, isExact, sameUnit, subjectsIn } from '../relate/same.ts'
import { rateSteps } from '../words/flows.ts'

/** What stands before a claim: how many there are, and the number that shows that not all are done. */
export interface Shortage {
  whole: Figure
  /** Done, or still open. */
  told: Figure
  open: number
}

interface Claim {
  at: number
  lead: string
  words: string
}

/** 18个村中15个已建成, 实现全覆盖; 37处中尚有4处未整改, 37处已全部整改: the count right before a claim leaves some out. */
export function shortageBefore(reading: Reading, sentence: Sentence, claim: Claim): Shortage | undefined {
  const own = sentence.figures.filter(
    (f) => f.from < claim.at + claim.words.length && f.from >= claim.at - claim.lead.length,
  )
  const index = sentence.figures[0]?.sentence ?? reading.sentences.indexOf(sentence)
  const near = reading.figures
    .slice(Math.max(0, indexAt(reading, claim.at) - 10), indexAt(reading, claim.at))
    .filter((f) => f.paragraph === sentence.paragraph && isUsable(f) && !own.includes(f))
    .filter((f) => index - f.sentence <= 1)
  for (let i = near.length - 1; i > 0; i--) {
    const short = shortageAt(reading, near, i, `${claim.lead}${claim.words}`)
    if (short) return isOf(reading, short, claim, own) ? short : undefined
  }
  return undefined
}

const isUsable = (f: Figure) => isCount(f) && isExact(f) && !f.meaning.past && !f.cell && f.unit !== ''

/** The number at this place is done, or left open, of the one before it; and all that follow do not make up for it. */
function shortageAt(
  reading: Reading,
  near: readonly Figure[],
  at: number,
  words: string,
): Shortage | undefined {
  const told = near[at]!
  const earlier = near
    .slice(Math.max(0, at - 3), at)
    .filter((f) => sameUnit(f.unit, told.unit) && f.value > told.value && told.sentence - f.sentence <= 1)
  const isLeft = /其余|余下|剩余|另/.test(told.head)
  const whole = isLeft
    ? earlier.find((w) => earlier.some((d) => d !== w && isClose(d.value + told.value, w.value)))
    : ((isOpen(reading, told)
        ? earlier.find((w) => earlier.some((d) => d !== w && isClose(d.value + told.value, w.value)))
        : undefined) ?? earlier.slice(-2).at(-1))
  if (!whole || whole.meaning.open || /其中/.test(reading.text.slice(whole.to, told.from))) return undefined
  if (/当场|立即|现场|限期|立行立改/.test(told.head) || told.meaning.ordered) return undefined
  if (subjectsIn(reading.text.slice(whole.to, told.from)).length > 0) return undefined
  const rest = near.slice(near.indexOf(whole) + 1).filter((f) => sameUnit(f.unit, whole.unit))
  const isAll = rest.some((_, i) => isClose(sum(rest.slice(0, i + 1)), whole.value))
  if (isAll && isOnlyOne(reading, rest, told, words)) return { whole, told, open: whole.value - told.value }
  if (isAll && !rest.some((f) => isOpen(reading, f))) return undefined
  if (isOpen(reading, told)) return { whole, told, open: told.value }
  if (!isDone(reading, told) && !sharesPair(told.head, words)) return undefined
  return { whole, told, open: whole.value - told.value }
}

/** 13个下降，2个持平，1个上升…全部下降: of all parts only this one is said to be what is claimed. */
function isOnlyOne(reading: Reading, parts: readonly Figure[], told: Figure, words: string): boolean {
  const verb = words.replace(idleVerb, '').slice(-2)
  const says = (f: Figure) =>
    `${f.head}${reading.text.slice(f.to, f.to + 24).replace(/[，。；\d].*$/s, '')}`.includes(verb)
  return verb.length === 2 && says(told) && parts.every((p) => p === told || !says(p))
}

const idleVerb =
  /件件|条条|户户|村村|家家|处处|站站|校校|全员|全部|均已|均|已|悉数|全数|全都|都|实现|完成|到位|完毕|全覆盖/g

function sharesPair(a: string, b: string): boolean {
  const verb = a.slice(-2)
  return /^[\u4e00-\u9fff]{2}$/.test(verb) && b.includes(verb)
}

const sum = (figures: readonly Figure[]) => figures.reduce((total, f) => total + f.value, 0)
const around = (reading: Reading, f: Figure) =>
  `${f.head}${reading.text.slice(f.to, f.to + 14).replace(/[，。；（(].*$/s, '')}`
const isOpen = (reading: Reading, f: Figure) =>
  (/其余|余下|剩余|另/.test(f.head) &&
    !/已|均|完成|全部|实施|经营/.test(around(reading, f).slice(f.head.length))) ||
  (/未(?!按|及时|如期|发|超|出|造|到)|正在|仍|尚有|还有|剩余|待/.test(around(reading, f)) &&
    !/已/.test(around(reading, f)))
const isDone = (reading: Reading, f: Figure) =>
  /[装交建配签改查到录办看跑领]了|已|完成|建成|建立|配备|设立|成立|签订|实[检训到际装]|报送|安装|通过|参加/.test(
    around(reading, f),
  )

/** The claim is about the same things and the same step. */
function isOf(reading: Reading, short: Shortage, claim: Claim, own: readonly Figure[]): boolean {
  const { whole, told } = short
  const isHere = told.sentence === reading.figures[indexAt(reading, claim.at) - 1]?.sentence
  const isSame = own.some((f) => f.value === whole.value && sameUnit(f.unit, whole.unit))
  if (own.some((f) => !isSame && (sameUnit(f.unit, whole.unit) || !isPrinted(reading, f)))) return false
  const steps = stepsIn(claim.words).map((s) => s.word)
  const text = `${reading.text.slice(Math.max(0, whole.from - 16), told.to)}${around(reading, told)}`
  const isStep =
    steps.length === 0 ||
    (isHere && /覆盖|清零/.test(claim.words)) ||
    steps.some((s) => [s, ...(rateSteps[s] ?? [])].some((w) => w !== '已' && text.includes(w)))
  const subject = `${claim.lead}${claim.words}`
    .replace(/[\d,.]+[家处个项条件起人名户]?/g, '')
    .replace(idle, '')
  const isThing =
    subject === '' ||
    [...subject].some((_, i) => i + 2 <= subject.length && text.includes(subject.slice(i, i + 2)))
  if (subjectsIn(claim.lead).some((s) => !text.includes(s))) return false
  const isTold = isStep || (isSame && isHere && subject !== '' && isThing)
  return isTold && isThing && (isHere || isSame || subject !== '')
}

const isPrinted = (reading: Reading, own: Figure) =>
  reading.figures
    .slice(Math.max(0, own.index - 8), own.index)
    .some((f) => f.paragraph === own.paragraph && f.value === own.value && f.unit === own.unit)

const idle =
  /[^\u4e00-\u9fff]|目前|截至|现已|已经|均已|均|已|全部|所有|各|实现|做到|达到|全覆盖|完成|完毕|到位|整改|销号|清零|的|了|无一遗漏|一个不落|应.尽.|村村|户户/g

import { measures } from '../words/measures.ts'
import { findEmptySlots } from './empty-slot.ts'
import type { Figure, Reading, Sentence, Span, Table } from './figure.ts'
import { figureOf } from './figure-of.ts'
import { meaningOf, stepsIn } from './meaning.ts'
import { scan } from './scan.ts'
import { findTables } from './tables.ts'
import type { NumberToken, Token } from './token.ts'

/** Steps one and two of the grammar: numbers with their units, words, sentence and period. */
export function readFigures(text: string): Reading {
  const tables = findTables(text)
  const reading: Reading = { text, figures: [], sentences: [], paragraphs: [], masks: [], tables }
  const place = newPlace()
  let table = 0
  for (const token of scan(text)) {
    while (tables[table] && tables[table]!.to < token.from) table++
    const inTable = tables[table] && token.from >= tables[table]!.from
    if (token.kind === 'mask') reading.masks.push({ from: token.from, to: token.to })
    if (inTable && tables[table]!.heads.length > 0) {
      skipTable(reading, place, tables[table]!)
      cellToken(reading, tables[table]!, table, token)
    } else proseToken(reading, place, token)
  }
  reading.masks.push(...findEmptySlots(text))
  endSentence(reading, place, text.length)
  endParagraph(reading, place, text.length)
  for (const t of tables) rowsAsSentences(reading, t)
  for (const figure of reading.figures) figure.meaning = meaningOf(figure.head, figure.tail)
  reading.figures.sort((a, b) => a.from - b.from)
  for (const [index, figure] of reading.figures.entries()) figure.index = index
  return reading
}

interface Place {
  paragraph: number
  paragraphFrom: number
  sentenceFrom: number
  part: number
  clause: number
  bracket: number
  brackets: number[]
  bracketCount: number
  /** Text of the clause so far, without days, since the number before. */
  words: string
  wordsFrom: number
  period: string
  current: Figure[]
  last?: Figure
  tailOpen: boolean
  clauseHasNumber: boolean
}

const newPlace = (): Place => ({
  paragraph: 0,
  paragraphFrom: 0,
  sentenceFrom: 0,
  part: 0,
  clause: 0,
  bracket: 0,
  brackets: [],
  bracketCount: 0,
  words: '',
  wordsFrom: 0,
  period: '',
  current: [],
  tailOpen: false,
  clauseHasNumber: false,
})

function proseToken(reading: Reading, place: Place, token: Token): void {
  const { text } = reading
  place.words += text.slice(place.wordsFrom, token.from)
  place.wordsFrom = token.to
  if (token.kind === 'number') return addFigure(reading, place, token)
  if (token.kind === 'label') {
    const isBare = token.from === 0 || text[token.from - 1] === '\n' || isSpan(text, token)
    if (!isBare) place.words += text.slice(token.from, token.to)
    return
  }
  if (token.kind === 'day' && /截[至止]到?$/.test(text.slice(Math.max(0, token.from - 4), token.from))) return
  if (token.kind === 'day' || token.kind === 'period') {
    place.period =
      token.kind === 'period' && isBase(text.slice(token.from, token.to))
        ? place.period
        : text.slice(token.from, token.to)
    if (token.kind === 'period') place.words += text.slice(token.from, token.to)
    return
  }
  if (token.kind === 'stop') stop(reading, place, token, text[token.from]!)
}

/** 三个月 of 三个月累计检查111家 names nothing that is counted. */
const isSpan = (text: string, token: Span) =>
  /^[一二两三四五六七八九十]{1,2}(?:个月|天|周|年)$/.test(text.slice(token.from, token.to))

/** The words of a table belong to no sentence around it. */
function skipTable(reading: Reading, place: Place, table: Table): void {
  if (place.wordsFrom >= table.to) return
  if (table.from > place.sentenceFrom) endSentence(reading, place, table.from)
  place.words = ''
  place.wordsFrom = table.to
  place.sentenceFrom = table.to
  place.last = undefined
  place.clauseHasNumber = false
  place.part++
  place.clause++
}

const isBase = (word: string) => /去年|上年|同期|上月|上季|上周|上期/.test(word)

function stop(reading: Reading, place: Place, token: Span, sign: string): void {
  if (sign === '“' || sign === '”' || sign === '"' || sign === '《' || sign === '》') return
  if (sign === '、' && !place.clauseHasNumber) {
    place.words += sign
    return
  }
  if (sign === '\n' && isSoft(reading.text, token.from)) return
  if (isLabelColon(reading.text, place, token, sign)) return
  closeTail(place)
  place.words = ''
  if (sign === '、') return
  place.clause++
  place.clauseHasNumber = false
  place.last = undefined
  if (sign === '（' || sign === '(') {
    place.brackets.push(place.bracket)
    place.bracket = ++place.bracketCount
  } else if (sign === '）' || sign === ')') place.bracket = place.brackets.pop() ?? 0
  if ('；;。！!？?\n'.includes(sign)) place.part++
  if ('。！!？?\n'.includes(sign)) endSentence(reading, place, token.to)
  if (sign === '\n') endParagraph(reading, place, token.to)
}

/** "排查隐患：2713处": the label before a colon belongs to the number right after it. */
const isLabelColon = (text: string, place: Place, token: Span, sign: string) =>
  (sign === '：' || sign === ':') &&
  !place.clauseHasNumber &&
  place.words.trim().length <= 14 &&
  /^\s?\d/.test(text.slice(token.to, token.to + 2))

/** A text wrapped at a column breaks lines inside its sentences. */
function isSoft(text: string, at: number): boolean {
  const before = text[at - 1] ?? ''
  const start = text.lastIndexOf('\n', at - 1) + 1
  const long = at - start >= 24 && at - start <= 120
  return (
    long &&
    /[\u4e00-\u9fff\d，、%]/.test(before) &&
    /[\u4e00-\u9fff\d]/.test(text[at + 1] ?? '') &&
    !/^[一二三四五六七八九十\d]{1,3}[、.．是]/.test(text.slice(at + 1, at + 5))
  )
}

function addFigure(reading: Reading, place: Place, token: NumberToken): void {
  const joined = place.last !== undefined && /^(?:和|及|与|以及|或|、)?$/.test(place.words.trim())
  let head = place.words
  if (place.last && place.tailOpen) {
    const [tail, rest] = splitBetween(place.words)
    place.last.tail = tail
    head = rest
  }
  const figure = figureOf(token)
  figure.paragraph = place.paragraph
  figure.sentence = reading.sentences.length
  figure.part = place.part
  figure.clause = place.clause
  figure.bracket = place.bracket
  figure.head = head.trim()
  figure.joined = joined
  figure.period = place.period
  place.current.push(figure)
  reading.figures.push(figure)
  place.last = figure
  place.tailOpen = true
  place.clauseHasNumber = true
  place.words = ''
}

/** "家企业发现隐患" between two numbers: the noun belongs to the first, from the verb on to the second. */
function splitBetween(words: string): [tail: string, head: string] {
  const step = stepsIn(words)[0]
  if (!step) return [words, words]
  let cut = step.at
  while (cut > 0 && /[已均共全未正在并其中有]/.test(words[cut - 1]!)) cut--
  return [words.slice(0, cut), words.slice(cut)]
}

function closeTail(place: Place): void {
  if (place.last && place.tailOpen) place.last.tail = place.words.trim()
  place.tailOpen = false
}

function endSentence(reading: Reading, place: Place, to: number): void {
  closeTail(place)
  const from = place.sentenceFrom
  place.sentenceFrom = to
  place.bracket = 0
  place.brackets = []
  if (to > from) reading.sentences.push({ from, to, paragraph: place.paragraph, figures: place.current })
  place.current = []
}

function endParagraph(reading: Reading, place: Place, to: number): void {
  reading.paragraphs.push({ from: place.paragraphFrom, to })
  place.paragraphFrom = to
  place.paragraph = reading.paragraphs.length
  place.period = ''
}

function cellToken(reading: Reading, table: Table, index: number, token: Token): void {
  if (token.kind !== 'number') return
  const row = spanAt(table.rows, token.from)
  const column = row < 0 ? -1 : spanAt(table.rows[row]!.cells, token.from)
  if (column < 0) return
  const cell = table.rows[row]!.cells[column]!
  const signed = /^[-－−+＋↑↓]/.test(cell.text) ? 1 : 0
  if (token.from !== cell.from + signed || token.to !== cell.to || (column === 0 && token.unit === '')) return
  const head = table.heads[column] ?? ''
  const unit = token.unit || unitInHead(head)
  const figure = figureOf(token)
  scaleBy(head, figure)
  figure.unit = unit
  figure.paragraph = reading.paragraphs.length
  figure.clause = column
  figure.head = head.replace(/[（(].{0,20}?[)）]/g, '')
  figure.cell = { table: index, row, column }
  table.rows[row]!.figures[column] = figure
  reading.figures.push(figure)
}

/** The last of ordered spans that begins at or before this place. */
function spanAt(spans: readonly Span[], at: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.from <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** 整改率（%） and 罚款（万元） carry the unit of their column. */
function unitInHead(head: string): string {
  const found = /[（(](?:单位[:：])?(万?[^（）()]{1,4})[)）]/.exec(head)
  const word = found?.[1]?.replace('万', '').replace('％', '%').replace('/套', '套') ?? ''
  if (measures.includes(word)) return word
  return /率$|占比$|比例$/.test(head.replace(/[（(].*?[)）]/g, '')) ? '%' : ''
}

function scaleBy(head: string, figure: Figure): void {
  if (!/[（(]万/.test(head) || figure.scaled) return
  figure.value *= 10_000
  figure.step *= 10_000
  figure.scaled = true
}

function rowsAsSentences(reading: Reading, table: Table): void {
  for (const row of table.rows) {
    const figures = row.figures.filter((f): f is Figure => f !== undefined)
    const sentence: Sentence = {
      from: row.cells[0]?.from ?? 0,
      to: row.cells.at(-1)?.to ?? 0,
      paragraph: -1,
      figures,
    }
    for (const figure of figures) figure.sentence = reading.sentences.length
    reading.sentences.push(sentence)
  }
}

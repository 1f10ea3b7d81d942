import { widthOf } from './width.ts'

/** A piece of a title that stays on one line, and what it costs to end a line after it. */
export interface Unit {
  text: string
  width: number
  cost: number
}

/** The names of campaigns and their matter, which a dictionary cuts in two and a reader does not. */
const names = /^(?:安全生产|专项整治|三年行动|治本攻坚|隐患排查|排查治理|监督管理)$/u

/** Those, a number with its measure word, and the nouns that titles end with. */
const phrases =
  /安全生产|专项整治|三年行动|治本攻坚|隐患排查(?:整治|治理)?|排查治理|监督管理|整治行动|委员会办公室|岁末年初|(?:工作|进展|整治|落实|推进)情况|\d+(?:\.\d+)?(?:[年月日号次个项处家%]|季度)?|第[一二三四\d]+季度/gu

const opening = /[（《〈“‘【〔「『(]$/u
const closing = /^[）》〉”’】〕」』)，、。：；！？,.:;!?%％]/u
const clinging = /^[的地得了等们者性化]$/u
const forward = /^(?:关于|和|与|及|以及|对|在|为|向|第)$/u
const pause = /[的、，：；》”）]$/u

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** A title cut where a line may end: between words, never inside a set phrase or against a bracket. */
export function titleUnits(title: string): Unit[] {
  const texts: string[] = []
  for (const word of wordsOf(title)) {
    const before = texts.at(-1)
    if (before !== undefined && holds(before, word)) texts[texts.length - 1] = before + word
    else texts.push(word)
  }
  return texts.map((text, index) => unitOf(texts, text, index))
}

/** Words of the dictionary, with set phrases whole. */
function wordsOf(title: string): string[] {
  const cut: string[] = []
  let end = 0
  for (const { 0: phrase, index } of title.matchAll(phrases)) {
    cut.push(...segments(title.slice(end, index)), phrase)
    end = index + phrase.length
  }
  return [...cut, ...segments(title.slice(end))]
}

function segments(text: string): string[] {
  return [...words.segment(text)].map(({ segment }) => segment)
}

function holds(before: string, word: string): boolean {
  return opening.test(before) || closing.test(word) || clinging.test(word) || /^\s/u.test(word)
}

function unitOf(texts: readonly string[], text: string, index: number): Unit {
  return {
    text,
    width: widthOf(text),
    cost: costAfter(texts.slice(0, index + 1).join(''), text, texts[index + 1]),
  }
}

/** In squares of characters off the wanted width, so that sense and shape can be weighed against each other. */
function costAfter(before: string, text: string, next: string | undefined): number {
  if (forward.test(text)) return 40
  if (next === '关于') return -6
  if (depthOf(before) > 0) return 20
  if (next !== undefined && names.test(text) && names.test(next)) return 6
  if (pause.test(text) || /\s$/u.test(text)) return -6
  return lonely(text) && next !== undefined && lonely(next) ? 12 : 0
}

/** Two single characters in a row are most often one name that the dictionary lacks. */
function lonely(text: string): boolean {
  return [...text].length === 1
}

function depthOf(text: string): number {
  return (text.match(/[（《“【〔]/gu)?.length ?? 0) - (text.match(/[）》”】〕]/gu)?.length ?? 0)
}

/** A character that takes the room of one Chinese character: CJK, kana, hangul, full-width forms, dashes, emoji. */
const full =
  /[\u{1100}-\u{11FF}\u{2014}-\u{2027}\u{2030}-\u{206F}\u{2460}-\u{24FF}\u{2E80}-\u{A4CF}\u{AC00}-\u{D7A3}\u{F900}-\u{FAFF}\u{FE30}-\u{FE6F}\u{FF01}-\u{FF60}\u{FFE0}-\u{FFE6}\u{1F000}-\u{3FFFF}]/u

/** The width of a text in Chinese characters; a digit is half of one, and so, about, is a letter. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (full.test(character) ? 1 : 0.5), 0)
}

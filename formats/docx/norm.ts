/**
 * The rows of GB/T 9704-2012 (党政机关公文格式) that this writer lays out.
 * Lengths are twips (56.69 to the millimetre, 20 to the point), font sizes are half points.
 */

/** 5.1: A4, 210 mm by 297 mm. */
export const paper = { width: 11906, height: 16838 } as const

/** 5.2.1: 37 mm above, 28 mm at the binding edge, and a block of 156 mm by 225 mm; 26 mm and 35 mm remain. */
export const margins = { top: 2098, inner: 1588, outer: 1474, bottom: 1984 } as const

/** 3.1, 7.3.3: 一字 is the width of one 3号 character, 16 pt. */
export const character = 320

/**
 * 5.2.3: 22 lines that fill the block. 225 mm are 12756 twips, and 22 lines of 29 pt would be 12760: a program that
 * takes the block at its word then lets only 21 lines in, so a line is 28.95 pt.
 */
export const lines = { pitch: 579 } as const

/**
 * 5.2.3: 28 characters that fill the line. 156 mm hold 28 characters of 15.79 pt, so the characters of 16 pt stand
 * 0.25 pt closer. A grid of characters would say the same, but some programs spread the text over it.
 */
export const row = { spacing: -5 } as const

/** 5.2.2, 7.3.1, 7.5: 3号 is 16 pt, 2号 is 22 pt, 4号 is 14 pt. */
export const sizes = { body: 32, title: 44, pageNumber: 28 } as const

/**
 * 5.2.2, 7.3.1, 7.3.3, 7.5: the faces. The norm names kinds of type; these are the names that offices have installed,
 * each with the one that stands in where it is missing.
 */
export const faces = {
  body: '仿宋_GB2312',
  title: '方正小标宋简体',
  heading1: '黑体',
  heading2: '楷体_GB2312',
  pageNumber: '宋体',
  /** The norm is silent on Latin letters and digits; offices set them in this face, half a character wide. */
  latin: 'Times New Roman',
} as const

export const standIns: ReadonlyMap<string, string> = new Map([
  [faces.body, '仿宋'],
  [faces.title, '华文中宋'],
  [faces.heading1, 'SimHei'],
  [faces.heading2, '楷体'],
  [faces.pageNumber, 'SimSun'],
])

/** 7.3.3: each paragraph begins two characters in (in hundredths of a character), and turns back to the edge. */
export const firstLine = { hundredths: 200, twips: 2 * character } as const

/** 7.3.5.2, without a seal: the organ ends two characters before the edge; the date begins two after the organ. */
export const signature = { right: 2 * character, step: 2 * character } as const

/**
 * 7.5: the dashes beside the page number stand 7 mm below the block, one character in, outside on facing pages.
 * A dash is at half the height of its line of 14 pt; so the line begins 4.5 mm below the block and ends 25.5 mm above
 * the paper's edge.
 */
export const pageNumber = { line: 280, fromEdge: 1447, indent: character } as const

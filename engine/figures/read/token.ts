export type Rough = 'exact' | 'over' | 'under' | 'about' | 'range'

/** A numeral with its unit, as printed. */
export interface NumberToken {
  kind: 'number'
  from: number
  to: number
  value: number
  step: number
  decimals: number
  scaled: boolean
  rough: Rough
  /** 余/多/来/几 stands in it. */
  more: boolean
  unit: string
  /** Where the unit begins. */
  unitFrom: number
  /** Denominator of a printed fraction (1824/1871). */
  over?: number
  han: boolean
}

export interface PlainToken {
  kind: 'stop' | 'day' | 'label' | 'mask' | 'period'
  from: number
  to: number
}

export type Token = NumberToken | PlainToken

import { type Finding, type Language } from '@anzhi/engine/figures'
/** The list that a person reads: line and place, the quotation, what is right, and the arithmetic in one line. */
export declare function showFindings(text: string, findings: readonly Finding[], language: Language): string

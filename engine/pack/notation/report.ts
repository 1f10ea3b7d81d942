export interface ReportSpec {
  blocks: ReportBlockSpec[]
}

/**
 * `text` is a key of the pack's words. In the sentence `{indicator}` stands for a figure with its unit and
 * `{=name}` for a plain slot (`from`, `to`, `asOf`, `organ`).
 */
export interface ReportBlockSpec {
  kind: 'title' | 'heading1' | 'heading2' | 'paragraph'
  text: string
}

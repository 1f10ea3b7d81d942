import type { Block, BlockKind, Document, Run } from '@anzhi/engine/document'

export function block(kind: BlockKind, ...texts: (string | Run)[]): Block {
  return { kind, runs: texts.map((text) => (typeof text === 'string' ? { text } : text)) }
}

/** A figure as a report prints it. */
export function figureRun(indicator: string, text: string): Run {
  const period = { from: '2026-07-01', to: '2026-09-30' }
  const common = { value: '127', unit: '家', shown: '127', source: 'counted' as const, period }
  return { text, figure: { indicator, ...common, asOf: '2026-09-30' } }
}

export const report: Document = {
  title: '青禾区情况汇报',
  blocks: [
    block('title', '青禾区情况汇报'),
    block('paragraph', '现将有关情况汇报如下：'),
    block('heading1', '一、强化组织领导'),
    block('heading2', '（一）压实责任链条'),
    block('paragraph', '共检查生产经营单位', figureRun('inspected-units', '127家'), '。'),
    block('signature', '青禾区安全生产委员会办公室'),
    block('signature', '2026年9月30日'),
  ],
}

import { pack } from '@anzhi/engine/pack'
import en from './words/en.json' with { type: 'json' }
import zh from './words/zh.json' with { type: 'json' }

/** 安全生产专项整治三年行动: what this campaign reports. Registers and figures are those of the base pack. */
export default pack({
  id: 'three-year-action',
  version: '0.1.0',
  buildsOn: ['base'],
  reports: {
    situation: {
      blocks: [
        { kind: 'title', text: 'report.situation.title' },
        { kind: 'paragraph', text: 'report.situation.opening' },
        { kind: 'heading1', text: 'report.situation.work' },
        { kind: 'paragraph', text: 'report.situation.inspectionsText' },
        { kind: 'paragraph', text: 'report.situation.hazardsText' },
        { kind: 'heading1', text: 'report.situation.open' },
        { kind: 'paragraph', text: 'report.situation.openText' },
        { kind: 'heading1', text: 'report.situation.next' },
        { kind: 'paragraph', text: 'report.situation.nextText' },
      ],
    },
  },
  words: { zh, en },
})

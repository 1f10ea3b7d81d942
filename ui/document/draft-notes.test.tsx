import type { Draft } from '@anzhi/engine/document'
import { MantineProvider } from '@mantine/core'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ReaderProvider } from '../reader/index.ts'
import { library } from '../testing/index.ts'
import { DocumentSheet, DraftNotes } from './index.ts'

const organ = { id: '019a0000-0000-7000-8000-000000000001', name: '馆' }
const me = { account: 'a', name: '林', roles: ['librarian'], organ, today: '2022-10-31' }
const hands = {
  findRecords: async () => [],
  handIn: async () => ({ ok: false as const, problems: [] }),
  fileUrl: (id: string) => id,
  RecordLink: () => null,
}

function shown(draft: Draft): string {
  return renderToStaticMarkup(
    <MantineProvider>
      <ReaderProvider pack={library} me={me} hands={hands}>
        <DocumentSheet document={draft} onFigure={() => {}} />
        <DraftNotes draft={draft} />
      </ReaderProvider>
    </MantineProvider>,
  )
}

const runs = [{ text: '封柜的有' }, { text: '〔待补：柜子〕', gap: true as const }, { text: '。' }]
const blank: Draft = { title: '小结', blocks: [{ kind: 'paragraph', runs }], gaps: [], leftOut: [] }

describe('a draft', () => {
  it('marks an open place in its sentence', () => {
    expect(shown(blank)).toMatch(/封柜的有<mark[^>]*>〔待补：柜子〕<\/mark>。/)
  })

  it('says under the sheet what is missing and what was left out, and nothing where there is nothing', () => {
    expect(shown(blank)).not.toContain('<aside')
    const draft: Draft = {
      ...blank,
      gaps: [{ code: 'severalRecords', id: 'cabinet', name: '柜子', count: 3 }],
      leftOut: [{ text: '还书0本', why: 'zero', figures: ['books'] }],
    }
    const text = shown(draft).replace(/<[^>]+>/g, ' ')
    expect(text).toContain('柜子：应当只有一条，台账里有 3 条')
    expect(text).toContain('为零不写：还书0本')
  })
})

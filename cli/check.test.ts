import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkCommand } from './check.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

async function run(args: string[], input = '') {
  let [out, err] = ['', '']
  const io = {
    stdin: Readable.from(input === '' ? [] : [input]),
    stdout: {
      write: (text: string) => {
        out += text
      },
    },
    stderr: {
      write: (text: string) => {
        err += text
      },
    },
  }
  return { status: await checkCommand(args, io), out, err }
}

const write = async (name: string, content: string | Uint8Array) => {
  const file = join(folder, name)
  await writeFile(file, content)
  return file
}

describe('anzhi check', () => {
  it('lists each finding with its line, quotation, right value and arithmetic, and ends with 1', async () => {
    const file = await write('a.txt', '通报\n排查隐患1871处，已整改1824处，整改率98.9%。\n')
    expect(await run([file])).toEqual({
      status: 1,
      err: '',
      out: '1. 第2行第23字 比率不符 “98.9%”  应为 97.5%\n   1824÷1871＝97.49%，应为97.5%，文中为98.9%\n共1处有误，0处待填或待看。\n',
    })
  })

  it('ends with 0 when nothing is wrong, and when only gaps and scopes are found', async () => {
    expect(await run(['-'], '排查隐患1871处，已整改1824处，整改率97.5%。')).toEqual({
      status: 0,
      err: '',
      out: '未发现问题。\n',
    })
    const gaps = await run(['--json'], '检查企业*家。')
    expect(gaps.status).toBe(0)
    expect(JSON.parse(gaps.out)).toEqual({
      findings: [
        {
          kind: 'gap',
          from: 4,
          to: 5,
          quote: '*',
          printed: '*',
          right: null,
          why: expect.any(String),
          indicator: 'sites-inspected',
        },
      ],
    })
  })

  it('prints the plain text that offsets refer to', async () => {
    const file = await write('b.md', '# 情况\n**排查**隐患87处，整改85处，整改率**97%**。')
    const text = (await run([file, '--text'])).out
    const { findings } = JSON.parse((await run([file, '--json'])).out) as {
      findings: { from: number; to: number; kind: string }[]
    }
    expect(findings.map((f) => [f.kind, text.slice(f.from, f.to)])).toEqual([['truncated', '97%']])
  })

  it('says in one sentence why it could not read, and ends with 2', async () => {
    expect(await run([join(folder, 'none.txt')])).toMatchObject({
      status: 2,
      out: '',
      err: expect.stringContaining('找不到文件'),
    })
    expect(await run([folder])).toMatchObject({ status: 2, err: expect.stringContaining('文件夹') })
    expect(await run([await write('c.docx', '%PDF-1.7')])).toMatchObject({
      status: 2,
      err: expect.stringMatching(/^[^。]*另?[^。]*\.docx[^。]*。\n$/),
    })
    expect(await run(['--wrong'])).toMatchObject({
      status: 2,
      out: '',
      err: expect.stringContaining('anzhi check'),
    })
    expect(await run(['--lang', 'en', join(folder, 'c.docx')])).toMatchObject({
      status: 2,
      err: expect.stringMatching(/^This is a PDF/),
    })
  })

  it('never lets control signs of a text reach the terminal', async () => {
    const { out } = await run(
      [],
      '排查隐患87处，\u001b[31m整改85处，整改率97%。\u0007检查\u001b]0;x\u0007企业*家',
    )
    expect(out.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
  })
})

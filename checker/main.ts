import { type Finding, type Language, warnings } from '@anzhi/engine/figures'
import { button, element } from './dom.ts'
import type { Job } from './job.ts'
import { copyText, drawList, listAsText, mostListed } from './list.ts'
import { drawPaper } from './paper.ts'
import { run } from './run.ts'
import { sample, wordsOf } from './words.ts'

/** A paste longer than this goes straight to the check and never into the input field. */
const longPaste = 300_000

const page = document.getElementById('page')!
let language: Language = 'zh'
let source: Job | undefined
let draft = ''
let shown = 0

function words() {
  return wordsOf(language)
}

function header(): HTMLElement {
  const w = words()
  const other = button(w.other, 'quiet', () => {
    language = language === 'zh' ? 'en' : 'zh'
    if (source) void check({ ...source, language })
    else showInput()
  })
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  document.title = w.title
  return element(
    'header',
    '',
    element('h1', '', w.title),
    element('p', '', w.tagline, ' ', element('b', '', w.privacy)),
    other,
  )
}

function showInput(): void {
  shown++
  source = undefined
  const w = words()
  const field = element('textarea', 'input')
  field.placeholder = w.placeholder
  field.setAttribute('aria-label', w.placeholder)
  field.value = draft
  field.addEventListener('input', () => {
    draft = field.value
  })
  field.addEventListener('paste', (event) => takePaste(event, field))
  const bar = element(
    'div',
    'bar',
    button(w.check, 'main', () => void check({ language, text: field.value })),
    fileButton(),
    button(w.sample, 'quiet', () => void check({ language, text: sample })),
  )
  page.replaceChildren(header(), element('main', 'start', field, bar))
  field.focus()
}

function takePaste(event: ClipboardEvent, field: HTMLTextAreaElement): void {
  const pasted = event.clipboardData?.getData('text/plain') ?? ''
  if (pasted.length < longPaste || field.value !== '') return
  event.preventDefault()
  void check({ language, text: pasted.replace(/\r\n?/g, '\n') })
}

function fileButton(): HTMLElement {
  const picker = element('input', 'offscreen')
  picker.type = 'file'
  picker.accept = '.docx,.txt,.md,.doc,.wps,.pdf'
  picker.tabIndex = -1
  picker.setAttribute('aria-hidden', 'true')
  picker.addEventListener('change', () => {
    if (picker.files?.[0]) void checkFile(picker.files[0])
  })
  return element(
    'span',
    '',
    button(words().open, '', () => picker.click()),
    picker,
  )
}

async function checkFile(file: File): Promise<void> {
  await check({ language, bytes: new Uint8Array(await file.arrayBuffer()), name: file.name })
}

async function check(job: Job): Promise<void> {
  const turn = ++shown
  source = job
  page.replaceChildren(header(), element('main', 'start', element('p', 'working', words().working)))
  try {
    const answer = await run(job)
    if (turn !== shown) return
    if (answer.ok) showResult(answer.text, answer.findings, turn)
    else showSentence(answer.sentence)
  } catch {
    if (turn === shown) showSentence(words().failed)
  }
}

function showSentence(sentence: string): void {
  source = undefined
  const note = element('p', 'refusal', sentence)
  note.setAttribute('role', 'alert')
  page.replaceChildren(
    header(),
    element(
      'main',
      'start',
      note,
      element('div', 'bar', button(words().edit, 'main', showInput), fileButton()),
    ),
  )
}

function showResult(text: string, findings: Finding[], turn: number): void {
  const w = words()
  if (text.length < longPaste) draft = text
  const lineOf = lineFinder(text)
  const paper = element('article', 'paper')
  paper.setAttribute('aria-label', w.text)
  const copy = button(
    w.copy,
    '',
    () =>
      void copyText(listAsText(findings, lineOf, language, w)).then((done) => {
        if (done) copy.textContent = w.copied
      }),
  )
  const bar = element(
    'div',
    'bar',
    button(w.edit, 'main', showInput),
    fileButton(),
    ...(findings.length > 0 ? [copy] : []),
    button(w.print, '', () => window.print()),
  )
  const side = element(
    'aside',
    '',
    summary(findings),
    drawList(findings, lineOf, language, w, (n) => jump(n)),
  )
  if (findings.length > mostListed) side.append(element('p', '', w.more(findings.length - mostListed)))
  side.setAttribute('aria-label', w.findings)
  page.replaceChildren(header(), bar, element('main', 'result', paper, side))
  page.dataset.findings = String(findings.length)
  void drawPaper(paper, text, findings.slice(0, mostListed), pick, () => turn !== shown).then(() => {
    page.dataset.drawn = 'yes'
  })
}

function summary(findings: readonly Finding[]): HTMLElement {
  const w = words()
  const light = findings.filter((f) => warnings.has(f.kind)).length
  const note = element('div', 'summary')
  note.setAttribute('role', 'status')
  if (findings.length === 0) note.append(element('b', 'good', w.none), element('p', '', w.noneMore))
  if (findings.length > light) note.append(element('b', 'bad', w.wrong(findings.length - light)))
  if (light > 0) note.append(element('span', 'lighter', w.light(light)))
  return note
}

/** From the list to the place in the text. */
function jump(number: number): void {
  const mark = page.querySelector(`mark[data-numbers*=" ${number} "]`)
  select(number)
  mark?.scrollIntoView({ block: 'center', behavior: 'smooth' })
}

/** From a mark in the text to its finding. */
function pick(number: number): void {
  select(number)
  page
    .querySelector(`.finding[data-number="${number}"]`)
    ?.scrollIntoView({ block: 'nearest', behavior: 'smooth' })
}

function select(number: number): void {
  for (const old of page.querySelectorAll('.on')) old.classList.remove('on')
  for (const mark of page.querySelectorAll(`mark[data-numbers*=" ${number} "]`)) mark.classList.add('on')
  page.querySelector(`.finding[data-number="${number}"]`)?.classList.add('on')
}

function lineFinder(text: string): (at: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (at) => {
    let [low, high] = [0, starts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= at) low = middle + 1
      else high = middle
    }
    return low
  }
}

document.addEventListener('dragover', (event) => {
  event.preventDefault()
  document.body.classList.add('over')
})
document.addEventListener('dragleave', () => document.body.classList.remove('over'))
document.addEventListener('drop', (event) => {
  event.preventDefault()
  document.body.classList.remove('over')
  const file = event.dataTransfer?.files[0]
  if (file) void checkFile(file)
})

showInput()

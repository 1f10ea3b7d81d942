import type { Language } from '@anzhi/engine/figures'

const zh = {
  title: '核数',
  tagline: '核对文稿里的数字：比率、合计、前后矛盾、单位、约数、同比环比、断言、人名职务、待填处。',
  privacy: '本页不联网，文稿不离开这台电脑。',
  placeholder: '把文稿粘贴到这里，或把 .docx、.txt、.md 文件拖进来',
  check: '核对',
  open: '打开文件',
  sample: '看一个例子',
  edit: '改文稿',
  copy: '复制清单',
  copied: '已复制',
  print: '打印',
  other: 'English',
  working: '正在核对…',
  none: '未发现问题。',
  noneMore: '文中印出的数字彼此相符。没有印出依据的数字，本页无从核对。',
  wrong: (n: number) => `${n} 处有误`,
  light: (n: number) => `${n} 处待填或待看`,
  right: '应为',
  line: (n: number) => `第${n}行`,
  findings: '发现',
  text: '文稿',
  more: (n: number) => `其余 ${n} 条未列出，请先改正以上各条。`,
  dropped: '松开即可核对',
  failed: '核对时出错，请把文稿分成几份再试。',
}

const en: typeof zh = {
  title: 'Figure checker',
  tagline:
    'Checks the figures of a Chinese text: rates, sums, contradictions, units, approximations, changes, claims, names and posts, gaps.',
  privacy: 'This page never uses the network; your text stays on this computer.',
  placeholder: 'Paste the text here, or drop a .docx, .txt or .md file',
  check: 'Check',
  open: 'Open a file',
  sample: 'Show an example',
  edit: 'Edit the text',
  copy: 'Copy the list',
  copied: 'Copied',
  print: 'Print',
  other: '中文',
  working: 'Checking…',
  none: 'Nothing wrong was found.',
  noneMore:
    'The printed figures agree with each other. A figure whose parts are not printed cannot be checked here.',
  wrong: (n) => `${n} wrong`,
  light: (n) => `${n} to fill in or to look at`,
  right: 'right:',
  line: (n) => `line ${n}`,
  findings: 'Findings',
  text: 'Text',
  more: (n) => `${n} more are not listed; put these right first.`,
  dropped: 'Drop to check',
  failed: 'The check failed; split the text and try again.',
}

export type Words = typeof zh
export const wordsOf = (language: Language): Words => (language === 'zh' ? zh : en)

export const sample = `某区安全生产工作通报

今年以来，全区共排查隐患1871处，已整改1824处，整改率98.9%。其中一般隐患1802处，重大隐患59处。开展联合执法，没收烟花120箱、鞭炮80盘，共计200件。1—9月检查企业1250家，同比增长35%（去年同期1000家）。全区12个马路市场已取缔10个，目前已全部取缔到位。发放宣传单1871余份，张贴横幅*条。`

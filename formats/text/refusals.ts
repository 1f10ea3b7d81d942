/** Why a file was not read, in one sentence each that says what to do. */
export interface Refusal {
  code: keyof typeof refusals
  zh: string
  en: string
}

const refusals = {
  empty: ['文件是空的，请检查后重新选择。', 'The file is empty; please choose another one.'],
  oldWord: [
    '这是旧版 .doc/.wps 文件，请用 WPS 或 Word 打开，另存为 .docx 后再核对。',
    'This is an old .doc or .wps file: open it in WPS or Word and save it as .docx.',
  ],
  pdf: [
    '这是 PDF 文件，请用原来的 .docx 核对，或用 WPS 把它转成 .docx，或复制文字粘贴进来。',
    'This is a PDF: check the .docx it was made from, convert it to .docx, or paste its text.',
  ],
  ofd: [
    '这是 OFD 版式文件，请用原来的 .docx 核对，或复制文字粘贴进来。',
    'This is an OFD file: check the .docx it was made from, or paste its text.',
  ],
  sheet: [
    '这是表格文件，请把要核对的内容复制后粘贴进来，或另存为 .txt（制表符分隔）。',
    'This is a spreadsheet: paste the part to be checked, or save it as tab-separated .txt.',
  ],
  slides: [
    '这是演示文稿，请把文字复制后粘贴进来，或另存为 .docx。',
    'These are slides: paste their text, or save them as .docx.',
  ],
  openDocument: [
    '这是 .odt/.ods 文件，请用 WPS 或 Word 打开，另存为 .docx 后再核对。',
    'This is an OpenDocument file: open it and save it as .docx.',
  ],
  rtf: [
    '这是 RTF 文件，请用 WPS 或 Word 打开，另存为 .docx 后再核对。',
    'This is an RTF file: open it in WPS or Word and save it as .docx.',
  ],
  web: [
    '这是网页或 XML 格式的文件（扩展名可能不对），请用 WPS 或 Word 打开，另存为 .docx 后再核对。',
    'This is a web page or XML file, whatever its name says: open it in WPS or Word and save it as .docx.',
  ],
  picture: [
    '这是图片，无法读出文字，请粘贴文字或另存为 .docx。',
    'This is a picture: paste the text, or save it as .docx.',
  ],
  archive: [
    '这是压缩包，请先解压，再选择其中的 .docx 或 .txt 文件。',
    'This is an archive: unpack it and choose the .docx or .txt inside.',
  ],
  locked: [
    '这份文件加了密码，请用 WPS 或 Word 取消密码，另存为 .docx 后再核对。',
    'This file has a password: remove it in WPS or Word and save it as .docx.',
  ],
  broken: [
    '这份 .docx 已损坏或不完整，请用 WPS 或 Word 打开，另存为一份新的 .docx。',
    'This .docx is damaged: open it in WPS or Word and save a new .docx.',
  ],
  tooLarge: [
    '这份文件展开后太大，请删去图片或分成几份，另存为 .docx 后再核对。',
    'This file is too large once unpacked: split it and save the parts as .docx.',
  ],
  unknown: [
    '认不出这是什么文件，请另存为 .docx 或 UTF-8 的 .txt 后再核对。',
    'This kind of file is not known: save it as .docx or as UTF-8 .txt.',
  ],
} as const

export type RefusalCode = keyof typeof refusals

export function refusal(code: RefusalCode): Refusal {
  const [zh, en] = refusals[code]
  return { code, zh, en }
}

/** Thrown inside the reader only; `readText` turns it into an answer. */
export class Refused extends Error {
  readonly code: RefusalCode
  constructor(code: RefusalCode) {
    super(code)
    this.code = code
  }
}

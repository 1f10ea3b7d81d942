import { standIns } from './norm.ts'
import { element, escaped, part } from './xml.ts'

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const word = 'http://schemas.microsoft.com/office/word'

/**
 * `settings.xml`: printed on both sides, so margins and page numbers are mirrored; punctuation keeps its full width;
 * a line that ends by hand is not stretched.
 */
export function settingsPart(): string {
  return part(
    element(
      'w:settings',
      { 'xmlns:w': main },
      element('w:mirrorMargins'),
      element('w:evenAndOddHeaders'),
      element('w:characterSpacingControl', { 'w:val': 'doNotCompress' }),
      element(
        'w:compat',
        {},
        element('w:doNotExpandShiftReturn'),
        element('w:useFELayout'),
        element('w:compatSetting', { 'w:name': 'compatibilityMode', 'w:uri': word, 'w:val': 15 }),
      ),
      element('w:themeFontLang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' }),
    ),
  )
}

/** `fontTable.xml`: for a face that the reader's machine lacks, the one to use instead. */
export function fontTablePart(): string {
  const fonts = [...standIns].map(([face, instead]) =>
    element(
      'w:font',
      { 'w:name': face },
      element('w:altName', { 'w:val': instead }),
      element('w:charset', { 'w:val': '86' }),
    ),
  )
  return part(element('w:fonts', { 'xmlns:w': main }, ...fonts))
}

/** `core.xml`: the title and the language. No author, and no time: the same report is the same file. */
export function corePart(title: string): string {
  return part(
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      element('dc:title', {}, escaped(title)),
      element('dc:language', {}, 'zh-CN'),
    ),
  )
}

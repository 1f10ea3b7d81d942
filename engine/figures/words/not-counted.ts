/**
 * Numerals that count nothing: days, document and article numbers, ages, codes. Each pattern is tried at
 * one place only (sticky) and every repetition in it is bounded, so that scanning stays linear.
 */
const year = '(?:19|20)\\d{2}'
const dash = '\\s?(?:-|－|—{1,2}|–|~|～|至|到)\\s?'
const day = '\\d{1,2}\\s?[日号]'

const at = (source: string) => new RegExp(source, 'y')

/** Days and periods: they are kept, because a value belongs to its period. */
export const dayPatterns: readonly RegExp[] = [
  at(`${year}\\s?年?${dash}${year}\\s?年?度?`),
  at(`${year}\\s?年\\s?(?:第?[一二三四1-4]季度|[上下]半年|前[一二三四五六七八九十\\d]{1,2}个月)`),
  at(`${year}\\s?年\\s?\\d{1,2}${dash}\\d{1,2}\\s?月份?`),
  at(
    `${year}\\s?年\\s?\\d{1,2}\\s?月\\s?${day}(?:${dash}(?:${year}\\s?年\\s?)?(?:\\d{1,2}\\s?月\\s?)?${day})?`,
  ),
  at(
    `${year}\\s?年\\s?\\d{1,2}\\s?月(?:份|底|初|末|[上中下]旬)?(?:${dash}(?:${year}\\s?年)?\\s?\\d{1,2}\\s?月份?)?`,
  ),
  at(`${year}\\s?年(?:度|底|初|末)?`),
  at(`${year}([-./])\\d{1,2}\\1\\d{1,2}(?!\\d)`),
  at(`${year}[.](?:0?[1-9]|1[0-2])(?![\\d%％万亿])`),
  at(`\\d{1,2}\\s?月\\s?${day}(?:${dash}(?:\\d{1,2}\\s?月\\s?)?${day})?`),
  at(`\\d{1,2}${dash}\\d{1,2}\\s?月份?`),
  at(`\\d{1,2}\\s?月(?:份|底|初|末|[上中下]旬)?(?:${dash}\\d{1,2}\\s?月份?)?`),
  at(`${day}(?:${dash}${day})?`),
  at('\\d{1,2}[:：][0-5]\\d(?!\\d)'),
  at('\\d{1,2}\\s?[时点](?:\\d{1,2}\\s?分|整|半)?(?!\\s?次)'),
]

export const labelPatterns: readonly RegExp[] = [
  at(`[〔\\[（(【]\\s?${year}\\s?[〕\\]）)】]\\s?第?\\s?\\d{1,5}\\s?号`),
  at(
    '第(?![一二三四1-4]季度)\\s?[\\d一二三四五六七八九十百零〇两]{1,7}\\s?(?:条|款|项|章|节|号|期|次|批|届|季度|名|位|轮|组|页|部分|阶段|师|中学|小学|人民医院|医院|幼儿园|社区|产业)?',
  ),
  at(
    '每[一二三四五六七八九十\\d]{1,3}[\\u4e00-\\u9fff]{1,3}(?:里|中)?就?有[一二三四五六七八九十两\\d]{1,3}[\\u4e00-\\u9fff]',
  ),
  at('1[3-9]\\d{9}(?!\\d)'),
  at('0\\d{2,3}-\\d{7,8}(?!\\d)'),
  at('\\d{17}[\\dXx]'),
  at('\\d{1,3}\\s?周?岁'),
  at('\\d{1,3}(?:\\s?[+＋]\\s?[\\dNnXx]{1,3}){1,6}(?!\\s?[=＝\\d])'),
  at('\\d{1,4}\\s?[年月](?!\\s?多)'),
  at('\\d{1,4}\\s?[号级路](?!\\s?次)'),
  at('\\d{1,3}\\s?[#℃]'),
]

/** A number at the start of a line that only numbers the line. */
export const listPattern = at(
  '[ \\t\\u3000]{0,12}(?:[-*•·●■◆○□]\\s{1,4})?(?:[（(][一二三四五六七八九十百\\d]{1,4}[）)]|[一二三四五六七八九十百]{1,4}[、.．]|\\d{1,3}(?:[、）)]|[.．](?!\\d))|[①-⑳])',
)

/** Period phrases without numerals; two values of different periods never contradict each other. */
export const periodWords: readonly string[] =
  '前三季度 前两季度 前三个季度 前两个季度 三年来 近年来 今年以来 今年来 今年 年初以来 去年同期 上年同期 同期 去年 上年 本年 本年度 全年 上半年 下半年 一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 本季度 上季度 本月 上月 当月 全月 本周 上周 本旬 上期 本期 截至目前 截止目前 到目前为止 目前 累计 行动开展以来 专项整治以来 三年行动以来 三年行动开展以来 启动以来 开展以来 以来 节前 节日期间 期间 双节前 春节前 国庆期间 春节期间 两会期间 汛期 当日 昨日 今日 当天 近期 日前 首日 首周 第一阶段 第二阶段 第三阶段 自查阶段 整治阶段 集中攻坚阶段'.split(
    ' ',
  )

/** Phrases that only say "so far": they name the report's own period. */
export const plainPeriods = new Set(
  '今年以来 今年来 今年 截至目前 截止目前 到目前为止 目前 本年 累计'.split(' '),
)

/** A place left open: one or more masking signs, a rule of underscores, an empty pair of brackets. */
export const maskPattern =
  /[*＊]{1,12}|_{2,60}|＿{1,60}|[X×Ｘ]{2,12}|x{2,12}|[□○〇◯]{2,12}|[（(][ \u3000]{1,20}[）)]|[[【][ \u3000]{0,20}[\]】]|[（(【[]待(?:补充?|填写?|定|核实?|统计)[）)】\]]|[?？]{1,8}|…{3,8}|\.{6,60}/y

/** One X or × is a mask only before a part of a date or a measure word. */
export const singleMask = /[X×Ｘ]/y

/** Words before a mask that name what a name slot wants. */
export const nameSlots: readonly (readonly [
  slot: string,
  before: readonly string[],
  after: readonly string[],
])[] = [
  [
    'person',
    [
      '书记',
      '区长',
      '县长',
      '市长',
      '局长',
      '主任',
      '镇长',
      '乡长',
      '同志',
      '组长',
      '队长',
      '部长',
      '常委',
      '联系人',
      '负责人',
      '主席',
    ],
    ['同志', '为组长', '为副组长', '为顾问', '任组长', '担任'],
  ],
  ['media', ['《', '“'], ['新闻网', '日报', '晚报', '电视台', '公众号', '网站', '广播']],
  ['market', [], ['市场群', '市场', '商场', '商城']],
  ['road', [], ['岔路口', '路口', '路段', '大道', '大桥', '公路']],
  ['school', [], ['小学', '中学', '学校', '幼儿园']],
  [
    'organ',
    [],
    ['局', '办', '镇', '乡', '街道', '区委', '公司', '企业', '分局', '大队', '中心', '村', '社区'],
  ],
  ['district', [], ['区', '县', '市']],
]
export const datePartAfter = '年月日时'

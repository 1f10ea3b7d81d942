/**
 * Measure words, longest first when read. A family holds words that real reports use for the same
 * count of the same things; units of one family may stand in one rate, units of two families may not.
 */
export const measureFamilies = {
  issue: '处 条 项 个 起 宗 例 问题',
  unit: '家 户 所 间 座 栋 幢 厂 村 镇 乡',
  visit: '家次 户次 处次 所次 点次 企次 站次 个次 座次 栋次 店次 校次 村次 项次',
  person: '人 名 位',
  personTime: '人次 名次',
  team: '组 支 队 班',
  teamTime: '组次 队次 班次',
  time: '次 场 场次 回 轮 遍 趟',
  device: '台 套 台套 部 架 辆 艘 列',
  deviceTime: '台次 车次 辆次 艘次 套次 架次 台套次',
  paper: '份 件 封 册 本 篇 期 张 幅 块 面 副 条次 份次',
  goods: '箱 盘 挂 捆 袋 瓶 桶 盒 包 枚 发 饼 筒 扎 板 罐 支 只 件 封',
  thing:
    '根 具 扇 盏 颗 顶 双 把 株 棵 头 口 门 片 类 种 级 层 节 点 批 批次 件次 处理次 笔 宗 单 对 组件 篇次',
  weight: '公斤 千克 斤 克 吨 万吨',
  size: '立方米 平方米 平方公里 公里 千米 厘米 毫米 米 亩 公顷 升 方',
  score: '分',
  span: '天 小时 分钟 个月 个小时 周 个工作日 工作日 秒 课时 学时',
  money: '元 块钱',
  rate: '% ％ ‰ 个百分点 百分点 倍 成',
} as const

export const measures: readonly string[] = [
  ...new Set(Object.values(measureFamilies).flatMap((words) => words.split(' '))),
].sort((a, b) => b.length - a.length)

/** 人/名/位 and 台/套 are one unit to a reader; 个 is the word that fits everything. */
export const sameMeasure: readonly (readonly string[])[] = [
  ['人', '名', '位'],
  ['台', '套', '台套', '部'],
  ['次', '场', '场次'],
  ['人次', '名次'],
]

/** Units in which a whole number with 多 (三年多, 5公里多) says nothing odd. */
export const continuous = new Set(
  '公斤 千克 斤 克 吨 立方米 平方米 平方公里 公里 千米 米 亩 公顷 升 方 天 小时 分钟 个月 个小时 周 元 % ‰ 倍 成'.split(
    ' ',
  ),
)

/** Units in which goods are counted; kinds of them are never added together. */
export const goodsUnits = new Set('件 箱 盘 封 挂 捆 袋 瓶 桶 盒 包 枚 发 饼 筒 扎 板 罐 支 只 个'.split(' '))

/** A visit unit and the thing it visits: things are never more than visits. */
export const visitOf: Readonly<Record<string, string>> = {
  家次: '家',
  户次: '户',
  人次: '人',
  台次: '台',
  辆次: '辆',
  艘次: '艘',
  处次: '处',
  所次: '所',
  组次: '组',
  台套次: '台套',
  套次: '套',
  点次: '点',
  个次: '个',
  座次: '座',
  栋次: '栋',
}

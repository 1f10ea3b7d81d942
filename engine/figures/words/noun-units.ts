const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Nouns right before a number and the units that can count them; any other unit is a slip. */
export const nounUnits: readonly (readonly [noun: RegExp, units: ReadonlySet<string>])[] = [
  [/(?<!存在[\u4e00-\u9fff]{0,6})隐患(?:问题)?$/, words('处 条 项 个 件 起 宗 类 点 例 次 处次 条次 项次')],
  [
    /(?:执法|检查|工作|管理|作业|参训|救援|安保|从业|执勤)人员$|网格员$|人数$/,
    words('人 名 位 人次 名次 个 余'),
  ],
  [/(?:立案|结案)$/, words('起 件 宗 例 家 个 人 名 家次 次')],
  [/事故$/, words('起 件 例 次 宗 个')],
  [/(?:车辆|货车|客车|校车|罐车)$/, words('辆 台 部 辆次 台次 车次 架 次 批次')],
  [/(?:渔船|船舶|船只)$/, words('艘 条 只 艘次 次 批次')],
  [/(?:罚款|资金|经费)$/, words('元 起 件 笔 家 次 人 例 项 户 宗 个')],
]

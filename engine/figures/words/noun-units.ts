const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Units that count how often or how many days something is done, whatever its noun. */
const often = '次 轮 遍 场 场次 回 天 期 批 批次 项次'

/** Nouns right before a number and the units that can count them; any other unit is a slip. */
export const nounUnits: readonly (readonly [noun: RegExp, units: ReadonlySet<string>])[] = [
  [/(?<!存在[\u4e00-\u9fff]{0,6})隐患(?:问题)?$/, words('处 条 项 个 件 起 宗 类 点 例 次 处次 条次 项次')],
  [
    /(?:执法|检查|工作|管理|作业|参训|救援|安保|从业|执勤)人员$|网格员$|人数$/,
    words('人 名 位 人次 名次 个 余'),
  ],
  [/(?:立案|结案|立案查处)$/, words('起 件 宗 例 家 个 人 名 家次 次')],
  [/事故$/, words('起 件 例 次 宗 个')],
  [/(?:车辆|货车|客车|校车|罐车)$/, words('辆 台 部 辆次 台次 车次 架 次 批次')],
  [/(?:渔船|船舶|船只|渡船|货船|客船|游船|快艇|冲锋舟|救生艇)$/, words(`艘 条 只 艘次 ${often}`)],
  [/(?:罚款|资金|经费)$/, words('元 起 件 笔 家 次 人 例 项 户 宗 个')],
  [
    /(?:指令书|通知书|决定书|告知书|建议书|意见书|承诺书|责任书|提示函|督办函|督办单|交办单|整改单|警示函|执法文书|检查记录)$/,
    words(`份 张 封 件 册 本 页 家 户 人 人次 家次 户次 条 条次 ${often}`),
  ],
  [
    /(?:灭火器|灭火毯|防毒面具|救生衣|救生圈|安全帽|反光背心)$/,
    words(`具 个 只 瓶 套 件 支 条 顶 台 副 组 箱 张 块 元 ${often}`),
  ],
  [
    /(?:摄像头|监控探头|报警器|探测器|烟感|充电桩|监测终端)$/,
    words(`个 只 台 套 处 路 部 组 具 支 户 家 ${often}`),
  ],
  [/(?:加油站|加气站|渡口|水库|桥梁|隧道)$/, words(`座 个 家 处 所 站 站次 座次 家次 处次 条 道 ${often}`)],
  [/(?:横幅|条幅|标语)$/, words(`条 幅 张 处 块 副 面 个 ${often}`)],
  [
    /(?:宣传单|明白纸|宣传册|手册|折页|海报|挂图|倡议书)$/,
    words(`份 张 册 本 幅 套 页 块 封 件 箱 ${often}`),
  ],
]

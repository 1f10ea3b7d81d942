/** Words by which one number says how it stands to its neighbours. */
const words = (text: string): readonly string[] => text.split(' ').sort((a, b) => b.length - a.length)

export const strongTotal = words(
  '合计 总计 共计 三项合计 两项合计 以上合计 总数 总数为 总数达 合共 总共 小计 总量',
)
export const weakTotal = words('共 共有 一共 累计 总')
export const past = words(
  '去年同期 上年同期 同期 去年 上年 上月 上季度 上期 上周 前年 上一年 上年度 去年度 往年',
)
export const yearPast = words('去年同期 上年同期 同期 去年 上年 上一年 上年度')
export const monthPast = words('上月 上季度 上期 上周 前一月 上个月 上一季度 上一月')
export const rise = words('增长 上升 提高 增加 提升 上涨 增多 多 升高 新增 高出 扩大 升 增幅 涨幅 增加额 增')
export const fall = words('下降 减少 降低 回落 减 降 少 下滑 缩减 压减 下跌 降幅 减幅')
export const level = words('持平')
export const yearOn = words('同比')
export const periodOn = words('环比')

/** Words that mean more is counted than was just found, or that a part stands outside: then nothing is compared. */
export const carriedOver = words(
  '含上 含去年 含往年 结转 历史遗留 历史存量 存量 遗留 滚存 上年度转 往年 去年遗留 上月遗留 上月结转 含此前 含以前 此前 前期 新增 新发现 新排查 动态 超额 超计划 历年',
)

/** A sentence about what shall be, not what is. */
export const future = words(
  '确保 力争 争取 将 要 必须 应当 务必 计划 预计 拟 下一步 下阶段 下步 年底前 月底前 日前 之前 目标 要求 应 督促 责令 限期 坚决 努力 实现目标 严格 做到 推动 推进 务求 尽快 抓紧 早日 继续',
)
export const remainder = words('其余 余下 剩余 其他 除 另外 以外 之外 外')

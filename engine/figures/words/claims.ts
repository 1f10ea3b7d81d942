/** Words that assert a whole without a number. */
const words = (text: string): readonly string[] => text.split(' ').sort((a, b) => b.length - a.length)

export const allWords = words('全部 均已 均 悉数 全数 无一遗漏 一个不落 全面完成 全都 都已 皆已 已全')
export const coverWords = words('全覆盖 覆盖率100% 无死角')
export const noneWords = words('未发生 没有发生 无 零 未出现 未接报 杜绝了 未造成')
export const accidentWords = words('死亡 伤亡 受伤 事故 事件 火灾 案件 溺水')
export const grades = words('特别重大 重大及以上 较大及以上 重特大 特大 重大 较大 一般 有影响 有重大影响')

/**
 * Measure words with no number before them, where no other word is possible: the noun that they count stands
 * right before, and a stop follows. 企业家, 专家, 到处, 一起 and the heads of columns are words of their own.
 */
const stop = '(?=[，。；、,;]|$)'

export const emptySlots: readonly RegExp[] = [
  // 隐患处，问题个，终端个
  new RegExp(`(?:隐患|问题|风险点|点位)(处|个|条|项)${stop}`, 'g'),
  new RegExp(
    `(?:终端|摄像头|探测器|报警器|灭火器|消火栓|站点|网点|项目|课题|小组|专班|市场|社区|微型消防站|充电桩|喇叭|视频|案例)(个)${stop}`,
    'g',
  ),
  new RegExp(`(?:事故|案件|违法行为|火灾|警情|火情)(起)${stop}`, 'g'),
  new RegExp(`(?:车辆|货车|客车|校车|摩托车)(辆)${stop}`, 'g'),
  new RegExp(
    `(?:通知书|指令书|决定书|承诺书|告知书|责任书|文书|提示函|督办函|宣传单|资料|手册|海报)(份)${stop}`,
    'g',
  ),
  new RegExp(`(?:人员|干部|网格员|专家|民警|队员|志愿者|群众|学员|负责人)(名)${stop}`, 'g'),
  new RegExp(`(?:单位|场所|商户|门店|商铺|加油站|宾馆|酒店|餐饮店)(家)${stop}`, 'g'),
  // 检查家次，出动人次，车辆台次
  new RegExp(`(?:检查|走访|督查|巡查|企业|单位|场所)(家次)${stop}`, 'g'),
  new RegExp(`(?:出动|出动[\\u4e00-\\u9fff]{2,6}|培训|参与|参训|发动|执法人员)(人次)${stop}`, 'g'),
  // 罚款万元
  new RegExp(`(?:罚款|资金|经费|投入|收缴|奖金|兑现奖励|损失)(万元|元)${stop}`, 'g'),
  // 整改率%
  new RegExp(
    `(?:整改率|完成率|合格率|覆盖率|办结率|销号率|增长|下降|上升|同比增长|同比下降)(?:为|达|达到)?([%％])${stop}`,
    'g',
  ),
  // 已整改处，整改率
  new RegExp(`(?:排查|发现|查出|已?整改|已?销号|未整改|剩余|尚余)(处|条)${stop}`, 'g'),
  // 于月日召开
  /(?:^|[，。；\n]|于|在|截至|截止|定于)(月)日(?!期|程|常|报|历|记|志|光|前)/g,
  /(?:^|[，。；\n]|于|在|截至|截止|定于)月(日)(?!期|程|常|报|历|记|志|光|前)/g,
]

/**
 * What is done to the things that a report counts. A flow is a step that can only take things which the
 * step before it gave: nobody puts right more than was found. The engine knows these words of reporting,
 * not the registers of any campaign.
 */
const words = (text: string): readonly string[] => text.split(' ')

export interface Flow {
  id: string
  /** A plan may be surpassed: then a larger part is no mistake. */
  mayExceed?: boolean
  whole: readonly string[]
  part: readonly string[]
}

export const flows: readonly Flow[] = [
  {
    id: 'planned-done',
    mayExceed: true,
    whole: words('计划 目标 任务 年度计划'),
    part: words('完成 已 实际 检查 实施'),
  },
  {
    id: 'found-fixed',
    whole: words(
      '排查出 排查 发现 查出 检查出 摸排出 摸排 梳理出 梳理 查找 查摆 查到 找出 挑出 自查出 自查 存在 排摸 查处 辨识 检出 摸清 起底 反馈 指出 交办 移交 转办 列入 挂牌督办 挂牌 通报 曝光',
    ),
    part: words(
      '整改 改了 改好 改完 改掉 改到位 改正 销号 闭环 消除 治理 处置 化解 整治 完成 解决 纠正 办结 取缔 拆除 清理 摘牌 修复 关停 关闭 拆解 搬离 清退 加固 更换',
    ),
  },
  {
    id: 'received-answered',
    whole: words('受理 接到 收到 接报 交办 转办 下达 移交 登记 接收 收集 征集 印发 发出 下发 制发'),
    part: words('办结 办理完毕 答复 反馈 回复 完成 处置 核查 查实 核实 处理 采纳 签收 落实 复查'),
  },
  { id: 'found-opened', whole: words('查处 查出'), part: words('立案') },
  { id: 'found-listed', whole: words('排查出 排查 发现 查出 摸排出'), part: words('挂牌督办 挂牌') },
  { id: 'opened-closed', whole: words('立案'), part: words('结案 办结 审结') },
  {
    id: 'fined-paid',
    whole: words('罚款 处罚 罚没 处罚款 决定 实施处罚 行政处罚'),
    part: words('收缴 缴纳 入库 到账 执行到位 追缴 实缴 已缴 缴清'),
  },
  {
    id: 'due-came',
    whole: words(
      '应检 应查 应训 应到 应报 应参训 应参加 应签 应整改 应完成 应培训 应检查 应报送 应覆盖 应装 应安装',
    ),
    part: words('实检 实查 实训 实到 实报 实际 已 完成 参训 参加 签订 培训 检查 报送 安装 到会'),
  },
  {
    id: 'sampled-passed',
    whole: words('抽查 复查 检查 查了 查过 看了 看过 跑了 核查 检测 抽检 检验 验收 抽样 抽取 回访'),
    part: words('合格 不合格 达标 通过 到位 整改 存在'),
  },
  {
    id: 'trained-passed',
    whole: words('参训 参加 培训 参考 报名 考核'),
    part: words('合格 取证 持证 及格 通过 取得'),
  },
  {
    id: 'done-on-time',
    whole: words('整改 完成 销号 办结 报送 回复 治理'),
    part: words('按期 按时 如期 限期内 期限内 及时'),
  },
  {
    id: 'granted-spent',
    whole: words('预算 列支 安排 拨付 下达 争取 筹措 拨入'),
    part: words('支出 使用 执行 支付 拨付 已用'),
  },
  {
    id: 'stock-done',
    whole: words('共有 现有 总数 辖区 登记在册 在册 纳入 建档'),
    part: words(
      '检查 取缔 完成 覆盖 培训 安装 签订 关闭 关停 整治 拆除 走访 排查 达标 改造 检验 检测 评估 验收 安检 建档 投保 入户 入驻 施划 搬离 清退 加固 更换 更新',
    ),
  },
]

/** The step of a rate's name → the words by which its numerator may be printed. */
export const rateSteps: Readonly<Record<string, readonly string[]>> = {
  整改: words('整改 改了 改好 改完 改掉 改到位 改正 销号 闭环 消除 治理 整治 完成'),
  完成: words('完成 办结 整改 整治 治理 落实 实际 竣工 实检 建成 已'),
  销号: words('销号 闭环'),
  闭环: words('闭环 销号 整改'),
  办结: words('办结 办了 办完 结案 办理完毕 已办'),
  结案: words('结案 结了 办结 审结'),
  治理: words('治理 整治 整改 完成'),
  整治: words('整治 治理 整改 完成'),
  化解: words('化解 解决'),
  处置: words('处置 处理'),
  到位: words('到位 整改 完成 落实'),
  合格: words('合格 通过 达标'),
  达标: words('达标 合格 通过'),
  通过: words('通过 合格'),
  优良: words('优良'),
  覆盖: words('覆盖 检查 排查 走访 完成 培训 安装 巡查 督导 已'),
  检查: words('检查 实检 已检 已查 查了 查过 看过 跑了 完成'),
  抽查: words('抽查'),
  检验: words('检验 已检 定检'),
  检测: words('检测 已检'),
  巡查: words('巡查 检查'),
  取缔: words('取缔 关闭'),
  及时: words('及时 按时 按期'),
  按时: words('按时 按期 及时'),
  报送: words('报送 上报 按时 及时 实报'),
  上报: words('上报 报送'),
  落实: words('落实 完成 答复 回复'),
  回复: words('回复 答复 反馈'),
  反馈: words('反馈 回复'),
  培训: words('培训 参训'),
  参训: words('参训 培训 实到 参加 实训'),
  到会: words('到会 实到 参会 参加'),
  参会: words('参会 到会 实到'),
  到课: words('到课 实到'),
  出勤: words('出勤 实到'),
  持证: words('持证 取证'),
  取证: words('取证 取得 持证'),
  签订: words('签订 签'),
  签收: words('签收'),
  安装: words('安装 已装'),
  配备: words('配备 配齐'),
  改造: words('改造 完成'),
  使用: words('使用'),
  注册: words('注册'),
  录入: words('录入'),
  激活: words('激活 使用'),
  执行: words('支出 执行 使用 拨付'),
  支出: words('支出 使用'),
  拨付: words('拨付'),
  收缴: words('收缴 缴纳 入库 到账'),
  入库: words('入库 收缴 缴纳'),
  摘牌: words('摘牌 销号'),
  采纳: words('采纳'),
  查处: words('查处'),
  查实: words('查实'),
  立案: words('立案'),
  破案: words('破获 侦破 破案'),
  知晓: words('知晓'),
  满意: words('满意'),
  普及: words('普及'),
  入户: words('入户 走访'),
  走访: words('走访'),
  复查: words('复查'),
  反弹: words('反弹'),
  建档: words('建档'),
  投保: words('投保 参保'),
  参保: words('参保 投保'),
  拆除: words('拆除'),
  关闭: words('关闭 关停'),
  清零: words('清零 整改 销号'),
  响应: words('响应'),
  更换: words('更换'),
  修复: words('修复'),
  兑现: words('兑现'),
  上牌: words('上牌'),
  佩戴: words('佩戴'),
  在线: words('在线'),
  上线: words('上线'),
  接入: words('接入'),
  开展: words('开展'),
  演练: words('演练'),
}

/** Words before a step that turn it round: what is still open, or only ordered. */
export const notDone = words(
  '未能 未 尚未 没有 正在 待 仍在 剩余 余下 其余 还有 尚有 尚 在整改 逾期 不 无法 暂缓 暂',
)
export const onlyOrdered = words(
  '责令立即 责令限期 责令 限期 立即 当场 现场 需 须 要求 督办 应 待 拟 下达 通知',
)

/** Words that narrow what is counted: a figure with one of them is not the figure without it. */
export const narrowers: readonly string[] = words(
  '重大 一般 较大 突出 重点 按期 按时 限期 立即 当场 逾期 省级 市级 区级 县级 乡级 镇级 村级 部级 国家级 挂牌 一级 二级 三级 自查 督查 暗访 复查 首次 平均 最高 最低 人均 单位 个人 企业 主动 综合 现场 存量 新增 初次 交办 举报 危化 消防 交通 建筑 工贸 烟花 燃气 电气 学校 特种',
)

/** Sets of labels that share out a whole without rest. */
export const complements: readonly (readonly string[])[] = [
  ['一般', '重大'],
  ['一般', '较大', '重大'],
  ['立即', '限期'],
  ['当场', '限期'],
  ['现场', '限期'],
  ['自查', '检查'],
  ['合格', '不合格'],
  ['男', '女'],
  ['城区', '农村'],
  ['城镇', '农村'],
  ['单位', '个人'],
  ['区级', '乡镇'],
  ['新建', '续建'],
  ['达标', '不达标'],
  ['已', '未'],
  ['完成', '未'],
  ['整改', '未'],
  ['整改', '正在'],
  ['完成', '正在'],
  ['整改', '剩余'],
  ['销号', '未'],
  ['办结', '正在'],
  ['合格', '未'],
  ['整改', '逾期'],
  ['立行立改', '限期'],
  ['边查边改', '限期'],
  ['结案', '在办'],
  ['办结', '在办'],
]

import type { Finding } from './findings.ts'

/** The last act of the story so far. */
export type Fate = 'strikeOff' | 'verify' | 'submit' | 'notifyMajor' | 'create'

/** A major hazard: where, when and by whom it was found, with all that its handing over needs. */
export interface MajorFinding extends Finding {
  site: string
  foundOn: string
  finder: string
  basis: string
  funds: string
  emergencyPlan: string
  /** Days until it is due. */
  days: number
  fate: Fate
}

const industry = '《工贸行业重大生产安全事故隐患判定标准（2017版）》'
const fire = '《重大火灾隐患判定方法》（GB 35181-2017）'
const building = '《房屋市政工程生产安全重大事故隐患判定标准（2022版）》'
const mine = '《金属非金属矿山重大事故隐患判定标准》'

export const majorFindings: MajorFinding[] = [
  {
    site: 'hongyan',
    foundOn: '2022-03-10',
    finder: 'emergency',
    what: '砂光工段除尘系统未采取泄爆、隔爆措施',
    spot: '砂光车间除尘系统',
    basis: industry,
    measures: '停用砂光工段，委托设计单位改造除尘系统，加装泄爆片和隔爆阀',
    funds: '86000',
    emergencyPlan: '改造期间断电挂牌，清空积尘，专人监护，发现异常立即撤人',
    result: '泄爆片、隔爆阀已安装，经专家验收合格',
    days: 60,
    fate: 'strikeOff',
  },
  {
    site: 'qingyuan',
    foundOn: '2022-04-21',
    finder: 'emergency',
    what: '腌制池作业未辨识有限空间风险，未执行先通风、再检测、后作业',
    spot: '腌制车间',
    basis: industry,
    measures: '停止下池作业，完成辨识建档，配齐检测和救援器材，全员培训考核',
    funds: '18000',
    emergencyPlan: '严禁盲目施救，设专职监护人，救援器材定点存放',
    result: '辨识台账已建立，器材已配齐，全员考核合格',
    days: 30,
    fate: 'strikeOff',
  },
  {
    site: 'building-river',
    foundOn: '2022-05-18',
    finder: 'housing',
    what: '塔式起重机未经验收合格即投入使用',
    spot: '二号塔吊',
    basis: building,
    measures: '立即停用，委托检测，验收合格并办理使用登记后启用',
    funds: '12000',
    emergencyPlan: '停用期间断电上锁，吊钩升至顶端，划定警戒区',
    result: '检测合格，使用登记已办理',
    days: 20,
    fate: 'strikeOff',
  },
  {
    site: 'care-home',
    foundOn: '2022-07-06',
    finder: 'fire',
    what: '消防水泵损坏，自动喷水灭火系统瘫痪',
    spot: '消防泵房',
    basis: fire,
    measures: '更换水泵和控制柜，恢复系统运行，与维保单位签订合同',
    funds: '95000',
    emergencyPlan: '修复前增设灭火器和夜间巡查，行动不便老人集中安置在一层',
    result: '水泵和控制柜已更换，末端试水正常',
    days: 45,
    fate: 'verify',
  },
  {
    site: 'market-zheting',
    foundOn: '2022-07-27',
    finder: 'fire',
    what: '经营场所内违规设置人员住宿，与经营区未作防火分隔',
    spot: '市场西区二层',
    basis: fire,
    measures: '搬离住宿人员，拆除违规隔间，打通疏散楼梯',
    funds: '150000',
    emergencyPlan: '清退期间夜间断电巡查，逐户登记，专人值守疏散出口',
    result: '',
    days: 50,
    fate: 'notifyMajor',
  },
  {
    site: 'chengrui',
    foundOn: '2022-08-24',
    finder: 'emergency',
    what: '铝制品抛光粉尘与其他种类粉尘共用一套除尘系统',
    spot: '抛光车间',
    basis: industry,
    measures: '停产改造，按粉尘种类分设除尘系统',
    funds: '128000',
    emergencyPlan: '停产期间清空积尘，禁止动火，配置铝粉专用灭火剂',
    result: '除尘系统已分设，试运行正常，申请复查',
    days: 60,
    fate: 'submit',
  },
  {
    site: 'quarry',
    foundOn: '2022-09-20',
    finder: 'emergency',
    what: '采场未按设计自上而下分台阶开采',
    spot: '南采区',
    basis: mine,
    measures: '停止采掘作业，重新清理台阶，经专家验收后恢复',
    funds: '200000',
    emergencyPlan: '坡下划定禁入区，雨天加密边坡监测，发现位移立即撤人',
    result: '',
    days: 60,
    fate: 'notifyMajor',
  },
  {
    site: 'hospital',
    foundOn: '2022-10-26',
    finder: 'fire',
    what: '门诊楼两部疏散楼梯中一部被改作库房',
    spot: '门诊楼北楼梯',
    basis: fire,
    measures: '',
    funds: '',
    emergencyPlan: '',
    result: '',
    days: 0,
    fate: 'create',
  },
]

/** Graded general at first; an expert saw more in it. */
export const regraded: MajorFinding = {
  site: 'cold-store',
  foundOn: '2022-06-14',
  finder: 'emergency',
  what: '库房局部采用可燃泡沫保温材料，未作防火分隔',
  spot: '二号冷库',
  basis: fire,
  measures: '拆除可燃保温材料，更换为不燃材料并按要求分隔',
  funds: '230000',
  emergencyPlan: '整改期间停用二号冷库，禁止动火，夜间双人巡查',
  result: '可燃保温材料已拆除，防火分隔已完成',
  days: 60,
  fate: 'strikeOff',
}

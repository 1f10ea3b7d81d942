import { creditCode } from './credit-code.ts'
import { at, type DemoAct } from './demo.ts'
import type { Topic } from './findings.ts'

export interface Site {
  key: string
  name: string
  kind: string
  sector: string
  township: string
  competent: string
  address: string
  /** What is likely to be found there. */
  topics: Topic[]
}

// Key, name, kind, sector, township, competent organ, address, topics. The last three were not inspected this
// year: coverage has something to show.
const table = `
hongyan | 棠坞鸿砚木业有限公司 | enterprise | industry | hecong | emergency | 禾淙镇工业集中区一路6号 | dust electric fire
jufeng | 棠坞榉丰家具有限公司 | enterprise | industry | zheting | emergency | 柘汀镇榉丰路18号 | dust fire forklift
chengrui | 汀鹭澄锐五金制品厂 | enterprise | industry | hecong | emergency | 禾淙镇工业集中区三路2号 | dust forklift electric
heyuan | 棠坞禾沅饲料有限公司 | enterprise | industry | hecong | emergency | 禾淙镇沿河路31号 | confined dust electric
qingyuan | 汀鹭清沅酱菜食品有限公司 | enterprise | industry | zheting | emergency | 柘汀镇食品园8号 | confined electric fire
congrun | 棠坞淙润纸品有限公司 | enterprise | industry | zheting | emergency | 柘汀镇淙柘路55号 | confined forklift fire
yanhai | 棠坞砚泓化工仓储有限公司 | enterprise | chemicals | zheting | emergency | 柘汀镇临港路1号 | chemical electric
fuel-yanpu | 砚浦滨河路加油站 | fuelStation | chemicals | yanpu | commerce | 砚浦街道滨河路102号 | fuel electric
fuel-juwan | 榉湾东环加油站 | fuelStation | chemicals | juwan | commerce | 榉湾街道东环路7号 | fuel electric
fuel-zheting | 柘汀南加油站 | fuelStation | chemicals | zheting | commerce | 柘汀镇淙柘路12号 | fuel electric
fireworks-hecong | 禾淙镇中街烟花爆竹零售点 | smallVenue | fireworks | hecong | emergency | 禾淙镇中街21号 | fireworks electric
fireworks-zheting | 柘汀镇老街烟花爆竹零售点 | smallVenue | fireworks | zheting | emergency | 柘汀镇老街9号 | fireworks electric
quarry | 禾淙西坡建筑石料矿 | enterprise | mining | hecong | emergency | 禾淙镇西坡村 | mine electric
hotel | 砚浦星汀宾馆 | smallVenue | fire | yanpu | yanpu | 砚浦街道星汀路3号 | fire venue lift
hotpot | 榉湾渔灯火锅店 | smallVenue | gas | juwan | market | 榉湾街道渔灯巷16号 | gas fire
noodles | 砚浦一碗面馆 | smallVenue | gas | yanpu | market | 砚浦街道河埠头5号 | gas electric
netcafe | 榉湾云汀网吧 | smallVenue | culture | juwan | juwan | 榉湾街道云汀路40号 | fire electric
mall | 汀鹭里商业综合体 | mall | commerce | yanpu | commerce | 砚浦街道汀鹭大道1号 | venue lift gas fire
market-yanpu | 砚浦综合农贸市场 | market | commerce | yanpu | commerce | 砚浦街道菜市街2号 | stall electric fire
market-juwan | 榉湾水产批发市场 | market | commerce | juwan | commerce | 榉湾街道渔港路88号 | stall electric
market-hecong | 禾淙镇中心集贸市场 | market | commerce | hecong | commerce | 禾淙镇中街60号 | stall fire
market-zheting | 柘汀建材市场 | market | commerce | zheting | commerce | 柘汀镇建材路1号 | stall venue fire
school-first | 汀鹭区滨河小学 | school | education | yanpu | education | 砚浦街道滨河路15号 | campus fire electric
school-second | 砚浦第四中学 | school | education | yanpu | education | 砚浦街道学府路9号 | school campus electric
kindergarten | 禾淙镇稻花幼儿园 | school | education | hecong | education | 禾淙镇稻花路4号 | campus fire gas
school-zheting | 柘汀镇九年一贯制学校 | school | education | zheting | education | 柘汀镇书院路1号 | school campus venue
hospital | 汀鹭区第二人民医院 | hospital | health | juwan | juwan | 榉湾街道医院路10号 | venue lift electric
care-home | 柘汀镇敬老院 | careHome | elderlyCare | zheting | zheting | 柘汀镇南岗村 | venue gas fire
compound-east | 砚浦东苑小区 | compound | fire | yanpu | housing | 砚浦街道东苑路 | compound lift venue
compound-juwan | 榉湾雅汀小区 | compound | fire | juwan | housing | 榉湾街道雅汀路 | compound electric
building-river | 砚浦滨河安置房三期项目 | constructionSite | construction | yanpu | housing | 砚浦街道滨河路北侧 | building electric
building-sewer | 榉湾污水管网改造工程 | constructionSite | construction | juwan | housing | 榉湾街道东环路沿线 | building confined
coaches | 棠坞捷汀客运有限公司 | enterprise | roadTransport | juwan | transport | 榉湾街道车站路1号 | transport venue
tankers | 汀鹭顺榉危货运输有限公司 | enterprise | roadTransport | zheting | transport | 柘汀镇临港路20号 | transport chemical
gas-depot | 砚浦液化气储配站 | enterprise | gas | yanpu | housing | 砚浦街道北渡路77号 | gas chemical
road-river | 淙柘线12公里临水路段 | road | roadTraffic | hecong | transport | 淙柘线K12至K13 | road
funfair | 汀鹭青柘游乐园 | other | specialEquipment | juwan | market | 榉湾街道青柘湖畔 | ride electric
cold-store | 榉湾冷链仓储中心 | enterprise | storage | juwan | emergency | 榉湾街道渔港路120号 | venue forklift confined
clinic | 榉湾社区卫生服务中心 | hospital | health | juwan | juwan | 榉湾街道云汀路3号 | fire
compound-new | 汀鹭新苑安置小区 | compound | fire | hecong | housing | 禾淙镇新苑路 | compound
building-clinic | 禾淙镇卫生院迁建项目 | constructionSite | construction | hecong | housing | 禾淙镇沿河路北段 | building
`

export const sites: Site[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [key, name, kind, sector, township, competent, address, topics] = line.split(' | ')
    const organs = { township: township!, competent: competent! }
    const what = { key: key!, name: name!, kind: kind!, sector: sector!, address: address! }
    return { ...what, ...organs, topics: topics!.split(' ') as Topic[] }
  })

export function siteActs(day: string): DemoAct[] {
  return sites.map(({ key, name, kind, sector, township, competent, address, topics }, n) => {
    const code = kind === 'enterprise' ? { creditCode: creditCode(n + 1) } : {}
    const links = { township: at(township), competent: at(competent) }
    const flags = {
      ...(topics.includes('dust') ? { dustExplosive: true } : {}),
      ...(topics.includes('confined') ? { confinedSpace: true } : {}),
    }
    const values = { name, kind, sector, ...code, address, ...links, ...flags }
    return { as: 'admin', register: 'site', record: key, act: 'create', day, values }
  })
}

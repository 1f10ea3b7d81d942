import { at, type DemoAccount, type DemoAct } from './demo.ts'

/** Everything here is invented: no such city, district or township exists. */
export const city = { id: '9901', name: '棠坞市' }
export const district = { id: '990101', name: '汀鹭区' }
export const officeKey = 'office'

// Simple on purpose, printed with the demonstration, and good for nothing else.
const password = 'anzhi-demo-2022'

/** Key, name, short name; in the official order. */
const organs: [key: string, name: string, shortName: string][] = [
  ['government', '汀鹭区人民政府', '区政府'],
  ['office', '汀鹭区安全生产委员会办公室', '区安委办'],
  ['emergency', '汀鹭区应急管理局', '区应急局'],
  ['housing', '汀鹭区住房和城乡建设局', '区住建局'],
  ['transport', '汀鹭区交通运输局', '区交通局'],
  ['market', '汀鹭区市场监督管理局', '区市监局'],
  ['education', '汀鹭区教育局', '区教育局'],
  ['commerce', '汀鹭区商务局', '区商务局'],
  ['fire', '汀鹭区消防救援大队', '区消防大队'],
  ['yanpu', '砚浦街道办事处', '砚浦街道'],
  ['juwan', '榉湾街道办事处', '榉湾街道'],
  ['hecong', '禾淙镇人民政府', '禾淙镇'],
  ['zheting', '柘汀镇人民政府', '柘汀镇'],
]

/** Key, name, organ, post. The first of an organ answers for what is put right there. */
const people: [key: string, name: string, organ: string, post: string][] = [
  ['lu-yunheng', '陆允珩', 'government', '副区长'],
  ['shen-shubai', '沈叔柏', 'office', '主任'],
  ['mei-zhiqiu', '梅知秋', 'office', '综合科科长'],
  ['fang-jingchuan', '方泾川', 'emergency', '执法大队大队长'],
  ['qi-wanqing', '戚宛青', 'emergency', '信息中心管理员'],
  ['yan-huaizhu', '严淮竹', 'housing', '质量安全科科长'],
  ['tao-xingyuan', '陶行沅', 'transport', '运输安全科科长'],
  ['bai-ruolan', '柏若岚', 'market', '特种设备科科长'],
  ['wei-songnian', '卫松年', 'market', '执法人员'],
  ['ji-minglu', '纪鸣鹭', 'education', '校园安全科科长'],
  ['luo-yibai', '骆以白', 'commerce', '市场运行科科长'],
  ['qin-shouye', '秦守野', 'fire', '监督员'],
  ['jian-ningyu', '简宁屿', 'yanpu', '应急管理办主任'],
  ['xi-wangshu', '奚望舒', 'juwan', '应急管理办主任'],
  ['gu-hesheng', '谷禾生', 'hecong', '应急管理办主任'],
  ['mu-zhechuan', '穆柘川', 'zheting', '应急管理办主任'],
]

/** The first six show every role; the others did their part of the story. */
export const accounts: DemoAccount[] = (
  [
    ['admin', 'qi-wanqing', ['administrator']],
    ['office', 'mei-zhiqiu', ['office']],
    ['leader', 'lu-yunheng', ['leader']],
    ['emergency', 'fang-jingchuan', ['inspector']],
    ['market', 'wei-songnian', ['inspector', 'handler']],
    ['hecong', 'gu-hesheng', ['handler', 'inspector']],
    ['housing', 'yan-huaizhu', ['inspector', 'handler']],
    ['transport', 'tao-xingyuan', ['inspector', 'handler']],
    ['education', 'ji-minglu', ['handler']],
    ['commerce', 'luo-yibai', ['handler']],
    ['fire', 'qin-shouye', ['inspector']],
    ['yanpu', 'jian-ningyu', ['handler', 'inspector']],
    ['juwan', 'xi-wangshu', ['handler', 'inspector']],
    ['zheting', 'mu-zhechuan', ['handler', 'inspector']],
  ] as const
).map(([userName, person, roles]) => ({ userName, password, person, roles: [...roles] }))

/** The person who answers for what is put right in an organ. */
export function answersFor(organ: string): string {
  return people.find(([, , home]) => home === organ)![0]
}

/** What the administrator entered before the year began: organs from above, then their people. */
export function placeActs(day: string): DemoAct[] {
  const made = (register: string, record: string, values: DemoAct['values']): DemoAct => {
    return { as: 'admin', register, record, act: 'create', day, values }
  }
  return [
    ...organs.map(([key, name, shortName], rank) => {
      const parent = key === 'government' ? {} : { parent: at('government') }
      return made('organ', key, { name, shortName, ...parent, rank: rank + 1 })
    }),
    ...people.map(([key, name, organ, post], rank) => {
      return made('person', key, { name, organ: at(organ), post, rank: rank + 1 })
    }),
  ]
}

/** Scopes that overlap: campaigns that cut through all fields, fields of work, and classes that hold other classes. */
const words = (text: string): readonly string[] => text.split(' ')

/** How a campaign, a season of checks or a list of key fields is named. */
export const campaign =
  /[\u4e00-\u9fffA-Za-z“”"\d]{0,24}?(?:行动|大检查|大排查|大起底|大整治|大督查|整治|攻坚战?|防控|执法[月季]|安全生产月|治本攻坚|[大重][点]?(?:行业)?领域|领域|“?九小”?场所”?|回头看”?|会战|百日[\u4e00-\u9fff]{0,4}|集中排查)/g

/** Words of the field that a campaign is for; two campaigns of two fields do not overlap. */
export const fields: readonly (readonly [field: string, words: readonly string[]])[] = [
  ['fire', words('消防 火灾 人员密集 九小 高层 夏季消防 冬春 电动自行车')],
  ['chemical', words('危化 危险化学品 化工')],
  ['road', words('道路 交通 客运 货运 货车 校车 超限')],
  ['building', words('建筑 施工 工地 房屋市政 自建房 房屋')],
  ['gas', words('燃气 瓶装 液化气')],
  ['industry', words('工贸 粉尘 有限空间 涉氨 金属冶炼')],
  ['mine', words('矿山 煤矿 尾矿')],
  ['device', words('特种设备 电梯 锅炉')],
  ['fireworks', words('烟花爆竹 烟花')],
  ['school', words('校园 学校')],
  ['water', words('水上 渔业 渔船 船舶 防溺水')],
  ['farm', words('农机 农业 森林 防火')],
  ['travel', words('旅游 文旅 景区 文化')],
  ['food', words('食品 药品')],
  ['power', words('电力 电气')],
]

/** A class of places and the classes that belong to it. */
export const classes: readonly (readonly [wide: RegExp, narrow: RegExp])[] = [
  [/重点(?:场所|单位)/, /人员密集|九小|高层|商业综合体/],
  [/九小/, /人员密集/],
  [
    /人员密集/,
    /商场|市场|超市|宾馆|饭店|酒店|旅馆|医院|养老|商业综合体|娱乐|网吧|影[剧院]|洗浴|KTV|学校|幼儿园|劳动密集/,
  ],
  [/九小|小场所/, /餐饮|旅馆|民宿|网吧|小作坊|小商[店铺]|小超市|小餐|沿街商[铺户店]|诊所|美容/],
  [/(?:危险化学品|危化品?)(?:企业|单位|生产经营)/, /加油站|加气站|油库|加油加气/],
  [/工贸(?:企业|行业|单位)/, /粉尘|涉氨|有限空间|金属冶炼|深井铸造|机械制造|食品加工|纺织/],
  [/特种设备(?:使用)?(?:单位|企业)?/, /电梯|锅炉|压力容器|气瓶|起重机|叉车/],
  [/燃气(?:企业|用户|场所|经营)/, /餐饮用户|液化气站|瓶装|燃气站|加气站/],
  [/(?:道路)?(?:交通)?运输(?:企业|单位)/, /客运|货运|两客一危|危货|旅游包车|公交/],
  [/(?:在建)?(?:工地|建筑施工|施工项目|在建项目)/, /房建|市政|深基坑|高支模|塔吊|起重/],
  [/商贸(?:企业|场所|单位|领域)/, /商场|市场|超市|餐饮|加油站|成品油/],
  [/(?:文化)?娱乐场所/, /KTV|网吧|影院|歌舞|剧本|密室/],
  [/教育机构/, /学校|幼儿园|培训机构/],
  [/医疗(?:卫生)?机构/, /医院|诊所|卫生院/],
  [/烟花爆竹(?:经营)?(?:企业|单位|门店)/, /零售[点店]|批发/],
  [/矿山/, /煤矿|采石场|尾矿|露天/],
  [/出租[屋房]/, /群租房/],
  [/(?:生产经营单位|各类企业|市场主体|社会单位)/, /规上|规模以上|重点(?:企业|单位)|工贸|危化|餐饮|商场/],
]

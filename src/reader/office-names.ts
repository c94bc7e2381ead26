// Names that one office goes by: 县发改委 and 县发展和改革局, 团县委 and 共青团县委. Only proposed as one; people confirm it.
import { folded } from './folded-text.ts'

/** How offices are written short and in full. The first of a row stands for all of it. */
const spellings = [
  ['发改', '发展改革', '发展和改革', '发展与改革'],
  ['市监', '市场监管', '市场监督管理', '市场监督'],
  ['人社', '人力社保', '人力资源社会保障', '人力资源和社会保障'],
  ['住建', '建设', '住房城乡建设', '住房和城乡建设', '住房建设'],
  ['卫健', '卫生健康'],
  ['工信', '工业信息化', '工业和信息化'],
  ['经信', '经济信息化', '经济和信息化'],
  ['自规', '资规', '自然资源规划', '自然资源和规划', '自然资源与规划'],
  ['文旅', '文化旅游', '文化和旅游'],
  ['文广旅', '文广新旅', '文化广电旅游', '文化广电和旅游'],
  ['文广旅体', '文体广旅', '文体广电和旅游', '文化广电旅游体育', '文化体育广电和旅游', '文体旅游'],
  ['教体', '教育体育', '教育和体育'],
  ['科工', '科技工信', '科技和工业信息化', '科技工业和信息化'],
  ['应急', '应急管理'],
  ['农业', '农业农村'],
  ['退役军人', '退役军人事务'],
  ['医保', '医疗保障'],
  ['城管', '城市管理', '城管执法', '城市管理执法', '城市管理和综合执法', '城市管理综合执法', '综合执法', '综合行政执法'],
  ['交通', '交通运输'],
  ['环保', '生态环境'],
  ['民宗', '民族宗教', '民族宗教事务', '民族和宗教事务'],
  ['机关事务', '机关事务管理', '机关事务服务中心'],
  ['审批', '行政审批', '行政审批服务', '行政审批服务管理'],
  ['大数据', '数据', '数据资源', '大数据管理', '大数据发展'],
  ['国资', '国有资产监督管理', '国有资产管理'],
  ['金融', '金融工作', '金融监管', '地方金融监管', '地方金融'],
  ['政府办', '政府办公室', '人民政府办公室', '府办'],
  ['委办', '委办公室'],
  ['编办', '机构编制委员会办公室'],
  ['网信办', '网络安全和信息化委员会办公室'],
  ['妇联', '妇女联合会'], ['残联', '残疾人联合会'], ['科协', '科学技术协会'], ['工商联', '工商业联合会'], ['侨联', '归国华侨联合会'],
  ['工会', '总工会'],
  ['消防', '消防救援', '消防救援大队', '消防大队', '消防救援支队', '消防支队'],
]
const shortOf = new Map(spellings.flatMap(([short = '', ...others]) => [short, ...others].map((words) => [words, short] as const)))

/** Offices that every place has, besides those above. */
const common = new Set('教育 科技 科学技术 公安 民政 司法 财政 审计 统计 信访 水利 水务 林业 林草 商务 外事 体育 乡村振兴 税务 气象 文物 粮食 粮食和物资储备 疾控 园林 人防 档案 投资促进 能源 知识产权 药监 药品监管 药品监督管理 生态环境 农业农村'.split(' '))

/** 财政局, 住房和城乡建设厅: an office whose place a list may leave out because its neighbour has said it. */
export function isCommonOffice(name: string): boolean {
  const stem = /^(.{2,12}?)(?:委员会|局|委|厅)$/.exec(folded(name))?.[1]
  return stem !== undefined && (common.has(stem) || shortOf.has(stem))
}

/** `place`: '' where the name says none. */
export type OfficeKey = { place: string; stem: string }

/** What two names of one office share; undefined where a name is no office of the usual kind. */
export function officeKey(name: string): OfficeKey | undefined {
  const plain = folded(name).replace(/\([^()]*\)$/, '')
  const league = /^(?:共青团|团)([省市县区州旗])委(?:员会)?$/.exec(plain) ?? /^共青团[^市县区州旗省]{1,8}([省市县区州旗])委员会$/.exec(plain)
  if (league) return { place: league[1] ?? '', stem: '团委' }
  const bare = shortOf.get(/^(.{2,12}?)(?:委员会|局|委|厅)$/.exec(plain)?.[1] ?? '')
  if (bare !== undefined) return { place: '', stem: bare }
  const parts = /^((?:[省市县区州旗]|[^省市县区州旗各]{2,4}[省市县区州旗])?)(委(?=.{2}))?(.{2,20})$/.exec(plain)
  if (!parts) return undefined
  const place = (parts[1] ?? '').slice(-1)
  const party = parts[2] ?? ''
  const whole = party + (parts[3] ?? '')
  const known = shortOf.get(whole) ?? shortOf.get(parts[3] ?? '')
  if (known !== undefined) return { place, stem: known }
  const body = /^(.{2,}?)(?:委员会|管理局|局|委|办公室|办|厅)$/.exec(whole)?.[1]
  if (body === undefined || /^(?:人民)?(?:政府|党委|委)$/.test(body)) return undefined
  return { place, stem: shortOf.get(body) ?? body }
}

/** Whether two keys may be of one office: a place that one name leaves out is no difference. */
export const mayBeOne = (one: OfficeKey, other: OfficeKey): boolean => one.stem === other.stem && (one.place === other.place || one.place === '' || other.place === '')

const places = /^(?:[省市县区州旗]|[^省市县区州旗各]{2,4}[省市县区州旗])(?=.{2})/
const withoutPlace = (name: string): string => folded(name).replace(places, '')

/** 教育局, 县教育局, 云溪县教育局: one name but for the place that it says or leaves out. */
export const differInPlace = (one: string, other: string): boolean => folded(one) !== folded(other) && withoutPlace(one) === withoutPlace(other)

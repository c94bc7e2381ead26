// What a column holds, by the words of its head and not by its place.
import { folded } from './folded-text.ts'

/**
 * `category` holds several tasks, `task` names one, `measure` says what is done for it. `period`: a quarter or a month of a timetable.
 * `indicator`, `current` and `goal` are of tables of figures, `contact` and `money` of lists that hold no tasks.
 */
export type ColumnKind =
  | 'number' | 'category' | 'task' | 'measure' | 'target' | 'lead' | 'support' | 'responsible' | 'person' | 'time' | 'year' | 'period' | 'note'
  | 'indicator' | 'current' | 'goal' | 'contact' | 'money' | 'other'

export type Column = { kind: ColumnKind; name: string; year?: number }

/** No head of a column is longer. */
const longestHead = 24

const office = '(?:单位|部门|主体|处室|科室|股室|机构|地区|方)'
/** In this order: 责任领导 is a person, 责任单位(配合) supports. */
const heads: readonly [ColumnKind, RegExp][] = [
  ['number', /^(?:序号|编号|序|号|次序|项次|顺序|顺序号|(?:任务|工作|事项|项目|清单|问题)(?:序号|编号)|No\.?|NO\.?|№)$/],
  ['contact', /^(?:姓名|名字|性别|民族|职务|职称|职级|单位及职务|单位职务|工作单位及职务|(?:联系|办公|手机)?(?:电话|号码)|联系方式|手机|手机号码?|邮箱|电子邮箱|传真|是否参会|参会(?:人员|形式)|签[字名到]|身份证号码?|出生(?:年月|日期)|年龄|学历|成员)$/],
  ['year', /^20\d{2}年?度?(?:目标(?:任务|值|要求)?|(?:年度|重点|主要|工作|具体)?任务|计划|工作(?:目标|计划|安排|要点)|规划值|值|预期值?|安排|推进计划|建设任务|内容)?$/],
  ['current', /^(?:现状值?|现值|基期值?|基准值?|基数|当前值|(?:20\d{2}年)?(?:现状|基期|基准|实际|完成|实绩)(?:值|数|情况)?|20\d{2}年底?(?:完成|实际)(?:值|数|情况)?)$/],
  ['goal', /^(?:(?:规划|目标|预期|指标)值|(?:到)?20\d{2}年目标值?)$/],
  ['indicator', /^(?:指标(?:名称|内容)?|主要指标|(?:监测|评价|考核|预期|核心|具体|关键|发展)指标(?:名称)?|[二三]级指标|指标项)$/],
  ['category', /^(?:(?:重点|工作|所属|任务|改革)?领域|(?:任务|工作|项目|目标|问题|事项|指标|措施|举措)?(?:类别|分类|类型)|分类|类|板块|方面|专项|维度|模块|环节|一级(?:指标|任务)|章节|专班|(?:重点|重大)?(?:工程|行动)|行动名称|工程名称)$/],
  ['period', /^(?:第?[一二三四1-4]季度|[上下]半年|(?:\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份)?|20\d{2}年(?:第?[一二三四1-4]季度|[上下]半年|\d{1,2}月))(?:目标|任务|计划|进度|工作)?$/],
  ['support', new RegExp(`^(?:(?:主要)?(?:配合|协办|参与|协同|协助|参加|支持|协作|会办|会同)(?:责任|落实)?(?:${office}|单位和部门|部门和单位|部门单位|单位部门)?|责任(?:配合)?(?:${office})?\\((?:配合|协办|参与)\\)|责任\\(配合\\)${office}|(?:配合|协办|参与)\\(责任\\)${office})$`)],
  ['lead', new RegExp(`^(?:(?:牵头|主办|主责|主要责任|第一责任|主管|首要责任|总牵头|县级牵头|市级牵头|省级牵头)(?:责任|落实|负责)?(?:${office}|部门和单位|部门单位|单位部门)?|责任(?:${office})?\\((?:牵头|主办|主责)\\)|牵头\\(责任\\)${office}|(?:牵头|主办)${office}\\((?:责任${office}|第一责任${office})\\))$`)],
  ['time', /^(?:(?:完成|办结|办理|整改|上线|投用|投产|启用|竣工|建成|工作|推进|计划完成|任务|实施|落实|落地|达标|销号|预计完成|要求|拟完成|计划|交付|出台|序时|年度|阶段)?(?:的)?(?:时限|时间|期限|日期|时间节点|节点|时间要求|时限要求|时间安排|时间进度|进度|进度安排|进度要求|时序进度|时序|进度计划)(?:要求|\(年、?月\))?|时间表|完成节点|起止(?:时间|年限)|截止(?:时间|日期)|建设(?:时间|期限|年限|周期)|何时完成|时限节点)$/],
  ['person', /^(?:.{0,8}(?:领导|责任人|负责人|联系人|联络员|联络人|经办人|牵头人|包抓人|主责人|挂帅人|专班长|县长|组长)(?:员|同志|人|及职务|姓名)?|人员|责任人员|领衔人)$/],
  ['responsible', new RegExp(`^(?:(?:.{0,4}(?:责任|落实|实施|完成|承办|承担|执行|负责|组织|主管|监管|管理|承接|建设|整改|推进|组织实施|业务指导|申报|报送|履职)|牵头及配合|牵头(?:、|和|与|及|/)(?:配合|责任|参与)|责任(?:主体|单位|部门)?(?:、|和|与|及|/)(?:协同|配合|协助|协办)|主办(?:、|和|与|及|/)协办)(?:${office}|部门和单位|部门单位|单位部门|单位及部门|单位(?:和|及|、|/|与|\\()(?:责任)?(?:人|部门|责任人|领导|联系人)\\)?|部门\\(单位\\)|单位\\(部门\\))|责任(?:分工|主体|归属)|任务分工|职责分工|分工|落实主体|牵头(?:${office})?\\((?:配合|参与)(?:${office})?\\)|单位|部门|单位名称|单位\\(部门\\)|部门\\(单位\\)|部门名称|责任|承办|分工单位|谁来干|责任落实)$`)],
  ['measure', /^(?:(?:工作|主要|具体|具体工作|贯彻|重点|实施|建设|改革|整改|创新|目标|项目|落实|推进|细化|服务|政策|保障|任务|年度|政策措施|完成|重点工作)?(?:举措|措施|内容|要求|做法|步骤|路径|内容及要求|内容及规模|建设内容|内容和要求|目标要求)|(?:主要|工作)?职责|落实举措|工作打算|推进措施|主要内容及规模|怎么干|具体办法|措施及要求|任务细化|任务分解|细化措施|任务措施|任务举措|目标和措施|目标及措施)$/],
  ['target', /^(?:(?:工作|量化|年度|具体|预期|总体|绩效|主要|完成|达到|阶段|阶段性|责任|考核|创建)?目标(?:成果|要求|指标)?|(?:预期|标志性|工作|成果|可量化)?(?:成果|成效)(?:形式|要求|指标)?|(?:完成|工作|达标|验收|评价|考核|整改|销号)标准|(?:考核|评价|验收|检查|督查)(?:要点|内容|办法|指标)|量化指标|任务指标|成果体现|(?:目标|工作)及?(?:成果|成效)|预期效果|产出|具体指标要求|干成什么样)$/],
  ['money', /^(?:.{0,6}(?:金额|预算|资金|投资|经费|造价|单价|总价|合计)(?:额|数|规模|安排|需求)?(?:\(.{0,6}\))?|.{0,8}\((?:亿|万)?元\))$/],
  ['note', /^(?:备注|说明|附注|(?:任务|政策|文件|资金|工作|事项)?(?:出处|依据|来源)|原文|条款|(?:工作|目前|当前|任务|整改|最新|\d{1,2}月份?|\d{1,2}—\d{1,2}月份?|[上下]半年|第?[一二三四1-4]季度)?(?:工作)?(?:进展|完成|落实|推进|整改)(?:情况|状态|成效)|进度情况|(?:存在|主要)(?:困难|问题及困难)|下一步(?:工作)?(?:打算|计划)?|状态|是否[^参]{1,6}|完成率|评价|得分|分值|权重|属性|指标属性|性质|计量单位|开始(?:时间|日期)|启动(?:时间|日期)|开工(?:时间|日期)|更新时间|填报时间|报送时间|印发时间|发文时间|数据来源|地点|建设地点|规模|区域)$/],
  ['task', /^(?:(?:.{0,8})(?:任务|事项|工作|项目|议题|课题)(?:名称|清单|内容|及要求|事项|目标|描述)?|(?:存在(?:的)?|主要|具体|反馈|查摆|突出|发现)?问题(?:描述|表现|清单|名称|情况)?|名称|标题|事由|干什么|政策措施|政策|做什么|(?:应用)?场景(?:内容)?|[^单]{1,8}名称)$/],
]
/** Who oversees is not who does: it would be asked to report on others' work. */
const otherHeads = /(?:^|[^一-龥])(?:人数|数量|面积|学校|地址)$|^(?:督导|督查|督办|监督|考核|评价|抽查)(?:责任)?(?:单位|部门|科室|机构)$/

/** The words of a head: blanks and line breaks out, brackets of a year or a unit of measure off. */
export function headWords(cell: string): string {
  if (cell.length > longestHead * 2) return ''
  const words = folded(cell).replace(/[\s*#:]+/g, '')
  return words.length > longestHead ? '' : words
}

/** The kind of a column that is headed so; undefined for what is no head that is known. */
export function kindOfHead(cell: string): ColumnKind | undefined {
  const words = headWords(cell)
  if (words === '') return undefined
  return kindOfWords(words) ?? kindOfWords(words.replace(/\([^()]*\)/g, ''))
}

function kindOfWords(words: string): ColumnKind | undefined {
  if (words === '' || /[。;!]|^[\d.]+$/.test(words)) return undefined
  return heads.find(([, form]) => form.test(words))?.[0] ?? (otherHeads.test(words) ? 'other' : undefined)
}

/** Whether cells are the head of a table: nearly all of them are heads that are known, and no two say the same thing by chance. */
export function isHead(cells: readonly string[]): boolean {
  const written = cells.filter((cell) => cell.trim() !== '' && cell !== '〃')
  if (written.length < 2 || written.some((cell) => cell.length > longestHead * 2)) return false
  const known: ColumnKind[] = []
  for (const [at, cell] of written.entries()) {
    const kind = kindOfHead(cell)
    if (kind !== undefined) known.push(kind)
    else if (at + 1 - known.length > written.length * 0.4) return false
  }
  return new Set(known).size >= 2 && known.some((kind) => !weakKinds.has(kind)) && written.every((cell) => headWords(cell) !== '')
}

/** 宣传工作, 副县长 and 6月 may be heads, and may as well be a row: they make no head by themselves. */
const weakKinds: ReadonlySet<ColumnKind> = new Set(['task', 'person', 'period', 'year', 'category', 'other', 'money'])

/** The columns under one or more rows of heads; a head that is merged across stands over the blank ones to its right. */
export function columnsOf(heads: readonly (readonly string[])[]): Column[] {
  const width = Math.max(0, ...heads.map((row) => row.length))
  const columns: Column[] = []
  for (let at = 0; at < width; at++) columns.push(columnUnder(heads, at, columns[at - 1]))
  return distinct(columns)
}

function columnUnder(heads: readonly (readonly string[])[], at: number, left: Column | undefined): Column {
  const words: string[] = []
  for (const [depth, row] of heads.entries()) {
    const own = row[at] ?? ''
    if (own === '〃') continue
    const isCovered = own.trim() === '' && heads.slice(depth + 1).some((below) => !['', '〃'].includes((below[at] ?? '').trim()))
    const word = headWords(own.trim() !== '' ? own : isCovered ? writtenToTheLeft(row, at) : '')
    if (word !== '') words.push(word)
  }
  const name = words.join('')
  if (name === '') return left ? { ...left, name: '' } : { kind: 'other', name: '' }
  const lowest = words.at(-1) ?? ''
  const kind = kindOfHead(lowest) ?? kindOfHead(name) ?? words.map(kindOfHead).find((kind) => kind !== undefined) ?? 'other'
  const year = kind === 'year' || kind === 'goal' || kind === 'period' ? /20\d{2}/.exec(name)?.[0] : undefined
  return { kind, name: kindOfHead(lowest) ? lowest : name, ...(year === undefined ? {} : { year: Number(year) }) }
}

function writtenToTheLeft(row: readonly string[], at: number): string {
  for (let left = at - 1; left >= 0; left--) if ((row[left] ?? '').trim() !== '') return row[left] ?? ''
  return ''
}

/** What stands between the number and what is done for it names a task, by whatever head; but not the place where it is done. */
function hasUnknownName(columns: readonly Column[]): number | undefined {
  if (columns.some(({ kind }) => kind === 'task')) return undefined
  const at = columns.findIndex(({ kind }) => kind === 'measure') - 1
  const column = columns[at]
  const opens = at === 0 || columns[at - 1]?.kind === 'number' || columns[at - 1]?.kind === 'category'
  return column?.kind === 'other' && column.name !== '' && opens && !/(?:[省市县区镇乡村]|街道|地区|区域|片区|地点|位置|学校|企业|人数|数量|面积)$/.test(column.name) ? at : undefined
}

const goalName = /目标|计划|任务|预期|规划/

/** Words that mean one thing among some columns and another among others. */
function distinct(columns: Column[]): Column[] {
  const has = (...kinds: ColumnKind[]): boolean => columns.some(({ kind }) => kinds.includes(kind))
  const hasTask = has('task', 'measure')
  const hasFigures = has('indicator') && (has('current', 'goal', 'year') || columns.some(({ name }) => /^(?:单位|计量单位|属性|指标属性)$/.test(name)))
  const years = columns.filter(({ kind }) => kind === 'year').length
  // 2024年 beside 2026年目标 is what was reached.
  const saysGoals = has('goal') || columns.some(({ kind, name }) => kind === 'year' && goalName.test(name))
  const unknownName = hasUnknownName(columns)
  return columns.map((column, at): Column => {
    if (at === unknownName) return { ...column, kind: 'task' }
    // 2026年重点任务 alone is what the table lists, not a milestone.
    if (column.kind === 'year' && years === 1 && !hasTask && /任务|工作|内容/.test(column.name)) return { ...column, kind: 'task' }
    // 单位 beside an indicator is what it is counted in.
    if (hasFigures && column.name === '单位') return { ...column, kind: 'other' }
    if (column.kind === 'indicator' && hasTask) return { ...column, kind: 'target' }
    if (column.kind === 'goal' && hasTask && !hasFigures) return { ...column, kind: 'target' }
    if (column.kind === 'year' && hasFigures && (/(?:实际|现状|完成)/.test(column.name) || (saysGoals && !goalName.test(column.name)))) return { ...column, kind: 'current' }
    if (/^承办/.test(column.name) && !has('lead')) return has('support') ? { ...column, kind: 'lead' } : column
    if (column.name === '主管单位' || column.name === '主管部门') return { ...column, kind: has('lead', 'responsible') && column.kind === 'lead' && columns.some(({ kind, name }) => kind === 'lead' && name !== column.name) ? 'responsible' : column.kind }
    return column
  })
}

/** `tasks` may hold figures as well, where an indicator has somebody who answers for it. `none`: people, money, a reply slip. */
export type TableKind = 'tasks' | 'indicators' | 'none' | 'unclear'

export function kindOfTable(columns: readonly Column[]): TableKind {
  const has = (...kinds: ColumnKind[]): boolean => columns.some(({ kind }) => kinds.includes(kind))
  const saysWho = has('lead', 'support', 'responsible')
  const named = columns.filter(({ kind }) => kind === 'task')
  if (has('indicator')) return saysWho ? 'tasks' : has('current', 'goal', 'year', 'target') ? 'indicators' : 'unclear'
  if (has('contact') && !(has('task', 'measure') && (has('time') || has('lead', 'support') || columns.some(({ kind, name }) => kind === 'responsible' && name !== '单位')))) return 'none'
  if (has('money') && !saysWho && !has('time', 'person')) return 'none'
  if (has('task', 'measure', 'target') && (saysWho || has('time', 'person', 'year', 'period'))) return 'tasks'
  if (named.some(({ name }) => /任务|事项/.test(name)) || (named.length > 0 && has('measure', 'target'))) return 'tasks'
  return has('category') && saysWho && has('time') ? 'tasks' : 'unclear'
}
